import type { SaidAlone } from '@doorstep/shared/visit/alone/state.ts';
import type { Instant, ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { Talk } from '@doorstep/shared/visit/rooms/talks.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { anUnknown } from '../../visit/testViews.ts';
import { Matters } from './Matters.tsx';
import { ObservedChildren } from './ObservedChildren.tsx';
import { SaidBefore } from './SaidBefore.tsx';
import { Talks } from './Talks.tsx';

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

test('[PRIV-8] the record tells who spoke with whom in private, and calls what was said of being alone said', () => {
  const talk = (saidAlone: SaidAlone | null): Talk => ({
    mark: 'blue',
    from: 1_780_000_000_000 as Instant,
    until: 1_780_000_300_000 as Instant,
    people: [
      { participant: 'priya' as ParticipantId, name: 'Priya Shah', role: 'colleague', saidAlone: null },
      { participant: 'noa' as ParticipantId, name: 'נועה', role: 'child', saidAlone },
    ],
  });
  const page = (saidAlone: SaidAlone | null) => renderToStaticMarkup(<Talks talks={[talk(saidAlone)]} />);
  expect(page('alone')).toContain('<bdi>נועה</bdi> said to be alone');
  expect(page('notAlone')).toContain('said that somebody else was there');
  expect(page(null)).toContain('did not say');
  expect(page('alone')).toMatch(/Blue room.*Priya Shah/);
  expect(page('alone')).not.toContain('Priya Shah</bdi> did not say');
  expect(renderToStaticMarkup(<Talks talks={[]} />)).toContain('There were none.');
});
