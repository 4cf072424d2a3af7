import { describe, expect, test } from 'vitest';
import { createRestartPolicy } from './restartPolicy.mjs';

const SECOND = 1000;

/** @param {ReturnType<typeof createRestartPolicy>} policy @param {number} from @param {number} to @param {boolean} [killed] */
const died = (policy, from, to, killed = false) =>
  policy.died({ startedAt: from * SECOND, diedAt: to * SECOND, killed });

describe('a server that was up', () => {
  test('is started again at once', () => {
    expect(died(createRestartPolicy(), 0, 100)).toEqual({ waitMs: 0 });
  });

  test('waits longer and longer from its third death within a minute, up to half a minute', () => {
    const policy = createRestartPolicy();
    const waits = [100, 101, 102, 103, 104, 105, 106, 107].map((at, index) =>
      died(policy, index === 0 ? 0 : at - 1, at),
    );
    expect(waits).toEqual([0, 0, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000].map((waitMs) => ({ waitMs })));
  });

  test('is started at once again when it has been calm for a minute', () => {
    const policy = createRestartPolicy();
    died(policy, 0, 100);
    died(policy, 100, 101);
    died(policy, 101, 102);
    expect(died(policy, 104, 200)).toEqual({ waitMs: 0 });
  });
});

describe('a server that was never up', () => {
  test('is given up when it ends by itself: it would do so again', () => {
    expect(died(createRestartPolicy(), 0, 1)).toBe('give up');
  });

  test('gets two more chances when somebody killed it', () => {
    const policy = createRestartPolicy();
    expect(died(policy, 0, 1, true)).toEqual({ waitMs: 0 });
    expect(died(policy, 1, 2, true)).toEqual({ waitMs: 0 });
    expect(died(policy, 2, 3, true)).toBe('give up');
  });
});
