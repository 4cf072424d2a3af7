import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import type { MediaClientState } from './MediaClient.ts';
import { movingWhen } from './useMoving.ts';

const MAIN = 1_000 as Instant;
const BLUE = 2_000 as Instant;
const BACK = 3_000 as Instant;

type Step = readonly [screen: Instant, media: Instant | null, phase: MediaClientState['phase']];

const after = (...steps: readonly Step[]): boolean =>
  steps.reduce((before, [seat, seatedAt, phase]) => movingWhen(before, seat, { seatedAt, phase }), {
    seat: MAIN,
    isMoving: false,
  }).isMoving;

test('[PRIV-3] a move lasts from the moment that the screen is in the new room until sound and picture are', () => {
  expect(after([MAIN, MAIN, 'connected'])).toBe(false);
  expect(after([BLUE, MAIN, 'connected'])).toBe(true);
  expect(after([BLUE, MAIN, 'connected'], [BLUE, null, 'recovering'])).toBe(true);
  expect(after([BLUE, MAIN, 'connected'], [BLUE, null, 'recovering'], [BLUE, BLUE, 'connected'])).toBe(false);
});

test('[PRIV-3] … also when sound and picture were taken down before the screen was told where it is', () => {
  expect(after([MAIN, null, 'recovering'], [BLUE, null, 'recovering'])).toBe(true);
  expect(after([MAIN, null, 'recovering'], [BLUE, null, 'recovering'], [BLUE, BLUE, 'connected'])).toBe(false);
});

test('[PRIV-3] … and it is over at once when they were up in the new room before the screen was told of it', () => {
  expect(after([MAIN, null, 'recovering'], [MAIN, BLUE, 'connected'], [BLUE, BLUE, 'connected'])).toBe(false);
});

test('a line that is lost in one room is no move, and a browser that cannot do it at all is not on the way', () => {
  expect(after([MAIN, MAIN, 'recovering'])).toBe(false);
  expect(after([BLUE, BLUE, 'connected'], [BLUE, null, 'recovering'])).toBe(false);
  expect(after([BLUE, MAIN, 'connected'], [BLUE, null, 'failed'])).toBe(false);
});

test('[PRIV-3] called back on the way, it is the way back', () => {
  expect(after([BLUE, null, 'recovering'], [BACK, null, 'recovering'])).toBe(true);
  expect(after([BLUE, null, 'recovering'], [BACK, BLUE, 'connected'])).toBe(true);
  expect(after([BLUE, null, 'recovering'], [BACK, BLUE, 'connected'], [BACK, BACK, 'connected'])).toBe(false);
});
