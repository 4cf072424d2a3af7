import type { VisitClient } from '../../visit/VisitClient.ts';
import { KeyOffer } from './KeyOffer.ts';
import type { MediaProtection } from './MediaProtection.ts';

/** Of a browser that cannot encrypt: says so, and waits for the host. What it sends and receives is protected as far as the server alone. */
export class Unprotected implements MediaProtection {
  readonly ownKey = null;
  readonly transportSettings = {};
  readonly #visit: VisitClient;
  readonly #offer: KeyOffer;

  constructor(visit: VisitClient) {
    this.#visit = visit;
    this.#offer = new KeyOffer(visit, null);
  }

  guard(): void {}

  /** The server holds back what comes too early, but it would have it in its hands by then. */
  get maySend(): boolean {
    const { view } = this.#visit.getState();

    return view?.screen === 'room' && view.me.protection.is === 'unprotectedAccepted';
  }

  mayFlow(): boolean {
    const { view } = this.#visit.getState();

    return view?.screen === 'room' && view.protection.is === 'unprotected';
  }

  onMore(listener: () => void): () => void {
    return this.#visit.subscribe(listener);
  }

  onNeedsKeyFrame(): () => void {
    return () => {};
  }

  close(): void {
    this.#offer.close();
  }
}
