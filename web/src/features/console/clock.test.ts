import { expect, test } from 'vitest';
import { clockFace } from './clock.ts';

const MINUTE = 60_000;
const after = (minutes: number) => clockFace(0, 45, minutes * MINUTE);

test('[NOTE-2] the clock shows time spent against time planned', () => {
  expect(after(0)).toEqual({ says: '0 min of 45 min', warns: null });
  expect(after(12.9)).toEqual({ says: '12 min of 45 min', warns: null });
  expect(after(39.9).warns).toBeNull();
});

test('[NOTE-2] in the last five minutes it says how many are left, rounded up', () => {
  expect(after(40).warns).toBe('5 min left');
  expect(after(43.5).warns).toBe('2 min left');
  expect(after(44.5).warns).toBe('1 min left');
});

test('[NOTE-2] after the planned end it says how long over', () => {
  expect(after(45).warns).toBeNull();
  expect(after(50.5)).toEqual({ says: '50 min of 45 min', warns: '5 min over' });
});
