import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import type { MediaKind } from '@doorstep/shared/sframe/layout.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { FrameDesk } from './FrameDesk.ts';
import type { Frames } from './Frames.ts';
import type { FrameNews, FrameOrder } from './frameOrders.ts';

type Order = Exclude<FrameOrder, { order: 'pipe' }>;

/** Seals and opens for real, beside the test instead of in a worker; frames are handed over by hand. */
export class FakeFrames implements Frames {
  readonly transportSettings = {};
  /** Every order, as it came. */
  readonly orders: Order[] = [];
  readonly news: FrameNews[] = [];
  readonly #listeners = new Set<(news: FrameNews) => void>();
  readonly #desk = new FrameDesk((news) => {
    this.news.push(news);
    for (const listener of [...this.#listeners]) listener(news);
  });
  #done: Promise<void> = Promise.resolve();

  /** What leaves this device for a frame, and null when nothing does. */
  sends(kind: MediaKind, frame: Bytes): Promise<Bytes | null> {
    return this.#through(this.#desk.pass({ way: 'out', kind }), frame);
  }

  /** One stream that arrives: what is shown of each frame, null for nothing. */
  arriving(kind: MediaKind, from: SessionId): (frame: Bytes) => Promise<Bytes | null> {
    const stream = `${kind} of ${from}`;
    const line = this.#desk.pass({ way: 'in', kind, from, stream });
    const writer = line.writable.getWriter();
    const reader = line.readable.getReader();
    let next = reader.read();

    return async (frame) => {
      await this.#done;
      await writer.ready;
      await writer.write({ data: frame.slice().buffer });
      const came = await Promise.race([next, new Promise<null>((resolve) => setTimeout(() => resolve(null)))]);
      if (came === null) return null;
      next = reader.read();

      return came.value === undefined ? null : new Uint8Array(came.value.data);
    };
  }

  guard(): void {}

  async seal(kid: number, key: Bytes): Promise<void> {
    await this.#order({ order: 'seal', kid, key });
  }

  silence(): void {
    void this.#order({ order: 'silence' });
  }

  goClear(isClear: boolean): void {
    void this.#order({ order: 'goClear', isClear });
  }

  async hold(from: SessionId, kid: number, key: Bytes): Promise<boolean> {
    await this.#order({ order: 'hold', from, kid, key });
    const told = [...this.news].reverse().find((one) => one.news === 'keyHeld' && one.from === from && one.kid === kid);

    return told?.news === 'keyHeld' && told.isHeld;
  }

  forgetBefore(from: SessionId, kid: number): void {
    void this.#order({ order: 'forgetBefore', from, kid });
  }

  forget(from: SessionId): void {
    void this.#order({ order: 'forget', from });
  }

  onNews(listener: (news: FrameNews) => void): void {
    this.#listeners.add(listener);
  }

  close(): void {}

  #order(order: Order): Promise<void> {
    this.orders.push(order);
    this.#done = this.#done.then(() => this.#desk.handle(order));

    return this.#done;
  }

  async #through(line: TransformStream<{ data: ArrayBuffer }>, frame: Bytes): Promise<Bytes | null> {
    await this.#done;
    const writer = line.writable.getWriter();
    const reading = line.readable.getReader().read();
    await writer.write({ data: frame.slice().buffer });
    await writer.close();
    const { value } = await reading;

    return value === undefined ? null : new Uint8Array(value.data);
  }
}
