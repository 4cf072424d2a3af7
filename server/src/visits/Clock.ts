import type { Instant } from '@doorstep/shared/visit/ids.ts';

/** The time, as an argument. */
export interface Clock {
  now(): Instant;
  /**
   * Calls `fn` once, when `now()` has reached `instant`, never before and never within this call.
   * Returns a function that calls it off; calling that twice, or too late, does nothing.
   */
  at(instant: Instant, fn: () => void): () => void;
}
