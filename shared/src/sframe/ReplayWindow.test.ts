import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReplayWindow } from './ReplayWindow.ts';

test('each counter is new once, in whatever order they come', () => {
  const near = fc.array(fc.nat({ max: 1_500 }), { minLength: 100, maxLength: 300 });
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 40 }), near, (base, steps) => {
      const window = new ReplayWindow();
      const seen = new Set<number>();
      for (const step of steps) {
        const counter = base + step;
        expect(window.has(counter)).toBe(seen.has(counter));
        expect(window.add(counter)).toBe(!seen.has(counter));
        seen.add(counter);
      }
    }),
  );
});

test('over any jumps: nothing is new twice, and what is new and no more than 1,024 late is taken', () => {
  const jump = fc.oneof(fc.integer({ min: -3_000, max: 40 }), fc.integer({ min: 0, max: 5_000 }));
  fc.assert(
    fc.property(fc.array(jump, { minLength: 100, maxLength: 300 }), (jumps) => {
      const window = new ReplayWindow();
      const taken = new Set<number>();
      let highest = 0;
      for (const step of jumps) {
        const counter = Math.max(0, highest + step);
        const isNew = window.add(counter);
        if (isNew) expect(taken.has(counter)).toBe(false);
        else expect(taken.has(counter) || counter < highest - 1_024).toBe(true);
        if (isNew) taken.add(counter);
        highest = Math.max(highest, counter);
      }
    }),
  );
});

test('of counters without a gap none is ever new again', () => {
  const window = new ReplayWindow();
  for (let counter = 0; counter < 5_000; counter += 1) expect(window.add(counter)).toBe(true);
  for (let counter = 0; counter < 5_000; counter += 1) expect(window.add(counter)).toBe(false);
});

test('what is older than the window counts as seen', () => {
  const window = new ReplayWindow();
  window.add(100_000);
  expect(window.add(90_000)).toBe(false);
  expect(window.add(100_000 - 1_024)).toBe(true);
});
