import { after, type Instant, type Millis } from '@doorstep/shared/visit/ids.ts';

/** In the long run one in this time; nobody waits longer than it for what has changed. */
const EVERY: Millis = 250;
/** So many at once before that, after a quiet time: what one person does by hand is shown without delay. */
const AT_ONCE = 4;

/** How often something may be done. Nothing is counted but what was done. */
export class Pace {
  /** When all that was done so far would have been done, had it been done evenly. */
  #even = 0;

  /** The earliest instant at which the next one may be done: now, or within a quarter of a second. */
  next(now: Instant): Instant {
    return Math.max(now, this.#even - (AT_ONCE - 1) * EVERY) as Instant;
  }

  /** One has been done. */
  did(now: Instant): void {
    this.#even = after(Math.max(this.#even, now) as Instant, EVERY);
  }
}
