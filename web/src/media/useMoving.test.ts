import { expect, test } from 'vitest';
import type { MediaClientState } from './MediaClient.ts';
import { type Moving, movingTooLong, movingWhen } from './useMoving.ts';

/** `joined`: with a seat in the room, and nothing that has found its way from there yet. */
type Step = readonly [room: string, line: MediaClientState['phase'] | 'joined' | 'too long'];

const takes = (before: Moving, [room, line]: Step): Moving => {
  if (line === 'too long') return movingTooLong(before);

  return movingWhen(
    before,
    room,
    line === 'joined' ? { phase: 'connected', isReached: false } : { phase: line, isReached: line === 'connected' },
  );
};
const after = (...steps: readonly Step[]): Moving['is'] => steps.reduce(takes, { room: 'main', is: 'not' }).is;

test('[PRIV-3] a move lasts from the moment that the screen is in the new room until sound and picture are', () => {
  expect(after(['main', 'connected'])).toBe('not');
  expect(after(['blue', 'connected'])).toBe('begun');
  expect(after(['blue', 'connected'], ['blue', 'recovering'])).toBe('joining');
  expect(after(['blue', 'connected'], ['blue', 'recovering'], ['blue', 'connected'])).toBe('not');
});

test('[PRIV-3] … and a seat in it is not enough: what is said there has to reach this device', () => {
  expect(after(['blue', 'connected'], ['blue', 'recovering'], ['blue', 'joined'])).toBe('joining');
  expect(after(['blue', 'connected'], ['blue', 'joined'], ['blue', 'connected'])).toBe('not');
});

test('[PRIV-3] … also when sound and picture were taken down before the screen was told where it is', () => {
  expect(after(['main', 'recovering'], ['blue', 'recovering'])).toBe('joining');
  expect(after(['main', 'recovering'], ['blue', 'recovering'], ['blue', 'connected'])).toBe('not');
});

test('[PRIV-3] a move that lasts too long is said to, and ends when they arrive after all or go back', () => {
  const late: readonly Step[] = [
    ['blue', 'recovering'],
    ['blue', 'too long'],
  ];
  expect(after(...late)).toBe('late');
  expect(after(...late, ['blue', 'recovering'], ['blue', 'joined'])).toBe('late');
  expect(after(...late, ['blue', 'connected'])).toBe('not');
  expect(after(...late, ['main', 'recovering'])).toBe('joining');
  expect(after(['blue', 'connected'], ['blue', 'too long'])).toBe('not');
});

test('a line that is lost in one room is no move, and a browser that cannot do it at all is not on the way', () => {
  expect(after(['main', 'recovering'])).toBe('not');
  expect(after(['main', 'joined'])).toBe('not');
  expect(after(['blue', 'connected'], ['blue', 'failed'])).toBe('not');
});

test('[PRIV-3] called back on the way, it is the way back', () => {
  expect(after(['blue', 'recovering'], ['main', 'recovering'])).toBe('joining');
  expect(after(['blue', 'recovering'], ['main', 'connected'])).toBe('begun');
});
