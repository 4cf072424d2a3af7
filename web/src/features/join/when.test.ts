import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { lengthWords, whenWords } from './when.ts';

const LONDON = { locale: 'en-GB', timeZone: 'Europe/London' };
const at = (text: string) => Date.parse(text) as Instant;
const NOON = at('2026-11-22T12:00:00Z');

test.each([
  ['2026-11-22T14:30:00Z', 'Today at 2:30 pm'],
  ['2026-11-22T09:00:00Z', 'Today at 9:00 am'],
  ['2026-11-23T00:05:00Z', 'Tomorrow at 12:05 am'],
  ['2026-11-26T16:00:00Z', 'Thursday 26 November at 4:00 pm'],
])('%s is said as %s', (when, words) => {
  // Some versions of the language data put a narrow space before am and pm.
  expect(whenWords(at(when), NOON, LONDON).replace(/\s/g, ' ')).toBe(words);
});

test('the day is the one on the wall of whoever reads it', () => {
  const late = at('2026-06-21T23:30:00Z');

  expect(whenWords(late, at('2026-06-21T12:00:00Z'), LONDON)).toMatch(/^Tomorrow/);
});

test.each([
  [30, 'About 30 minutes'],
  [60, 'About one hour'],
  [90, 'About one hour and 30 minutes'],
  [120, 'About 2 hours'],
  [150, 'About 2 hours and 30 minutes'],
])('%i minutes', (minutes, words) => {
  expect(lengthWords(minutes)).toBe(words);
});
