/** Nearly every command is done within half of it, and a fiftieth of a second is felt by nobody. */
export const ANSWERS_EVERY_MS = 20;

/**
 * [PRIV-5] Answers leave on a beat, counted from when each was asked for. A visit does one thing after the other, so that an answer can wait
 * for what somebody else does there; its time would tell of them, to somebody who must not know that they are there at all.
 */
export class Beat {
  readonly #everyMs: number;

  /** `everyMs`: longer than the work of almost every answer, and too short for anybody to feel. In milliseconds. */
  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Does it now; resolves or rejects as it does, a whole number of beats from now. */
  async answer<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const asked = performance.now();
    try {
      return await work();
    } finally {
      const took = performance.now() - asked;
      const rest = this.#everyMs - (took % this.#everyMs);
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  }
}
