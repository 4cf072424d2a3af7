/** What was counted on the way there and back, from the beginning up to a moment. */
export interface LineSample {
  /** When, in milliseconds on any clock. */
  readonly at: number;
  readonly sent: { readonly bytes: number; readonly packets: number };
  /** Of the packets sent, those that the SFU misses. */
  readonly lostOnTheWayUp: number;
  readonly received: { readonly bytes: number; readonly packets: number };
  /** Of the packets that should have come, those that did not. */
  readonly lostOnTheWayBack: number;
  /** What the line's congestion control would let through just then; null where the browser does not say. */
  readonly allowedKbit: number | null;
  /** The latest that is known; null before there is one. */
  readonly roundTripMs: number | null;
}

export interface LineMeasure {
  /** The typical one; a line may allow more than a busy device draws. */
  readonly allowedKbit: number | null;
  readonly roundTripMs: number | null;
  readonly lossShare: number | null;
  readonly kbitUp: number | null;
  readonly kbitDown: number | null;
}

/** The sender finds its rate in this time, whatever it began with; in milliseconds. */
const SETTLING_MS = 1_000;
/** Flowing for so long after that is measured well. */
const WATCHED_MS = 3_000;
/** Less than this says nothing about a rate. */
const LEAST_MS = 800;

/**
 * `good`: 400 of the 600 kbit/s that were tried come through both ways: sound (32) and the large picture (250 and more) with what protocols add.
 * `fair`: sound and the small picture (110) need 150 kbit/s. The delays are from ITU-T G.114: a conversation is at ease up to 150 ms each
 * way and hard beyond 400. Opus mends a lost packet in ten from the next one (RFC 6716, 2.1.7); up to one in fifty nobody notices.
 */
const GOOD = { kbit: 400, lossShare: 0.02, roundTripMs: 300 } as const;
const FAIR = { kbit: 150, lossShare: 0.1, roundTripMs: 800 } as const;

const flowing = (samples: readonly LineSample[]) => samples.filter(({ received }) => received.packets > 0);

/** Whether more samples would tell no more. */
export function isEnough(samples: readonly LineSample[]): boolean {
  const flow = flowing(samples);

  return spanOf(flow) >= SETTLING_MS + WATCHED_MS;
}

/** What a line carries; null when nothing came back. What too short a time leaves unknown is null. */
export function measureOf(samples: readonly LineSample[]): LineMeasure | null {
  const flow = flowing(samples);
  const [begin] = flow;
  if (begin === undefined) return null;

  const settled = flow.filter(({ at }) => at - begin.at >= SETTLING_MS);
  const window = spanOf(settled) >= LEAST_MS ? settled : flow;
  const typical = {
    allowedKbit: medianOf(window.flatMap((sample) => sample.allowedKbit ?? [])),
    roundTripMs: medianOf(window.flatMap((sample) => sample.roundTripMs ?? [])),
  };
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined || spanOf(window) < LEAST_MS) {
    return { ...typical, lossShare: null, kbitUp: null, kbitDown: null };
  }

  return { ...typical, ...between(first, last) };
}

/** Nothing known about a rate is the worst that is known: the path was found when time was nearly up. */
export function gradeOf(measure: LineMeasure): 'good' | 'fair' | 'poor' {
  const { roundTripMs, lossShare } = measure;
  const kbit = carriedBy(measure);
  const is = (least: typeof GOOD | typeof FAIR): boolean =>
    kbit >= least.kbit && (lossShare ?? 1) <= least.lossShare && (roundTripMs ?? 0) <= least.roundTripMs;
  if (is(GOOD)) return 'good';

  return is(FAIR) ? 'fair' : 'poor';
}

/** In the worse direction. When all came back and the line would have let more through, it was the device that drew no more. */
function carriedBy({ allowedKbit, kbitUp, kbitDown }: LineMeasure): number {
  if (kbitUp === null || kbitDown === null) return 0;
  const isAllBack = kbitDown >= 0.9 * kbitUp;

  return isAllBack ? Math.max(kbitDown, allowedKbit ?? 0) : kbitDown;
}

function between(first: LineSample, last: LineSample) {
  const ms = last.at - first.at;
  const lostUp = shareOf(last.lostOnTheWayUp - first.lostOnTheWayUp, last.sent.packets - first.sent.packets);
  const lostBack = last.lostOnTheWayBack - first.lostOnTheWayBack;
  const received = last.received.packets - first.received.packets;
  const kbitDown = Math.round(((last.received.bytes - first.received.bytes) * 8) / ms);
  // What left the device and was lost was not carried.
  const kbitSent = Math.round(((last.sent.bytes - first.sent.bytes) * 8 * (1 - lostUp)) / ms);

  return {
    lossShare: toThousandths(Math.max(lostUp, shareOf(lostBack, lostBack + received))),
    // What came back had gone up: a sender that holds back while its queue drains has shown more than it sends.
    kbitUp: Math.max(kbitSent, kbitDown),
    kbitDown,
  };
}

/** Counters may be corrected downwards, when a packet that was given up comes after all. */
const shareOf = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole)));

const toThousandths = (share: number): number => Math.round(share * 1000) / 1000;

const spanOf = (samples: readonly LineSample[]): number => (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0);

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];

  return middle === undefined ? null : Math.round(middle);
}
