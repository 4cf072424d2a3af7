import type { Millis } from '@doorstep/shared/visit/ids.ts';
import { addressKey } from './addressKey.ts';

/** How much of something is allowed. */
export interface Rate {
  /** So many at once … */
  readonly burst: number;
  /** … and so many more each second. */
  readonly perSecond: number;
}

/** A token bucket: full at first. */
export class Allowance {
  readonly #rate: Rate;
  #left: number;
  #asOf: Millis;

  constructor(rate: Rate, now: Millis) {
    this.#rate = rate;
    this.#left = rate.burst;
    this.#asOf = now;
  }

  /** Whether one more is within the allowance, and if so, uses it. */
  take(now: Millis): boolean {
    this.#refill(now);
    if (this.#left < 1) return false;

    this.#left -= 1;
    return true;
  }

  /** Whether one more would be within the allowance. */
  allows(now: Millis): boolean {
    this.#refill(now);

    return this.#left >= 1;
  }

  /** Whether nothing of it is used. */
  isFull(now: Millis): boolean {
    this.#refill(now);

    return this.#left === this.#rate.burst;
  }

  #refill(now: Millis): void {
    const seconds = Math.max(now - this.#asOf, 0) / 1_000;
    this.#left = Math.min(this.#rate.burst, this.#left + seconds * this.#rate.perSecond);
    this.#asOf = now;
  }
}

/** From so many keys on, those whose allowance is full again are forgotten. */
const TIDY_FROM = 1_024;

/** One allowance for each key, for keys that come and go without end. */
export class Allowances<Key> {
  readonly #rate: Rate;
  readonly #byKey = new Map<Key, Allowance>();
  #tidyAt = TIDY_FROM;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#byKey.size;
  }

  /** The allowance of that key, whole when it was not known. */
  of(key: Key, now: Millis): Allowance {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;

    if (this.#byKey.size >= this.#tidyAt) this.#tidy(now);
    const allowance = new Allowance(this.#rate, now);
    this.#byKey.set(key, allowance);

    return allowance;
  }

  #tidy(now: Millis): void {
    for (const [key, allowance] of this.#byKey) if (allowance.isFull(now)) this.#byKey.delete(key);
    this.#tidyAt = Math.max(TIDY_FROM, this.#byKey.size * 2);
  }
}

/** One allowance for each address from which requests come, and for all that are the same household's. */
export class AddressAllowances extends Allowances<string> {
  override of(address: string, now: Millis): Allowance {
    return super.of(addressKey(address), now);
  }
}
