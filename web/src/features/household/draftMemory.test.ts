import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { draftMemory } from './draftMemory.ts';

const HERE = 'here' as SessionId;

function storage(...kept: readonly (readonly [string, string])[]) {
  const entries = new Map(kept);
  const store = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };

  return { entries, store: () => store };
}

const HALF: Draft = {
  people: [{ name: 'Ruth', relationship: 'Gran' }],
  adding: { name: 'Ol', tapped: { is: 'word', word: 'Friend' }, ownWord: '' },
};

test('[JOIN-5] what was typed is there again after a reload, down to the half-written name', () => {
  const { store } = storage();
  draftMemory(store, HERE).keep(HALF);

  expect(draftMemory(store, HERE).recall()).toEqual(HALF);
});

test('[CARE-5] once told, nothing of it is left in the browser', () => {
  const { store, entries } = storage();
  const memory = draftMemory(store, HERE);
  memory.keep(HALF);
  memory.forget();

  expect(entries.size).toBe(0);
  expect(memory.recall()).toBeNull();
});

test('another link in the same tab does not find it', () => {
  const { store } = storage();
  draftMemory(store, HERE).keep(HALF);

  expect(draftMemory(store, 'there' as SessionId).recall()).toBeNull();
});

test.each(['', '{', 'null', '[]', '{"of":"here"}', '{"of":"here","people":5}'])('%j is no answer', (text) => {
  expect(draftMemory(storage(['unsent', text]).store, HERE).recall()).toBeNull();
});

test('what does not belong into an answer is left out of it', () => {
  const people = [
    { name: 'Ruth', relationship: 'Gran' },
    { name: 5 },
    { name: 'x'.repeat(61), relationship: '' },
    null,
  ];
  const { store } = storage(['unsent', JSON.stringify({ of: 'here', people, adding: { name: 'Ol' } })]);

  expect(draftMemory(store, HERE).recall()).toEqual({ people: [HALF.people[0]], adding: null });
});

test('a browser that keeps nothing costs the draft, no more', () => {
  const memory = draftMemory(() => {
    throw new Error('Storage is switched off');
  }, HERE);

  memory.keep(HALF);
  memory.forget();
  expect(memory.recall()).toBeNull();
});
