import { assertUnreachable } from '@doorstep/shared/lib/assertUnreachable.ts';
import { FrameOpener, type FrameRefusal } from '@doorstep/shared/sframe/FrameOpener.ts';
import { FrameSealer } from '@doorstep/shared/sframe/FrameSealer.ts';
import type { MediaKind } from '@doorstep/shared/sframe/layout.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { FlowOptions, FrameNews, FrameOrder, MediaFrame } from './frameOrders.ts';

/** So many frames in a row that cannot be opened are more than a key that is on its way. */
const TOO_MANY_CLOSED = 10;
/** A picture that has to begin anew is asked for no more often than this many frames of it come: half a second. */
const ASK_EACH = 12;

type Arriving = Extract<FlowOptions, { way: 'in' }>;

/**
 * [SAFE-2] Seals every frame that leaves this device and opens every one that arrives. It fails closed: without a key nothing is sent and
 * nothing is shown. Lives in a worker, beside the page.
 */
export class FrameDesk {
  readonly #tell: (news: FrameNews) => void;
  readonly #openers = new Map<SessionId, FrameOpener>();
  #sealer: FrameSealer | null = null;
  #isClear = false;

  constructor(tell: (news: FrameNews) => void) {
    this.#tell = tell;
  }

  async handle(order: Exclude<FrameOrder, { order: 'pipe' }>): Promise<void> {
    switch (order.order) {
      case 'seal':
        this.#sealer = await FrameSealer.of(order.kid, order.key);
        return this.#tell({ news: 'sealing', kid: order.kid });
      case 'silence':
        this.#sealer = null;
        return;
      case 'goClear':
        this.#isClear = order.isClear;
        return;
      case 'hold':
        return this.#hold(order);
      case 'forgetBefore':
        return this.#openers.get(order.from)?.forgetBefore(order.kid);
      case 'forget':
        this.#openers.delete(order.from);
        return;
      default:
        assertUnreachable(order);
    }
  }

  /** Passes the frames of one sender or receiver on, as they may be seen on the other end. `onFrame` is called for each that comes. */
  pass(flow: FlowOptions, onFrame: () => void = () => {}): TransformStream<MediaFrame, MediaFrame> {
    const change = flow.way === 'out' ? this.#outgoing(flow.kind) : this.#incoming(flow);

    return new TransformStream({
      transform: async (frame, line) => {
        onFrame();
        const data = await change(frame.data);
        if (data === null) return;

        frame.data = data;
        line.enqueue(frame);
      },
    });
  }

  async #hold({ from, kid, key }: Extract<FrameOrder, { order: 'hold' }>): Promise<void> {
    const opener = this.#openers.get(from) ?? new FrameOpener();
    this.#openers.set(from, opener);
    const isHeld = await opener.addKey(kid, key);
    this.#tell({ news: 'keyHeld', from, kid, isHeld });
  }

  #outgoing(kind: MediaKind) {
    return async (frame: ArrayBuffer): Promise<ArrayBuffer | null> => {
      if (this.#isClear) return frame;

      return (await this.#sealer?.seal(kind, frame)) ?? null;
    };
  }

  #incoming({ kind, from, stream }: Arriving) {
    const gap = new Gap(() => this.#tell({ news: 'needsKeyFrame', stream }));
    let closed = 0;

    return async (frame: ArrayBuffer): Promise<ArrayBuffer | null> => {
      const opened = await this.#open(kind, from, frame);
      if (opened.data !== null) {
        closed = 0;

        return kind === 'video' && !gap.mayShow(opened.data) ? null : opened.data;
      }
      // On a bad line many come twice (RFC 4588): what came before is neither a gap nor a sign of a wrong key.
      if (opened.why === 'replayed') return null;
      gap.lost();
      closed += 1;
      if (closed % TOO_MANY_CLOSED === 0) this.#tell({ news: 'cannotOpen', from });

      return null;
    };
  }

  async #open(kind: MediaKind, from: SessionId, frame: ArrayBuffer): Promise<Opened> {
    const opener = this.#openers.get(from);
    const opened = await opener?.open(kind, frame);
    if (opened?.ok === true) return { data: opened.value, why: null };

    const why = opened?.error ?? 'noKey';
    // What was sealed with a key that is here, and was changed on the way, is never shown. Everything else may be a clear frame.
    const isClearFrame = this.#isClear && why !== 'notAuthentic' && why !== 'replayed';

    return isClearFrame ? { data: frame, why: null } : { data: null, why };
  }
}

interface Opened {
  readonly data: ArrayBuffer | null;
  readonly why: FrameRefusal | null;
}

/** A picture that lost a frame: what follows changes a picture that is not there, until one comes that is whole. */
class Gap {
  readonly #ask: () => void;
  #isOpen = false;
  #waited = 0;

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  lost(): void {
    this.#isOpen = true;
  }

  mayShow(frame: ArrayBuffer): boolean {
    if (isWholePicture(frame)) this.#isOpen = false;
    if (!this.#isOpen) return true;

    if (this.#waited % ASK_EACH === 0) this.#ask();
    this.#waited += 1;

    return false;
  }
}

/** RFC 6386 §9.1: the lowest bit of a VP8 frame is 0 in a key frame. */
function isWholePicture(frame: ArrayBuffer): boolean {
  const [first] = new Uint8Array(frame, 0, Math.min(1, frame.byteLength));

  return first !== undefined && (first & 1) === 0;
}
