import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Telling } from './Telling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody who is told numbers, and answers as the test says. */
function begin({ gapMs = 1_000, known = null }: { gapMs?: number; known?: number | null } = {}) {
  const state: { now: number | null } = { now: null };
  const heard: number[] = [];
  const answers: CommandAnswer[] = [];
  let line: Promise<void> = Promise.resolve();
  const telling = new Telling<number>({
    newest: () => state.now,
    known: () => known,
    isSame: Object.is,
    send: async (number) => {
      await line;
      heard.push(number);
      return answers.shift() ?? { ok: true };
    },
    gapMs,
  });
  const become = (now: number | null) => {
    state.now = now;
    telling.look();
  };
  /** Until the returned function is called nobody answers. */
  const cut = () => {
    let mend = () => {};
    line = new Promise((resolve) => {
      mend = resolve;
    });
    return mend;
  };
  return { telling, heard, answers, become, cut };
}

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const TOO_FAST: CommandAnswer = { ok: false, refusal: 'tooFast' };

test('tells at once, then only what has changed and no more often than once in the gap, the newest last', async () => {
  const { heard, become } = begin();
  become(1);
  await later(0);
  for (const now of [2, 3, 4]) become(now);
  await later(999);
  expect(heard).toEqual([1]);

  await later(1);
  become(4);
  await later(5_000);
  expect(heard).toEqual([1, 4]);
});

test('says nothing that is known already, and nothing while there is nobody to take it', async () => {
  const { heard, become } = begin({ known: 7 });
  become(7);
  become(null);
  await later(5_000);
  expect(heard).toEqual([]);

  become(8);
  await later(0);
  expect(heard).toEqual([8]);
});

test('[SAFE-5] what was refused as too fast is told again later, as it is by then', async () => {
  const { heard, answers, become } = begin({ gapMs: 0 });
  answers.push(TOO_FAST, TOO_FAST);
  become(1);
  await later(0);
  become(2);
  await later(1_000);
  expect(heard).toEqual([1]);

  await later(5_000);
  expect(heard).toEqual([1, 2, 2]);
});

test('[SAFE-5] what changes while the line is down is told once it is back, in order, without what is no longer so', async () => {
  const { heard, become, cut } = begin();
  const mend = cut();
  become(1);
  await later(10_000);
  for (const now of [2, 3]) become(now);
  expect(heard).toEqual([]);

  mend();
  await later(2_000);
  expect(heard).toEqual([1, 3]);
});

test('tells nothing after it was closed', async () => {
  const { telling, heard, become } = begin();
  become(1);
  await later(0);
  become(2);
  telling.close();
  await later(5_000);
  become(3);
  expect(heard).toEqual([1]);
});
