import { expect, test } from 'vitest';
import { fromHex } from '../testing/bytes.ts';
import { clearLength, hasClearBytes } from './layout.ts';

test.each([
  ['video', 0x10, 10],
  ['video', 0x11, 3],
  ['audio', 0x10, 1],
  ['audio', 0x11, 1],
  ['video', 0xff, 1],
  ['audio', 0xff, 1],
] as const)('of %s that begins with %d, the clear bytes are %d', (kind, first, length) => {
  expect(clearLength(kind, first)).toBe(length);
});

test.each([
  ['video', '10000000000000000000', true],
  ['video', '100000000000000000', false],
  ['video', '110000', true],
  ['video', '1100', false],
  ['audio', '10', true],
  ['audio', 'ff', false],
  ['video', 'ff0000', false],
  ['audio', '', false],
] as const)('%s %s has its clear bytes: %s', (kind, frame, hasThem) => {
  expect(hasClearBytes(kind, fromHex(frame))).toBe(hasThem);
});
