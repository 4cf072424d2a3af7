import type { ParticipantId, RoomId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { aPerson, aRoom, SEATED_AT } from '../../visit/testViews.ts';
import { newsBetween } from './news.ts';

const SAM = aPerson('Sam', { role: 'child' });
const RUTH = aPerson('Ruth');
const gone = ['Sam' as ParticipantId];
const privately = {
  room: {
    id: 'r1' as RoomId,
    kind: 'private',
    since: SEATED_AT,
    mark: 'blue',
    heldSince: null,
    cover: null,
    words: null,
  },
} as const;

const says = (before: Partial<RoomView>, after: Partial<RoomView>): string =>
  newsBetween(aRoom(before), aRoom(after), 'adult');

test('[PRIV-4] whoever goes where nothing is to be said of is not said to have gone', () => {
  expect(says({ people: [SAM, RUTH] }, { people: [RUTH] })).toBe('');
});

test('[SEE-5] whoever goes out of the visit is said to have gone, and whoever comes is said to be here', () => {
  expect(says({ people: [SAM, RUTH] }, { people: [RUTH], gone })).toBe('Sam has gone.');
  expect(says({ people: [RUTH], gone }, { people: [SAM, RUTH] })).toBe('Sam is here now.');
});

test('[PRIV-4] whoever is away as the host chose is said to be, once, and not to have gone', () => {
  const away = { people: [RUTH], elsewhere: [{ name: 'Sam', withWhom: null }] };

  expect(says({ people: [SAM, RUTH] }, away)).toBe('Sam is away for a moment.');
  expect(says(away, away)).toBe('');
});

test('[PRIV-7] in a private room it is said who goes back', () => {
  expect(says({ ...privately, people: [SAM, RUTH] }, { ...privately, people: [RUTH] })).toBe('Sam has gone.');
});

test('[PRIV-7] whoever is in another room is told where they are, and nothing of who stayed', () => {
  expect(says({ people: [SAM, RUTH] }, { ...privately, people: [RUTH] })).toBe(
    'You are in the blue room with Ruth. Only people in this room can see and hear you.',
  );
  expect(says({ ...privately, people: [RUTH] }, { people: [SAM] })).toBe('You are back.');
});
