import type { VisitClient } from '../../visit/VisitClient.ts';

/** [SAFE-2] Says what this device encrypts with, or that it cannot, until the visit shows that it knows. */
export class KeyOffer {
  readonly #visit: VisitClient;
  readonly #key: string | null;
  readonly #stop: () => void;
  #isAsking = false;

  constructor(visit: VisitClient, key: string | null) {
    this.#visit = visit;
    this.#key = key;
    this.#stop = visit.subscribe(() => this.#settle());
    this.#settle();
  }

  close(): void {
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
    if (this.#isAsking || !this.#isWanted()) return;

    this.#isAsking = true;
    // The view that shows it asks whether it is right; one that comes to another end asks again with the next view.
    void this.#visit.send({ type: 'protection.offer', key: this.#key }).finally(() => {
      this.#isAsking = false;
    });
  }
}
