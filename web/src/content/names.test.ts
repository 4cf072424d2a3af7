import { expect, test } from 'vitest';
import { sayNames } from './names.ts';

test('names are said in a row as people say them', () => {
  expect(sayNames(['Amina'])).toBe('Amina');
  expect(sayNames(['Amina', 'Sam'])).toBe('Amina and Sam');
  expect(sayNames(['Amina', 'Lena', 'Sam'])).toBe('Amina, Lena and Sam');
});
