import { expect, test } from 'vitest';
import type { MediaClientState } from './MediaClient.ts';
import { type Moving, movingWhen } from './useMoving.ts';

type Step = readonly [room: string, phase: MediaClientState['phase']];

const after = (...steps: readonly Step[]): Moving['is'] =>
  steps.reduce<Moving>((before, [room, phase]) => movingWhen(before, room, phase), { room: 'main', is: 'not' }).is;

test('[PRIV-3] a move lasts from the moment that the screen is in the new room until sound and picture are', () => {
  expect(after(['main', 'connected'])).toBe('not');
  expect(after(['blue', 'connected'])).toBe('begun');
  expect(after(['blue', 'connected'], ['blue', 'recovering'])).toBe('joining');
  expect(after(['blue', 'connected'], ['blue', 'recovering'], ['blue', 'connected'])).toBe('not');
});

test('[PRIV-3] … also when sound and picture were taken down before the screen was told where it is', () => {
  expect(after(['main', 'recovering'], ['blue', 'recovering'])).toBe('joining');
  expect(after(['main', 'recovering'], ['blue', 'recovering'], ['blue', 'connected'])).toBe('not');
});

test('a line that is lost in one room is no move, and a browser that cannot do it at all is not on the way', () => {
  expect(after(['main', 'recovering'])).toBe('not');
  expect(after(['blue', 'connected'], ['blue', 'failed'])).toBe('not');
});

test('[PRIV-3] called back on the way, it is the way back', () => {
  expect(after(['blue', 'recovering'], ['main', 'recovering'])).toBe('joining');
  expect(after(['blue', 'recovering'], ['main', 'connected'])).toBe('begun');
});
