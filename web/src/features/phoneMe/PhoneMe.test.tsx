import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PhoneMe } from './PhoneMe.tsx';

const said = (asked: 'phoneMe' | 'stuck' | null): string =>
  renderToStaticMarkup(<PhoneMe asked={asked} reader="adult" worker="Amina Okafor" onAsk={async () => undefined} />)
    .replaceAll(/<\/?bdi>/g, '')
    .replace(/<[^>]+>/g, ' ');

test('[JOIN-4] a phone call instead is on offer', () => {
  expect(said(null)).toContain('Please phone me instead');
});

test('[JOIN-4] whoever asked for a call is told what happens next, and can take it back', () => {
  expect(said('phoneMe')).toContain('Amina Okafor can see this now. They will call the number that they have for you.');
  expect(said('phoneMe')).toContain('I do not need a call now');
});
