import { expect, test } from 'vitest';
import { forgetSeat, isSessionId, keepSeat, recallSeat } from './seat.ts';

function storage() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, open: () => store };
}

const forbidden = (): never => {
  throw new Error('storage is switched off');
};

const seat = (text: string) => {
  if (!isSessionId(text)) throw new Error('not an id');
  return text;
};

test('[JOIN-7] a tab that is loaded again knows its seat', () => {
  const { open } = storage();
  keepSeat(open, seat('s_1'));

  expect(recallSeat(open)).toBe('s_1');
});

test('[CARE-5] nothing but one opaque id is kept, and it can be forgotten', () => {
  const { open, kept } = storage();
  keepSeat(open, seat('s_1'));
  expect([...kept.values()]).toEqual(['s_1']);

  forgetSeat(open);
  expect(kept.size).toBe(0);
});

test('what is not an id is not a seat', () => {
  const { open } = storage();
  open().setItem('seat', '<b>no</b>');

  expect(recallSeat(open)).toBeNull();
});

test('a browser that keeps nothing can still join', () => {
  expect(recallSeat(forbidden)).toBeNull();
  expect(() => keepSeat(forbidden, seat('s_1'))).not.toThrow();
  expect(() => forgetSeat(forbidden)).not.toThrow();
});
