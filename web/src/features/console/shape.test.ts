import { expect, test } from 'vitest';
import { shapeFor } from './shape.ts';

test('wide pictures get wide frames, and one upright phone makes all of them square', () => {
  expect(shapeFor([16 / 9, 16 / 9])).toBe('wide');
  expect(shapeFor([16 / 9, 4 / 3])).toBe('classic');
  expect(shapeFor([16 / 9, 9 / 16])).toBe('square');
});

test('before any picture has come frames are neither wide nor high', () => {
  expect(shapeFor([])).toBe('classic');
});
