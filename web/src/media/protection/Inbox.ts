import type { KeyNotice } from '@doorstep/shared/protocol/media.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';

export type Wrapped = Extract<KeyNotice, { type: 'key' }>;

/** Of one device: its view comes a moment later than its key, or the key was for another room. */
const MOST_EACH = 3;
const MOST_SENDERS = 64;

/**
 * Wrapped keys that came and were not opened yet, and from which id on a key of a device is taken: none comes back, or what was sealed with it
 * could be played again (RFC 9605 §9.3). Outlives the stay in a room, because line and view are told on their own.
 */
export class Inbox {
  readonly #waiting = new Map<SessionId, readonly Wrapped[]>();
  readonly #lowest = new Map<string, number>();

  put(notice: Wrapped): void {
    const before = this.#waiting.get(notice.from);
    if (before === undefined && this.#waiting.size >= MOST_SENDERS) return;

    this.#waiting.set(notice.from, [...(before ?? []), notice].slice(-MOST_EACH));
  }

  /** What waits from a device that has this public key, oldest first. */
  of(session: SessionId, peer: string): readonly Wrapped[] {
    const lowest = this.#lowest.get(peer) ?? 0;

    return (this.#waiting.get(session) ?? []).filter(({ kid }) => kid >= lowest);
  }

  /** It was opened: nothing older is taken any more. */
  opened({ from, kid }: Wrapped, peer: string): void {
    this.#lowest.set(peer, kid);
    const rest = (this.#waiting.get(from) ?? []).filter((notice) => notice.kid > kid);
    if (rest.length === 0) this.#waiting.delete(from);
    else this.#waiting.set(from, rest);
  }

  /** The device went: the key that it had here is not taken again either. */
  left(peer: string): void {
    const lowest = this.#lowest.get(peer);
    if (lowest !== undefined) this.#lowest.set(peer, lowest + 1);
  }
}
