import type { VisitClient } from '../../visit/VisitClient.ts';

/** A page that was opened many times in a row is refused for a while: nobody has a key for it meanwhile, so it is not to wait for others. */
const AGAIN_MS = 5_000;

/** [SAFE-2] Says what this device encrypts with, or that it cannot, until the visit shows that it knows. */
export class KeyOffer {
  readonly #visit: VisitClient;
  readonly #key: string | null;
  readonly #stop: () => void;
  #isAsking = false;
  #isClosed = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(visit: VisitClient, key: string | null) {
    this.#visit = visit;
    this.#key = key;
    this.#stop = visit.subscribe(() => this.#settle());
    this.#settle();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#again);
    this.#stop();
  }

  #isWanted(): boolean {
    const { connection, view } = this.#visit.getState();
    if (connection !== 'connected' || view === null || view.screen === 'out') return false;
    if (view.can['protection.offer'] !== 'yes') return false;
    const { key, is } = view.me.protection;

    return key !== this.#key || is === 'notYet';
  }

  #settle(): void {
    if (this.#isAsking || this.#again !== undefined || !this.#isWanted()) return;

    this.#isAsking = true;
    void this.#ask();
  }

  /** The view that shows it asks whether it is right; one that comes to another end asks again with the next view. */
  async #ask(): Promise<void> {
    const answer = await this.#visit.send({ type: 'protection.offer', key: this.#key });
    this.#isAsking = false;
    if (answer.ok || this.#isClosed) return;

    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.#settle();
    }, AGAIN_MS);
  }
}
