import { expect, test } from 'vitest';
import { oneAtATime } from './oneAtATime.mjs';
import { isSource } from './watch.mjs';

test('a change of a source matters; of a test or of what a build writes it does not', () => {
  expect(['src/app/page.tsx', 'next.config.ts'].map(isSource)).toEqual([true, true]);
  expect(['.next/trace', 'out/join.html', 'src/a.test.ts', 'src/page.tsx~', 'next-env.d.ts'].some(isSource)).toBe(
    false,
  );
});

test('what asks while the job runs causes exactly one more run', async () => {
  let runs = 0;
  const job = oneAtATime(async () => {
    runs += 1;
    await Promise.resolve();
  });
  await Promise.all([job(), job(), job()]);
  expect(runs).toBe(2);
  await job();
  expect(runs).toBe(3);
});
