import type { Result } from '@doorstep/shared/lib/result.ts';
import type { VisitClient } from '../visit/VisitClient.ts';
import type { DrawnPicture } from './drawnPicture.ts';
import { gradeOf, isEnough, type LineSample, measureOf } from './lineGrade.ts';
import type { NetworkCheck } from './NetworkCheck.ts';
import { Pause } from './pause.ts';

/** One's own picture on its way to the SFU and back. */
export interface Loop {
  /** Lets this track flow. Rejects when the server or the browser does not. The track stays its owner's. */
  start(track: MediaStreamTrack): Promise<void>;
  /** What has been counted so far. */
  sample(): Promise<LineSample>;
  /** Ends it here at once, and tells the server. */
  close(): void;
}

export interface NetworkCheckingNeeds {
  /** Rejects with `UnsupportedError` where the browser cannot take part. */
  readonly openLoop: () => Promise<Result<Loop, 'refused' | 'noPath'>>;
  /** Null where a browser cannot send what is drawn. */
  readonly drawPicture: () => DrawnPicture | null;
  /** Calls `listener` when the page goes out of sight, where browsers slow drawing down; returns how to stop. */
  readonly onHidden: (listener: () => void) => () => void;
}

type Visit = Pick<VisitClient, 'getState' | 'subscribe' | 'onNotice'>;
type Why = NonNullable<NetworkCheck['why']>;

/** Of all of it: a person waits for this. */
const LONGEST_MS = 6_000;
const SAMPLE_EVERY_MS = 250;

const failed = (why: Why): NetworkCheck => ({
  grade: 'failed',
  why,
  roundTripMs: null,
  lossShare: null,
  kbitUp: null,
  kbitDown: null,
});

/** One check, from the first question to the last packet. */
export class NetworkChecking {
  readonly #visit: Visit;
  readonly #needs: NetworkCheckingNeeds;
  readonly #samples: LineSample[] = [];
  readonly #toEnd: (() => void)[] = [];
  #finish: (check: NetworkCheck) => void = () => {};
  #over = false;

  constructor(visit: Visit, needs: NetworkCheckingNeeds) {
    this.#visit = visit;
    this.#needs = needs;
  }

  /** Runs it once. Never rejects. */
  run(signal: AbortSignal | undefined): Promise<NetworkCheck> {
    return new Promise((resolve) => {
      this.#finish = resolve;
      if (signal?.aborted) return this.#end(failed('cutShort'));

      this.#watch(signal);
      this.#measure().catch((error: unknown) => {
        const unsupported = error instanceof Error && error.name === 'UnsupportedError';
        this.#end(unsupported ? failed('unsupported') : this.#result());
      });
    });
  }

  /** Whatever makes the check void ends it within that very call, so that a seat has the line to itself. */
  #watch(signal: AbortSignal | undefined): void {
    const cut = (): void => this.#end(failed('cutShort'));
    const timer = setTimeout(() => this.#end(this.#result()), LONGEST_MS);
    signal?.addEventListener('abort', cut);
    this.#toEnd.push(
      () => clearTimeout(timer),
      () => signal?.removeEventListener('abort', cut),
      this.#needs.onHidden(cut),
      this.#visit.onNotice(({ type }) => (type === 'seated' || type === 'loopClosed') && cut()),
      this.#visit.subscribe(() => this.#visit.getState().connection === 'closed' && cut()),
    );
  }

  async #measure(): Promise<void> {
    await this.#connected();
    if (this.#over) return;

    const picture = this.#needs.drawPicture();
    if (picture === null) return this.#end(failed('unsupported'));
    this.#hold(() => picture.stop());
    const opened = await this.#needs.openLoop();
    if (!opened.ok) return this.#end(failed(opened.error));
    const loop = opened.value;
    this.#hold(() => loop.close());
    if (this.#over) return;

    await Promise.all([loop.start(picture.track), this.#sample(loop)]);
  }

  async #sample(loop: Loop): Promise<void> {
    const pause = new Pause();
    this.#hold(() => pause.cutShort());
    while (!this.#over) {
      await pause.wait(SAMPLE_EVERY_MS);
      if (this.#over) return;
      this.#samples.push(await loop.sample());
      if (isEnough(this.#samples)) this.#end(this.#result());
    }
  }

  /** Resolves when there is somebody to ask. */
  async #connected(): Promise<void> {
    const isThere = () => this.#visit.getState().connection === 'connected';
    if (isThere()) return;

    await new Promise<void>((resolve) => {
      this.#hold(this.#visit.subscribe(() => isThere() && resolve()));
      this.#hold(resolve);
    });
  }

  #result(): NetworkCheck {
    const measure = measureOf(this.#samples);

    if (measure === null) return failed('noPath');

    const { roundTripMs, lossShare, kbitUp, kbitDown } = measure;
    return { grade: gradeOf(measure), why: null, roundTripMs, lossShare, kbitUp, kbitDown };
  }

  /** Ends this with the check, or now if that is over already. */
  #hold(end: () => void): void {
    if (this.#over) end();
    else this.#toEnd.push(end);
  }

  #end(check: NetworkCheck): void {
    if (this.#over) return;

    this.#over = true;
    for (const end of this.#toEnd.splice(0)) end();
    this.#finish(check);
  }
}
