import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { Clock } from './Clock.ts';

/** A clock that is set forward is noticed within this time; it is also well below the longest delay of a Node timer (24.8 days). */
const LONGEST_SLEEP = 60_000;

const now = (): Instant => Date.now() as Instant;

/** The machine's own clock. Waiting does not keep the process alive. */
export const systemClock: Clock = {
  now,
  at(instant, fn) {
    let timer: NodeJS.Timeout;
    const sleep = () => {
      timer = setTimeout(wake, Math.min(Math.max(instant - now(), 0), LONGEST_SLEEP));
      timer.unref();
    };
    const wake = () => (now() < instant ? sleep() : fn());
    sleep();

    return () => clearTimeout(timer);
  },
};
