import type { Attention } from '../../media/condition/attention.ts';
import { Store } from '../../visit/store.ts';

/** A glance elsewhere is nobody's business, not even one's own. */
const LONG_MS = 20_000;

/** [DEV-5] How long somebody was away from this page, known to this page alone. */
export class Absence {
  readonly #attention: Attention;
  readonly #now: () => number;
  readonly #store = new Store<{ readonly awayMs: number | null }>({ awayMs: null });
  #since: number | null = null;

  /** `now` in milliseconds, by a clock that also runs while the device sleeps. */
  constructor(attention: Attention, now: () => number) {
    this.#attention = attention;
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);
  /** Of the last time that was long; null when there was none, or it has been read. */
  readonly awayMs = (): number | null => this.#store.getState().awayMs;

  /** Watches until the returned function is called. */
  start(): () => void {
    this.#look();
    return this.#attention.watch(() => this.#look());
  }

  dismiss(): void {
    this.#store.set({ awayMs: null });
  }

  #look(): void {
    if (this.#attention.isElsewhere()) {
      this.#since ??= this.#now();
      return;
    }
    if (this.#since === null) return;

    const awayMs = this.#now() - this.#since;
    this.#since = null;
    if (awayMs > LONG_MS) this.#store.set({ awayMs });
  }
}
