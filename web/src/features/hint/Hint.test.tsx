import type { HelpHint } from '@doorstep/shared/visit/checks/state.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { hints } from '../../content/family/hints.ts';
import { Hint } from './Hint.tsx';

const said = (hint: HelpHint | null, reader: 'adult' | 'child' = 'adult'): string =>
  renderToStaticMarkup(<Hint hint={hint} reader={reader} from="Amina Okafor" onDone={() => undefined} />).replaceAll(
    /<\/?bdi>/g,
    '',
  );

test.each(Object.keys(hints.adult) as HelpHint[])(
  '[JOIN-6] %s is said in kind words, by name, and can be put away',
  (hint) => {
    for (const reader of ['adult', 'child'] as const) {
      const markup = said(hint, reader);

      expect(markup).toContain('A tip from Amina Okafor');
      expect(markup).toContain(hints[reader][hint]);
      expect(markup).toContain('Done');
    }
  },
);

test('[JOIN-6] the place of a hint is there before one comes, so that it is read aloud', () => {
  expect(said(null)).toMatch(/^<div role="alert"[^>]*><\/div>$/);
});
