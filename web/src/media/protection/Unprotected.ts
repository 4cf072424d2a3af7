import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';
import { KeyOffer } from './KeyOffer.ts';
import type { MediaProtection } from './MediaProtection.ts';

/** Of a browser that cannot encrypt: says so, and waits for the host. What it sends and receives is protected as far as the server alone. */
export class Unprotected implements MediaProtection {
  readonly ownKey = null;
  readonly transportSettings = {};
  readonly #visit: VisitClient;
  readonly #offer: KeyOffer;
  readonly #more = new Set<() => void>();
  #seat: Instant | null = null;

  constructor(visit: VisitClient) {
    this.#visit = visit;
    this.#offer = new KeyOffer(visit, null);
  }

  guard(): void {}

  seated(at: Instant | null): void {
    this.#seat = at;
    for (const listener of this.#more) listener();
  }

  /** The server holds back what comes too early, but it would have it in its hands by then. */
  get maySend(): boolean {
    return this.#room()?.me.protection.is === 'unprotectedAccepted';
  }

  mayFlow(): boolean {
    return this.#room()?.protection.is === 'unprotected';
  }

  onMore(listener: () => void): () => void {
    const stop = this.#visit.subscribe(listener);
    this.#more.add(listener);

    return () => {
      stop();
      this.#more.delete(listener);
    };
  }

  onNeedsKeyFrame(): () => void {
    return () => {};
  }

  close(): void {
    this.#offer.close();
  }

  /** The room of which the screen speaks, if this device's media are in that very seat. */
  #room(): RoomView | null {
    const { view } = this.#visit.getState();

    return view?.screen === 'room' && view.room.since === this.#seat ? view : null;
  }
}
