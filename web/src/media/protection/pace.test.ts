import { expect, test } from 'vitest';
import { Pace } from './Pace.ts';

/** A page whose time passes only while it waits. */
function page() {
  const clock = { now: 5_000 };
  const pace = new Pace(
    () => clock.now,
    async (ms) => {
      clock.now += ms;
    },
  );
  /** When each of so many is made, in milliseconds from the beginning. */
  const makes = async (count: number, isWanted = () => true): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let time = 0; time < count; time += 1) {
      await pace.turn(isWanted);
      times.push(clock.now - 5_000);
    }

    return times;
  };

  return { clock, makes };
}

test('[SAFE-6] eight new keys are made at once, and from then on one a second', async () => {
  expect(await page().makes(12)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1_000, 2_000, 3_000, 4_000]);
});

test('[SAFE-6] … and after a quiet while as many at once again', async () => {
  const { clock, makes } = page();
  await makes(8);
  clock.now += 8_000;
  expect((await makes(9)).slice(7)).toEqual([8_000, 9_000]);
});

test('[SAFE-6] a key that is not wanted any more when its turn comes counts for nothing: whoever goes from room to room is not held up by it', async () => {
  const { makes } = page();
  await makes(8);
  await makes(30, () => false);
  expect(await makes(2)).toEqual([1_000, 2_000]);
});
