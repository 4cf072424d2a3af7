import { expect, test } from 'vitest';
import { waitWords } from './waiting.ts';

const MINUTE = 60_000;

test('the first minute is not counted out loud', () => {
  expect(waitWords(59_999, 'adult')).toBeNull();
});

test('after that the wait is told in whole minutes', () => {
  expect(waitWords(MINUTE, 'adult')).toEqual({ waited: 'You have waited one minute.', long: null });
  expect(waitWords(4.9 * MINUTE, 'adult')).toEqual({ waited: 'You have waited 4 minutes.', long: null });
});

test('a long wait is apologised for, and says what else can be done', () => {
  expect(waitWords(10 * MINUTE, 'adult')?.long).toMatch(/call us/);
  expect(waitWords(10 * MINUTE, 'child')?.long).toMatch(/grown-up/);
});
