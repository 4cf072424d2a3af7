import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';

/** A reader who lets more than this pile up, in UTF-16 units, is let go and comes back for the newest view. */
const MOST_WAITING = 1_000_000;

/** What this needs of an engine.io socket. `flush` and `drain` say that what was waiting is handed to the transport. */
interface Line {
  readonly transport: { readonly writable: boolean };
  on(event: 'packetCreate', listener: (packet: { readonly data?: unknown }) => void): unknown;
  on(event: 'flush' | 'drain', listener: () => void): unknown;
}

interface OutboxParts {
  readonly line: Line;
  readonly send: (message: { readonly sequence: number; readonly view: VisitView }) => void;
  readonly overflow: () => void;
}

/** One connection's way out. A slow reader is not sent every view that it missed, only the newest; and never holds more than a bounded amount of memory. */
export class Outbox {
  readonly #parts: OutboxParts;
  #sequence = 0;
  #waiting = 0;
  #viewWaits = false;
  #holding = 0;
  #newest: VisitView | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    parts.line.on('packetCreate', ({ data }) => this.#wait(typeof data === 'string' ? data.length : 0));
    parts.line.on('flush', () => this.#handedOver());
    parts.line.on('drain', () => this.#sendNewest());
  }

  /** Sends this view as soon as the line is free, unless a newer one comes first. */
  show(view: VisitView): void {
    this.#newest = view;
    this.#sendNewest();
  }

  /** Keeps views back until what it returns is called; then the newest goes. Held several times, until it was let go as often. */
  hold(): () => void {
    this.#holding += 1;

    return () => {
      this.#holding -= 1;
      this.#sendNewest();
    };
  }

  #sendNewest(): void {
    if (this.#newest === null || this.#viewWaits || this.#holding > 0) return;

    const view = this.#newest;
    this.#newest = null;
    this.#viewWaits = !this.#parts.line.transport.writable;
    this.#sequence += 1;
    this.#parts.send({ sequence: this.#sequence, view });
  }

  #wait(length: number): void {
    this.#waiting += length;
    if (this.#waiting > MOST_WAITING) this.#parts.overflow();
  }

  #handedOver(): void {
    this.#waiting = 0;
    this.#viewWaits = false;
  }
}
