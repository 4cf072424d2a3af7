import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';

/** After a no (too fast, or the server has a fault) the newest state is told again. Longer than a second, so that the server's allowance grows meanwhile. */
const AGAIN_MS = 1_500;

export interface TellingNeeds<State> {
  /** What is to be told now; null while there is nothing to tell, or nobody who would take it. */
  readonly newest: () => State | null;
  /** What they know without having been told by this; null when they may know nothing. */
  readonly known: () => State | null;
  readonly isSame: (one: State, other: State) => boolean;
  /** Resolves when answered, however long the line is down. */
  readonly send: (state: State) => Promise<CommandAnswer>;
  /** At least so many milliseconds from one telling to the next. */
  readonly gapMs: number;
}

/** Keeps somebody told of a state that changes: one telling at a time, in order, the newest only, and again when it was not taken. */
export class Telling<State> {
  readonly #needs: TellingNeeds<State>;
  /** What was told last, unless it was refused. */
  #told: State | null = null;
  #busy = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(needs: TellingNeeds<State>) {
    this.#needs = needs;
  }

  /** Looks whether there is something to tell; call it whenever there may be. */
  look(): void {
    if (this.#busy || this.#isOver) return;

    const { newest, known, isSame } = this.#needs;
    const now = newest();
    const before = this.#told ?? known();
    if (now === null || (before !== null && isSame(now, before))) return;

    void this.#tell(now);
  }

  close(): void {
    this.#isOver = true;
    clearTimeout(this.#rest);
  }

  async #tell(state: State): Promise<void> {
    this.#busy = true;
    this.#told = state;
    const gap = this.#restFor(this.#needs.gapMs);
    const { ok } = await this.#needs.send(state);
    await gap;
    if (!ok) {
      this.#told = null;
      await this.#restFor(AGAIN_MS);
    }
    this.#busy = false;
    this.look();
  }

  async #restFor(ms: number): Promise<void> {
    if (ms === 0 || this.#isOver) return;

    await new Promise<void>((resolve) => {
      this.#rest = setTimeout(resolve, ms);
    });
  }
}
