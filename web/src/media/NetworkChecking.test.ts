import { no, ok } from '@doorstep/shared/lib/result.ts';
import type { MediaNotice } from '@doorstep/shared/protocol/media.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SEATED_AT } from '../visit/testViews.ts';
import { FakeTrack } from './FakeCapture.ts';
import { FakeSfu } from './FakeSfu.ts';
import type { LineSample } from './lineGrade.ts';
import { type Loop, NetworkChecking } from './NetworkChecking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A loop on a line that carries 500 kbit/s from the moment that it begins to. */
class FakeLoop implements Loop {
  track: MediaStreamTrack | null = null;
  closed = 0;
  /** When the first packet comes back, in milliseconds. */
  flowsAt = 300;
  readonly #begun = performance.now();

  async start(track: MediaStreamTrack): Promise<void> {
    this.track = track;
  }

  async sample(): Promise<LineSample> {
    const at = performance.now() - this.#begun;
    const flown = Math.max(0, at - this.flowsAt);
    const flow = { bytes: (flown * 500) / 8, packets: Math.ceil(flown / 20) };

    return {
      at,
      sent: flow,
      received: flow,
      lostOnTheWayUp: 0,
      lostOnTheWayBack: 0,
      allowedKbit: 500,
      roundTripMs: 40,
    };
  }

  close(): void {
    this.closed += 1;
  }
}

function device(
  how: { readonly drawing?: boolean; readonly slow?: boolean; readonly openLoop?: () => Promise<never> } = {},
) {
  const sfu = new FakeSfu();
  const loop = new FakeLoop();
  const track = new FakeTrack('video', 'noise');
  const opened: Loop[] = [];
  const openLoop = async () => {
    if (how.slow === true) await new Promise((resolve) => setTimeout(resolve, 100));
    opened.push(loop);
    return ok(loop);
  };
  let hide = (): void => {};
  const checking = new NetworkChecking(sfu, {
    openLoop: how.openLoop ?? openLoop,
    drawPicture: () => (how.drawing === false ? null : { track, stop: () => track.stop() }),
    onHidden: (listener) => {
      hide = listener;
      return () => {};
    },
  });
  sfu.connect();

  return { sfu, loop, track, opened, checking, hide: () => hide() };
}

/** How a check ended, and after how many milliseconds. */
async function ended(checking: NetworkChecking, signal?: AbortSignal) {
  const began = performance.now();
  const check = checking.run(signal).then((result) => ({ ...result, after: performance.now() - began }));
  await vi.advanceTimersByTimeAsync(20_000);

  return check;
}

const NOTHING = { roundTripMs: null, lossShare: null, kbitUp: null, kbitDown: null };

describe('[JOIN-4] a check of the line', () => {
  test('sends a drawn picture there and back, for four seconds of flow, and leaves nothing behind', async () => {
    const { checking, loop, track } = device();

    expect(await ended(checking)).toMatchObject({
      grade: 'good',
      why: null,
      roundTripMs: 40,
      kbitUp: 500,
      kbitDown: 500,
    });
    expect(loop).toMatchObject({ track, closed: 1 });
    expect(track.readyState).toBe('ended');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('takes six seconds at the most, and then says what is known by then', async () => {
    const late = device();
    late.loop.flowsAt = 4_000;
    expect(await ended(late.checking)).toMatchObject({ grade: 'good', after: 6_000 });

    const tooLate = device();
    tooLate.loop.flowsAt = 5_600;
    expect(await ended(tooLate.checking)).toMatchObject({ grade: 'poor', kbitUp: null, after: 6_000 });

    const never = device();
    never.loop.flowsAt = Number.POSITIVE_INFINITY;
    expect(await ended(never.checking)).toEqual({ grade: 'failed', why: 'noPath', ...NOTHING, after: 6_000 });
    expect(never.loop.closed).toBe(1);
  });

  test('waits for the line to the visit', async () => {
    const { checking, sfu, opened } = device();
    sfu.lose();
    const check = checking.run(undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(opened).toEqual([]);
    sfu.connect();
    await vi.advanceTimersByTimeAsync(5_000);

    expect(await check).toMatchObject({ grade: 'good' });
  });

  test('without a line to the visit there is no path', async () => {
    const { checking, sfu } = device();
    sfu.lose();

    expect(await ended(checking)).toMatchObject({ grade: 'failed', why: 'noPath', after: 6_000 });
  });

  test.each(['refused', 'noPath'] as const)('says so at once when the server’s answer is %s', async (why) => {
    const { checking, track } = device({ openLoop: async () => no(why) as never });

    expect(await ended(checking)).toEqual({ grade: 'failed', why, ...NOTHING, after: 0 });
    expect(track.readyState).toBe('ended');
  });

  test('says what this browser cannot do', async () => {
    const { checking } = device({ drawing: false });
    expect(await ended(checking)).toMatchObject({ grade: 'failed', why: 'unsupported' });

    const unsupported = Object.assign(new Error('no WebRTC here'), { name: 'UnsupportedError' });
    const other = device({ openLoop: () => Promise.reject(unsupported) });
    expect(await ended(other.checking)).toMatchObject({ grade: 'failed', why: 'unsupported' });
  });

  test('never rejects, whatever breaks', async () => {
    const { checking } = device({ openLoop: () => Promise.reject(new Error('broken')) });
    expect(await ended(checking)).toMatchObject({ grade: 'failed', why: 'noPath' });

    const broken = device();
    broken.loop.sample = () => Promise.reject(new Error('broken'));
    expect(await ended(broken.checking)).toMatchObject({ grade: 'failed', why: 'noPath' });
    expect(broken.loop.closed).toBe(1);
  });
});

describe('a check that is cut short', () => {
  const CUT = { grade: 'failed', why: 'cutShort', ...NOTHING };

  test.each<readonly [string, MediaNotice]>([
    ['let in', { type: 'seated', at: SEATED_AT, iceServers: [] }],
    ['told that the loop is over', { type: 'loopClosed' }],
  ])('[JOIN-3] a device that is %s has sent its last packet before anything else is done', async (_, notice) => {
    const { checking, sfu, loop, track } = device();
    const check = checking.run(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    sfu.tell(notice);
    expect(loop.closed).toBe(1);
    expect(track.readyState).toBe('ended');

    expect(await check).toEqual(CUT);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('says so when it is aborted, before or while it runs', async () => {
    const stop = new AbortController();
    const { checking, loop } = device();
    const check = checking.run(stop.signal);
    await vi.advanceTimersByTimeAsync(2_000);
    stop.abort();
    expect(loop.closed).toBe(1);
    expect(await check).toEqual(CUT);

    const late = device();
    expect(await late.checking.run(stop.signal)).toEqual(CUT);
    expect(late.opened).toEqual([]);
  });

  test('by a page that goes out of sight says nothing of the line', async () => {
    const { checking, hide } = device();
    const check = checking.run(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    hide();

    expect(await check).toEqual(CUT);
  });

  test('by a visit that is closed says so', async () => {
    const { checking, sfu } = device();
    const check = checking.run(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    sfu.close();

    expect(await check).toEqual(CUT);
  });

  test('while the loop is being opened closes it when it is there', async () => {
    const stop = new AbortController();
    const { checking, loop } = device({ slow: true });
    const check = checking.run(stop.signal);
    await vi.advanceTimersByTimeAsync(50);
    stop.abort();
    expect(await check).toEqual(CUT);
    expect(loop.closed).toBe(0);
    await vi.advanceTimersByTimeAsync(50);

    expect(loop).toMatchObject({ closed: 1, track: null });
  });

  test('is not moved by what is none of its business', async () => {
    const { checking, sfu } = device();
    const check = checking.run(undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    sfu.tell({ type: 'reset' });
    sfu.tell({ type: 'consumerClosed', consumer: 'x' });
    await vi.advanceTimersByTimeAsync(5_000);

    expect(await check).toMatchObject({ grade: 'good' });
  });
});
