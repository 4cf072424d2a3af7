import type { Bytes } from './bytes.ts';
import { deriveFrameKey, type FrameKey, seal } from './cipher.ts';
import { clearLength, hasClearBytes, type MediaKind, NOTHING_CLEAR } from './layout.ts';

const ESCAPE = Uint8Array.of(NOTHING_CLEAR);

/**
 * Encrypts everything that a device sends under one base key: sound, pictures and each of their layers. There is one for each base key,
 * because it counts the frames, and a count that comes twice undoes the protection (RFC 9605 §9.1).
 */
export class FrameSealer {
  readonly #key: FrameKey;
  #counter = 0;

  private constructor(key: FrameKey) {
    this.#key = key;
  }

  static async of(kid: number, baseKey: Bytes): Promise<FrameSealer> {
    return new FrameSealer(await deriveFrameKey(baseKey, kid, 'encrypt'));
  }

  /**
   * The frame as it may be sent. Frames that are sealed at the same time may be done in another order; who cares waits for each.
   * An empty frame stays as it is: browsers make them in silence and send nothing, which anything but nothing would change.
   */
  async seal(kind: MediaKind, frame: ArrayBuffer): Promise<ArrayBuffer> {
    if (frame.byteLength === 0) return frame;

    const bytes = new Uint8Array(frame);
    const clear = hasClearBytes(kind, bytes) ? clearLength(kind, bytes[0] ?? NOTHING_CLEAR) : 0;
    const metadata = clear === 0 ? ESCAPE : bytes.subarray(0, clear);
    const counter = this.#counter;
    this.#counter += 1;

    return (await seal(this.#key, counter, metadata, bytes.subarray(clear))).buffer;
  }
}
