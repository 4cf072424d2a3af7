import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { FlowOptions } from './frameOrders.ts';
import type { MediaProtection } from './MediaProtection.ts';

/** Under a test's control: whose frames can be opened, and what was guarded. */
export class FakeProtection implements MediaProtection {
  readonly ownKey = 'own';
  readonly transportSettings = {};
  readonly guarded: FlowOptions[] = [];
  /** Devices whose key is missing. */
  readonly closedTo = new Set<SessionId>();
  /** Of which seats it was told; null for none. */
  readonly seats: (Instant | null)[] = [];
  maySend = true;
  isClosed = false;
  readonly #more = new Set<() => void>();
  readonly #needing = new Set<(stream: string) => void>();

  guard(_end: RTCRtpSender | RTCRtpReceiver, flow: FlowOptions): void {
    this.guarded.push(flow);
  }

  seated(at: Instant | null): void {
    this.seats.push(at);
  }

  mayFlow(session: SessionId): boolean {
    return !this.closedTo.has(session);
  }

  onMore(listener: () => void): () => void {
    this.#more.add(listener);
    return () => this.#more.delete(listener);
  }

  onNeedsKeyFrame(listener: (stream: string) => void): () => void {
    this.#needing.add(listener);
    return () => this.#needing.delete(listener);
  }

  /** The key of a device came. */
  open(session: SessionId): void {
    this.closedTo.delete(session);
    for (const listener of this.#more) listener();
  }

  /** A picture of this stream can be opened, but not shown. */
  miss(stream: string): void {
    for (const listener of this.#needing) listener(stream);
  }

  close(): void {
    this.isClosed = true;
  }
}
