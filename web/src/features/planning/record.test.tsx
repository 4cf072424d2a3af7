import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { anUnknown } from '../../visit/testViews.ts';
import { Matters } from './Matters.tsx';
import { ObservedChildren } from './ObservedChildren.tsx';
import { SaidBefore } from './SaidBefore.tsx';

test('[DEV-2] [UNK-2] [SEE-6] in the record a name in another direction stands by itself', () => {
  const page = renderToStaticMarkup(
    <>
      <Matters matters={[anUnknown('רות')]} />
      <ObservedChildren
        observed={[{ participant: 'noa' as ParticipantId, name: 'נועה', speech: 'notYet', notes: [] }]}
      />
      <SaidBefore
        said={[
          {
            participant: 'lev' as ParticipantId,
            name: 'לב',
            role: 'colleague',
            device: 'computer',
            said: null,
            entered: [],
          },
        ]}
      />
    </>,
  );
  for (const name of ['רות', 'נועה', 'לב']) expect(page).toContain(`<bdi>${name}</bdi>`);
  expect(page).toContain('Nothing was said.');
});
