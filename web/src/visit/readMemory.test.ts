import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { readMemory } from './readMemory.ts';

const SAMS = 'sams-phone' as SessionId;

function storage(text: string | null = null) {
  let kept = text;
  return () => ({
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  });
}

test('[PRIV-9] what was read is read after a reload too, at the same seat and at no other', () => {
  const store = storage();
  expect(readMemory(store, SAMS).recall()).toBe(0);
  readMemory(store, SAMS).keep(1_700_000_000_000);

  expect(readMemory(store, SAMS).recall()).toBe(1_700_000_000_000);
  expect(readMemory(store, 'another' as SessionId).recall()).toBe(0);
});

test.each(['sams-phone', 'sams-phone x', 'sams-phone -1', '', 'sams-phone 12345678901234567890'])(
  'what else stands there is nothing: “%s”',
  (kept) => {
    expect(readMemory(storage(kept), SAMS).recall()).toBe(0);
  },
);

test('a browser that keeps nothing costs the way over a reload, no more', () => {
  const memory = readMemory(() => {
    throw new Error('Storage is switched off');
  }, SAMS);
  memory.keep(1);
  expect(memory.recall()).toBe(0);
});
