import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { forgetSeat, keepSeat, recallSeat } from './seatMemory.ts';

const fakeStore = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const shut = {
  getItem: () => {
    throw new Error('denied');
  },
  setItem: () => {
    throw new Error('denied');
  },
  removeItem: () => {
    throw new Error('denied');
  },
};
const seat = 'session-1' as SessionId;

test('[JOIN-7] a reloaded tab finds its own seat, in this visit and no other', () => {
  const store = fakeStore();
  keepSeat(store, 'visit-1', seat);
  expect(recallSeat(store, 'visit-1')).toBe(seat);
  expect(recallSeat(store, 'visit-2')).toBeNull();
});

test('what was forgotten or tampered with is no seat', () => {
  const store = fakeStore();
  keepSeat(store, 'visit-1', seat);
  forgetSeat(store);
  expect(recallSeat(store, 'visit-1')).toBeNull();
  store.setItem('staff-seat', 'visit-1 <script>');
  expect(recallSeat(store, 'visit-1')).toBeNull();
});

test('a browser that keeps nothing costs the way back, no more', () => {
  keepSeat(shut, 'visit-1', seat);
  forgetSeat(shut);
  expect(recallSeat(shut, 'visit-1')).toBeNull();
});
