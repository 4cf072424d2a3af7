const WORD = 32;
const WORDS = 64;
/** About ten seconds of a device that sends sound and three layers of a picture: nothing that is later could still be shown. */
const WINDOW = WORD * (WORDS - 1);

/** Which counters of a key were seen (RFC 9605 §9.3): the latest about two thousand exactly, all before them as if they were. In 256 bytes. */
export class ReplayWindow {
  readonly #seen = new Uint32Array(WORDS);
  #highest = -1;

  has(counter: number): boolean {
    if (counter > this.#highest) return false;

    return counter <= this.#highest - WINDOW || (this.#wordOf(counter) & bitOf(counter)) !== 0;
  }

  /** Says whether it was new. */
  add(counter: number): boolean {
    if (this.has(counter)) return false;

    this.#moveTo(counter);
    this.#seen[wordIndex(counter) % WORDS] = this.#wordOf(counter) | bitOf(counter);

    return true;
  }

  /** The words are used in a ring: those that come into the window are wiped of what they said before. */
  #moveTo(counter: number): void {
    if (counter <= this.#highest) return;
    const from = this.#highest < 0 ? -1 : wordIndex(this.#highest);
    const to = wordIndex(counter);
    for (let word = Math.max(from + 1, to - WORDS + 1); word <= to; word += 1) this.#seen[word % WORDS] = 0;
    this.#highest = counter;
  }

  #wordOf(counter: number): number {
    return this.#seen[wordIndex(counter) % WORDS] ?? 0;
  }
}

const wordIndex = (counter: number) => Math.floor(counter / WORD);

const bitOf = (counter: number) => 1 << (counter % WORD);
