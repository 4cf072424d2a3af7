import { expect, test } from 'vitest';
import { isSessionId, seatMemory } from './seatMemory.ts';

function storage() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, open: () => store };
}

const full = () => {
  throw new Error('full');
};
const forbidden = (): never => {
  throw new Error('storage is switched off');
};

const seat = (text: string) => {
  if (!isSessionId(text)) throw new Error('not an id');
  return text;
};

test('[JOIN-7] a tab that is loaded again knows its seat', () => {
  const { open } = storage();
  seatMemory(open).keep(seat('s_1'));

  expect(seatMemory(open).recall()).toBe('s_1');
});

test('[JOIN-7] a professional’s tab knows its seat in this visit and in no other', () => {
  const { open } = storage();
  seatMemory(open, 'visit-1').keep(seat('s_1'));

  expect(seatMemory(open, 'visit-1').recall()).toBe('s_1');
  expect(seatMemory(open, 'visit-2').recall()).toBeNull();
  expect(seatMemory(open).recall()).toBeNull();
});

test('[CARE-5] nothing but one opaque id is kept of a family, and it can be forgotten', () => {
  const { open, kept } = storage();
  const memory = seatMemory(open);
  memory.keep(seat('s_1'));
  expect([...kept]).toEqual([['seat', ' s_1']]);

  memory.forget();
  expect(kept.size).toBe(0);
});

test.each(['<b>no</b>', ' <b>no</b>', 's_1', ''])('what is not an id is not a seat: %j', (text) => {
  const { open } = storage();
  open().setItem('seat', text);

  expect(seatMemory(open).recall()).toBeNull();
});

test.each([
  ['keeps nothing', forbidden],
  ['is full', () => ({ getItem: () => null, setItem: full, removeItem: () => {} })],
])('a browser that %s can still join', (_what, store) => {
  const memory = seatMemory(store);
  expect(memory.recall()).toBeNull();
  expect(() => memory.keep(seat('s_1'))).not.toThrow();
  expect(() => memory.forget()).not.toThrow();
});
