/** 1 January 2026, in milliseconds. */
const BEGAN = Date.UTC(2026, 0, 1);
const TENTH_MS = 100;
const MOST = 0xffff_ffff;

/**
 * The ids of this device's keys: they rise, and tell nothing but the time. Counted from 0 they would tell a room how often people came and
 * went in the one where this device was before (PRIV-5).
 */
export class OwnKids {
  readonly #now: () => number;
  #last = 0;

  /** `now` in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  next(): number {
    const tenths = Math.floor((this.#now() - BEGAN) / TENTH_MS);
    this.#last = Math.max(this.#last + 1, Math.min(Math.max(tenths, 0), MOST));

    return this.#last;
  }
}
