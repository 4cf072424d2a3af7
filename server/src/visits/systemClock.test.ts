import { after } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { systemClock } from './systemClock.ts';

test('rings when the instant has come, not before, and at once for one that is past', async () => {
  const due = after(systemClock.now(), 30);
  const rang = await new Promise<number>((resolve) => systemClock.at(due, () => resolve(systemClock.now())));
  expect(rang).toBeGreaterThanOrEqual(due);

  await new Promise<void>((resolve) => systemClock.at(after(due, -1_000), resolve));
});

test('does not ring for what was called off', async () => {
  let rang = false;
  const callOff = systemClock.at(systemClock.now(), () => {
    rang = true;
  });
  callOff();
  callOff();
  await new Promise<void>((resolve) => systemClock.at(after(systemClock.now(), 5), resolve));

  expect(rang).toBe(false);
});
