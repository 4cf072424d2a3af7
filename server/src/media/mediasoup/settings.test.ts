import { expect, test } from 'vitest';
import { levelOf } from './settings.ts';

test('loudness runs from 0, no louder than a whisper, to 1, as loud as can be', () => {
  expect(levelOf(-127)).toBe(0);
  expect(levelOf(-60)).toBe(0);
  expect(levelOf(-30)).toBe(0.5);
  expect(levelOf(0)).toBe(1);
});
