/** So many in a row: people who come into a room one after another. */
const AT_ONCE = 8;
/** From then on one in so many milliseconds. */
const EACH_MS = 1_000;

/**
 * [SAFE-6] How fast one device makes new keys, whoever comes and goes around it and however often: each is something to say to everybody in
 * the room and to hear from them, and the server passes on only so much (`KeyRelay`). A leaky bucket, as in ITU-T I.371.
 */
export class Pace {
  readonly #now: () => number;
  readonly #wait: (ms: number) => Promise<void>;
  /** When the bucket would be empty. */
  #emptyAt = 0;

  /** `now` in milliseconds, by a clock that never goes back. */
  constructor(now: () => number, wait: (ms: number) => Promise<void>) {
    this.#now = now;
    this.#wait = wait;
  }

  /** Resolves when the next one may be made, within a second or so. It counts only if it is wanted still. */
  async turn(isWanted: () => boolean): Promise<void> {
    for (let early = this.#early(); early > 0; early = this.#early()) await this.#wait(early);
    if (isWanted()) this.#emptyAt = Math.max(this.#emptyAt, this.#now()) + EACH_MS;
  }

  /** How long the next one has to wait. */
  #early(): number {
    return this.#emptyAt - this.#now() - (AT_ONCE - 1) * EACH_MS;
  }
}

/** By the page’s own clock. */
export const pagePace = (): Pace =>
  new Pace(
    () => performance.now(),
    (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  );
