import { expect, test } from 'vitest';
import { titleCalling } from './titleCalling.ts';

test('[UNK-1] the title of a tab that nobody looks at says how much is open, and no more; looked at, it is as before', () => {
  expect(titleCalling('Visit', 1)).toBe('(1) Visit');
  expect(titleCalling('(1) Visit', 2)).toBe('(2) Visit');
  expect(titleCalling('(2) Visit', 0)).toBe('Visit');
});
