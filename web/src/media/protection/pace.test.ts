import { expect, test } from 'vitest';
import { Pace } from './Pace.ts';

/** When each of so many is made, in milliseconds, if each is wanted as soon as the one before it is made. */
async function madeAt(count: number): Promise<readonly number[]> {
  let now = 5_000;
  const pace = new Pace(
    () => now,
    async (ms) => {
      now += ms;
    },
  );
  const times: number[] = [];
  for (let time = 0; time < count; time += 1) {
    await pace.turn();
    times.push(now - 5_000);
  }

  return times;
}

test('[SAFE-6] eight new keys are made at once, and from then on one a second', async () => {
  expect(await madeAt(12)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1_000, 2_000, 3_000, 4_000]);
});

test('[SAFE-6] … and after a quiet while as many at once again', async () => {
  let now = 0;
  const waits: number[] = [];
  const pace = new Pace(
    () => now,
    async (ms) => {
      waits.push(ms);
    },
  );
  for (let time = 0; time < 8; time += 1) await pace.turn();
  now += 8_000;
  for (let time = 0; time < 9; time += 1) await pace.turn();
  expect(waits).toEqual([1_000]);
});
