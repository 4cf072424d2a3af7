import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Beat } from './Beat.ts';

const BEAT = 20;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const worksFor = (ms: number): Promise<'done'> => new Promise((resolve) => setTimeout(() => resolve('done'), ms));

/** How long an answer takes whose work takes so long. */
async function answered(work: () => Promise<unknown>): Promise<number> {
  const asked = performance.now();
  const answering = new Beat(BEAT).answer(work).then(
    () => performance.now() - asked,
    () => performance.now() - asked,
  );
  await vi.advanceTimersByTimeAsync(10 * BEAT);

  return answering;
}

describe('[PRIV-5] how long an answer takes', () => {
  test.each([0, 1, 7, 19])('is the same after %d ms of work', async (ms) => {
    expect(await answered(() => worksFor(ms))).toBe(BEAT);
  });

  test.each([21, 39])('is a beat more after %d ms', async (ms) => {
    expect(await answered(() => worksFor(ms))).toBe(2 * BEAT);
  });

  test('does not tell whether there was a fault', async () => {
    expect(await answered(() => Promise.reject(new Error('the database is away')))).toBe(BEAT);
  });

  test('begins at once, whatever it waits for then', async () => {
    let begun = 0;
    const answering = new Beat(BEAT).answer(async () => {
      begun += 1;
      return 'the answer';
    });

    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(BEAT);
    expect(await answering).toBe('the answer');
  });
});
