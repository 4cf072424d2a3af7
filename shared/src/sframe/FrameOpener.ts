import { no, ok, type Result } from '../lib/result.ts';
import type { Bytes } from './bytes.ts';
import { deriveFrameKey, type FrameKey, open, TAG_BYTES } from './cipher.ts';
import { readHeader } from './header.ts';
import { clearLength, type MediaKind, NOTHING_CLEAR } from './layout.ts';
import { ReplayWindow } from './ReplayWindow.ts';

/** Why a frame is not shown: its key is not here, it was opened before or is too old, it was changed on the way, it is no frame of ours. */
export type FrameRefusal = 'noKey' | 'replayed' | 'notAuthentic' | 'malformed';

const MOST_KEYS = 16;

interface HeldKey {
  readonly frameKey: FrameKey;
  readonly seen: ReplayWindow;
}

/**
 * Opens what one device sends. One for all streams of a device refuses a frame that was played on another stream as well;
 * one for each stream refuses it on its own only.
 *
 * The key ids of a device rise. A key that was forgotten never comes back, or frames could be played again under it.
 */
export class FrameOpener {
  readonly #keys = new Map<number, HeldKey>();
  /** Being derived: whoever asks first is first, however long it takes. */
  readonly #coming = new Map<number, Promise<FrameKey>>();
  #lowest = 0;

  /**
   * Holds a key, and forgets the lowest when there are more than sixteen. A key id that is held keeps its first key.
   * Says whether there is a key for this id now: not for an id below one that was forgotten.
   */
  async addKey(kid: number, baseKey: Bytes): Promise<boolean> {
    const frameKey = await this.#firstOf(kid, baseKey);
    if (kid < this.#lowest) return false;
    if (this.#keys.has(kid)) return true;

    this.#keys.set(kid, { frameKey, seen: new ReplayWindow() });
    if (this.#keys.size > MOST_KEYS) this.forgetBefore(Math.min(...this.#keys.keys()) + 1);

    return this.#keys.has(kid);
  }

  async #firstOf(kid: number, baseKey: Bytes): Promise<FrameKey> {
    const coming = this.#coming.get(kid) ?? deriveFrameKey(baseKey, kid, 'decrypt');
    this.#coming.set(kid, coming);
    try {
      return await coming;
    } finally {
      this.#coming.delete(kid);
    }
  }

  /** Forgets all keys with a lower id, for good. */
  forgetBefore(kid: number): void {
    this.#lowest = Math.max(this.#lowest, kid);
    for (const held of this.#keys.keys()) if (held < this.#lowest) this.#keys.delete(held);
  }

  /** The frame as it was before `FrameSealer.seal`, or why it is not to be shown. An empty frame is malformed: none is ever sent. */
  async open(kind: MediaKind, frame: ArrayBuffer): Promise<Result<ArrayBuffer, FrameRefusal>> {
    const sealed = new Uint8Array(frame);
    const first = sealed[0];
    if (first === undefined) return no('malformed');
    const clear = clearLength(kind, first);
    const header = readHeader(sealed, clear);
    if (header === null || sealed.length < header.end + TAG_BYTES) return no('malformed');
    const held = this.#keys.get(header.kid);
    if (held === undefined) return no('noKey');
    if (held.seen.has(header.counter)) return no('replayed');

    const kept = first === NOTHING_CLEAR ? 0 : clear;
    const opened = await open(held.frameKey, sealed, clear, header, kept);
    if (opened === null) return no('notAuthentic');
    // Only now, or anybody could use up counters; and again, because the same frame may have been opened meanwhile.
    if (!held.seen.add(header.counter)) return no('replayed');
    opened.set(sealed.subarray(0, kept));

    return ok(opened.buffer);
  }
}
