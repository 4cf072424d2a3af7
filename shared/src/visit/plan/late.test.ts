import { expect, test } from 'vitest';
import type { Instant } from '../ids.ts';
import { GRACE, lateFrom } from './late.ts';

const NOON = 43_200_000 as Instant;

test('[JOIN-6] nobody is late within a few minutes of the planned time; after them everybody is who is not here', () => {
  expect(lateFrom(NOON)).toBe(NOON + GRACE);
  expect(GRACE).toBeGreaterThanOrEqual(3 * 60_000);
  expect(GRACE).toBeLessThanOrEqual(10 * 60_000);
});
