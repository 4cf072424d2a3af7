import { expect, test } from 'vitest';
import { afterKey, noPresses } from './shiftKeys.ts';

type Key = readonly [key: string, at: number, repeat?: boolean];

const leavesAfter = (...keys: readonly Key[]): boolean => {
  let presses = noPresses;
  let left = false;
  for (const [key, at, repeat = false] of keys) {
    const after = afterKey(presses, { key, repeat }, at);
    presses = after.presses;
    left ||= after.leave;
  }
  return left;
};

test('[CARE-5] Shift three times leaves', () => {
  expect(leavesAfter(['Shift', 0], ['Shift', 400], ['Shift', 900])).toBe(true);
});

test('[CARE-5] twice is not enough, and neither is holding it down', () => {
  expect(leavesAfter(['Shift', 0], ['Shift', 400])).toBe(false);
  expect(leavesAfter(['Shift', 0], ['Shift', 50, true], ['Shift', 100, true])).toBe(false);
});

test('[CARE-5] somebody who writes in capitals does not leave', () => {
  expect(leavesAfter(['Shift', 0], ['A', 10], ['Shift', 200], ['B', 210], ['Shift', 400], ['C', 410])).toBe(false);
});

test('[CARE-5] presses far apart do not add up', () => {
  expect(leavesAfter(['Shift', 0], ['Shift', 4_000], ['Shift', 6_000])).toBe(false);
});
