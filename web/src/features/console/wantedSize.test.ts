import { expect, test } from 'vitest';
import { PICTURE_WIDTHS, wantedSize } from './wantedSize.ts';

test('[SEE-2] what is small on the screen asks for the small layer, and nothing for less than its tile needs', () => {
  expect(wantedSize(PICTURE_WIDTHS.small, 1)).toBe('small');
  expect(wantedSize(PICTURE_WIDTHS.small, 2)).toBe('small');
  expect(wantedSize(PICTURE_WIDTHS.compact, 3)).toBe('large');
  expect(wantedSize(PICTURE_WIDTHS.alone, 1)).toBe('large');
  expect(wantedSize(400, 1)).toBe('small');
  expect(wantedSize(401, 1)).toBe('large');
});
