import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import type { MediaClientState } from './MediaClient.ts';
import { type Moving, movingTooLong, movingWhen } from './useMoving.ts';

const MAIN = 1_000 as Instant;
const BLUE = 2_000 as Instant;
const BACK = 3_000 as Instant;

/** `joined`: with a seat in the room, and nothing that has found its way from there yet. */
type Step = readonly [screen: Instant, media: Instant | null, line: MediaClientState['phase'] | 'joined' | 'too long'];

function takes(before: Moving, [seat, seatedAt, line]: Step): Moving {
  if (line === 'too long') return movingTooLong(before);
  if (line === 'joined') return movingWhen(before, seat, { seatedAt, phase: 'connected', isReached: false });

  return movingWhen(before, seat, { seatedAt, phase: line, isReached: line === 'connected' });
}

const after = (...steps: readonly Step[]): Moving['is'] => steps.reduce(takes, { seat: MAIN, is: 'not' }).is;

test('[PRIV-3] a move lasts from the moment that the screen is in the new room until sound and picture are', () => {
  expect(after([MAIN, MAIN, 'connected'])).toBe('not');
  expect(after([BLUE, MAIN, 'connected'])).toBe('moving');
  expect(after([BLUE, MAIN, 'connected'], [BLUE, null, 'recovering'])).toBe('moving');
  expect(after([BLUE, MAIN, 'connected'], [BLUE, null, 'recovering'], [BLUE, BLUE, 'connected'])).toBe('not');
});

test('[PRIV-3] … and a seat in it is not enough: what is said there has to reach this device', () => {
  expect(after([BLUE, MAIN, 'connected'], [BLUE, null, 'recovering'], [BLUE, BLUE, 'joined'])).toBe('moving');
  expect(after([BLUE, MAIN, 'connected'], [BLUE, BLUE, 'joined'], [BLUE, BLUE, 'connected'])).toBe('not');
});

test('[PRIV-3] … also when sound and picture were taken down before the screen was told where it is', () => {
  expect(after([MAIN, null, 'recovering'], [BLUE, null, 'recovering'])).toBe('moving');
  expect(after([MAIN, null, 'recovering'], [BLUE, null, 'recovering'], [BLUE, BLUE, 'connected'])).toBe('not');
});

test('[PRIV-3] … and it is over at once when they were up in the new room before the screen was told of it', () => {
  expect(after([MAIN, null, 'recovering'], [MAIN, BLUE, 'connected'], [BLUE, BLUE, 'connected'])).toBe('not');
});

test('[PRIV-3] a move that lasts too long is said to, and ends when they arrive after all or go back', () => {
  const late: readonly Step[] = [
    [BLUE, null, 'recovering'],
    [BLUE, null, 'too long'],
  ];
  expect(after(...late)).toBe('late');
  expect(after(...late, [BLUE, null, 'recovering'], [BLUE, BLUE, 'joined'])).toBe('late');
  expect(after(...late, [BLUE, BLUE, 'connected'])).toBe('not');
  expect(after(...late, [BACK, null, 'recovering'])).toBe('moving');
  expect(after([MAIN, MAIN, 'connected'], [MAIN, MAIN, 'too long'])).toBe('not');
});

test('a line that is lost in one room is no move, and a browser that cannot do it at all is not on the way', () => {
  expect(after([MAIN, MAIN, 'recovering'])).toBe('not');
  expect(after([MAIN, MAIN, 'joined'])).toBe('not');
  expect(after([BLUE, BLUE, 'connected'], [BLUE, null, 'recovering'])).toBe('not');
  expect(after([BLUE, MAIN, 'connected'], [BLUE, null, 'failed'])).toBe('not');
});

test('[PRIV-3] called back on the way, it is the way back', () => {
  expect(after([BLUE, null, 'recovering'], [BACK, null, 'recovering'])).toBe('moving');
  expect(after([BLUE, null, 'recovering'], [BACK, BLUE, 'connected'])).toBe('moving');
  expect(after([BLUE, null, 'recovering'], [BACK, BLUE, 'connected'], [BACK, BACK, 'connected'])).toBe('not');
});
