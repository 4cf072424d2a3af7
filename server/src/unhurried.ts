import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Unhurried } from '@doorstep/shared/lib/unhurried.ts';

/** A step is an entry of a log, which takes some tens of microseconds; so many are a few milliseconds, which nobody notices in a call. */
const STEPS_IN_A_TURN = 100;

/** Does long work a little in each turn of the event loop, so that everything else has its turns meanwhile. */
export async function unhurried<Value>(work: Unhurried<Value>): Promise<Value> {
  for (let steps = 1; ; steps += 1) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (steps % STEPS_IN_A_TURN === 0) await nextTurn();
  }
}
