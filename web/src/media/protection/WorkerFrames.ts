import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Frames } from './Frames.ts';
import type { FlowOptions, FrameNews, FrameOrder, MediaFrame } from './frameOrders.ts';

/** An older way, of Chromium before 141 (Android 8 and 9 end at 138): the page itself takes the frames out. */
interface WithEncodedStreams {
  createEncodedStreams(): {
    readonly readable: ReadableStream<MediaFrame>;
    readonly writable: WritableStream<MediaFrame>;
  };
}

type End = RTCRtpSender | RTCRtpReceiver;

const canMakeStreams = (end: object): end is WithEncodedStreams => 'createEncodedStreams' in end;

/** By which way this browser hands encoded frames to a worker; null when by none, as before iOS 15.4. */
export function wayOfFrames(): 'script' | 'streams' | null {
  if (globalThis.crypto?.subtle === undefined || typeof Worker !== 'function') return null;
  if (typeof RTCRtpScriptTransform === 'function') return 'script';

  return typeof RTCRtpSender === 'function' && canMakeStreams(RTCRtpSender.prototype) ? 'streams' : null;
}

/** A script that has not come by then does not come: the line is worse than that, or the server has another by now. */
const STARTS_WITHIN_MS = 15_000;

const startWorker = (): Worker => new Worker(new URL('./frameWorker.ts', import.meta.url), { type: 'module' });

/** Seals and opens in a worker of its own, so that a busy page costs no frame and none of them waits for the page. */
export class WorkerFrames implements Frames {
  readonly transportSettings: Partial<RTCConfiguration>;
  readonly #way: 'script' | 'streams';
  readonly #worker = startWorker();
  readonly #listeners = new Set<(news: FrameNews) => void>();

  /** Rejects when the worker does not start: then nothing would ever be sealed or opened, and nobody told why. */
  static async start(way: 'script' | 'streams'): Promise<WorkerFrames> {
    const frames = new WorkerFrames(way);
    try {
      await frames.#started();
      return frames;
    } catch (error) {
      frames.close();
      throw error;
    }
  }

  private constructor(way: 'script' | 'streams') {
    this.#way = way;
    this.transportSettings = way === 'script' ? {} : LEGACY;
    this.#worker.onmessage = ({ data }: MessageEvent<FrameNews>) => {
      for (const listener of [...this.#listeners]) listener(data);
    };
  }

  guard(end: End, flow: FlowOptions): void {
    if (this.#way === 'script') {
      end.transform = new RTCRtpScriptTransform(this.#worker, flow);
      return;
    }
    // Fails loudly rather than sending in the clear: whoever produces gives up.
    if (!canMakeStreams(end)) throw new Error('This browser no longer hands frames over');
    const { readable, writable } = end.createEncodedStreams();
    this.#order({ order: 'pipe', flow, readable, writable }, [readable, writable]);
  }

  seal(kid: number, key: Bytes): Promise<void> {
    return this.#ask({ order: 'seal', kid, key }, (news) =>
      news.news === 'sealing' && news.kid === kid ? { answer: undefined } : null,
    );
  }

  silence(): void {
    this.#order({ order: 'silence' });
  }

  goClear(isClear: boolean): void {
    this.#order({ order: 'goClear', isClear });
  }

  hold(from: SessionId, kid: number, key: Bytes): Promise<boolean> {
    return this.#ask({ order: 'hold', from, kid, key }, (news) =>
      news.news === 'keyHeld' && news.from === from && news.kid === kid ? { answer: news.isHeld } : null,
    );
  }

  forgetBefore(from: SessionId, kid: number): void {
    this.#order({ order: 'forgetBefore', from, kid });
  }

  forget(from: SessionId): void {
    this.#order({ order: 'forget', from });
  }

  onNews(listener: (news: FrameNews) => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#worker.terminate();
  }

  #started(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('What seals and opens did not start')), STARTS_WITHIN_MS);
      this.onNews(({ news }) => {
        if (news !== 'ready') return;
        clearTimeout(late);
        resolve();
      });
      this.#worker.onerror = () => {
        clearTimeout(late);
        reject(new Error('What seals and opens could not be fetched'));
      };
    });
  }

  #order(order: FrameOrder, transfer: Transferable[] = []): void {
    this.#worker.postMessage(order, transfer);
  }

  #ask<Answer>(order: FrameOrder, answerIn: (news: FrameNews) => { readonly answer: Answer } | null): Promise<Answer> {
    return new Promise((resolve) => {
      const listener = (news: FrameNews): void => {
        const found = answerIn(news);
        if (found === null) return;
        this.#listeners.delete(listener);
        resolve(found.answer);
      };
      this.#listeners.add(listener);
      this.#order(order);
    });
  }
}

/** Only browsers of the older way know this setting, and no type does any more. */
const LEGACY: Partial<RTCConfiguration> = { encodedInsertableStreams: true } as Partial<RTCConfiguration>;
