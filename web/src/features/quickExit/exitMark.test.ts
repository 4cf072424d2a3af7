import { expect, test } from 'vitest';
import { exitMark, isMarkSet } from './exitMark.ts';

function storage() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, mark: exitMark(() => store) };
}

test('[CARE-5] that somebody left is known to every page of this browser until the server has heard of it', () => {
  const { kept, mark } = storage();
  expect(mark.pending()).toBeNull();
  expect(mark.set('{"session":"s_1"}')).toBe('{"session":"s_1"}');
  expect(mark.pending()).toBe('{"session":"s_1"}');
  expect([...kept]).toEqual([['tab', '{"session":"s_1"}']]);

  mark.remove();
  expect(kept.size).toBe(0);
});

test('[CARE-5] leaving again does not make it forget whom the first time was about', () => {
  const { mark } = storage();
  mark.set('{"session":"s_1"}');

  expect(mark.set('{}')).toBe('{"session":"s_1"}');
  expect(mark.pending()).toBe('{"session":"s_1"}');
});

test('[CARE-5] a browser that keeps nothing can be left all the same', () => {
  const mark = exitMark(() => {
    throw new Error('storage is switched off');
  });
  expect(mark.set('{}')).toBe('{}');
  expect(mark.pending()).toBeNull();
  expect(() => mark.remove()).not.toThrow();
});

test('[CARE-5] other tabs notice the mark being set, and nothing else', () => {
  expect(isMarkSet({ key: 'tab', newValue: '{}' })).toBe(true);
  expect(isMarkSet({ key: 'tab', newValue: null })).toBe(false);
  expect(isMarkSet({ key: 'seat', newValue: '{}' })).toBe(false);
  expect(isMarkSet({ key: null, newValue: null })).toBe(false);
});
