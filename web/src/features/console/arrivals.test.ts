import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { LobbyEntry } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { aLobbyEntry } from '../../visit/testViews.ts';
import { newcomers, sayArrivals, waitingOf } from './arrivals.ts';

const entry = (name: string, arrival: LobbyEntry['arrival'] = 'first'): LobbyEntry =>
  aLobbyEntry(name, { session: `${name}-${arrival}` as SessionId, arrival });

test('[JOIN-6] only who begins to wait is announced, not who has been told of', () => {
  const before = waitingOf([entry('Dana')]);
  expect(newcomers(before, [entry('Dana'), entry('Ella')]).map(({ name }) => name)).toEqual(['Ella']);
});

test('[JOIN-6] who stopped waiting and comes again is announced again', () => {
  expect(newcomers(waitingOf([]), [entry('Dana')])).toHaveLength(1);
});

test('[JOIN-7] a second device is announced as what it is', () => {
  expect(sayArrivals([entry('Dana'), entry('Ella'), entry('Dana', 'second')])).toBe(
    'Dana, Ella waiting to be let in. A second device is waiting with the link for Dana',
  );
});
