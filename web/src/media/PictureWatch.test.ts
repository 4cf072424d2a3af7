import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { CanKey, DeviceView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aDevice, aPerson, aRoom, me } from '../visit/testViews.ts';
import { FakeSfu } from './FakeSfu.ts';
import { PictureWatch } from './PictureWatch.ts';
import { SightTeller } from './SightTeller.ts';

const SAM = 'sam-phone' as SessionId;
const DANA = 'dana-phone' as SessionId;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const roomWith = (change: Partial<DeviceView> = {}, taken: readonly SessionId[] = [SAM, DANA]): RoomView =>
  aRoom({
    me: me('amina', { role: 'host' }),
    people: [
      aPerson('amina', { role: 'host' }),
      aPerson('ray', { role: 'householdMember' }),
      aPerson('sam', { role: 'child', devices: [aDevice(SAM, change)] }),
      aPerson('dana'),
    ],
    can: Object.fromEntries(taken.map((session): [CanKey, 'yes'] => [`sight.tell:${session}`, 'yes'])),
  });

/** A professional’s screen on which the child and the mother are shown, in front of a visit. */
function begin(view: RoomView = roomWith()) {
  const sfu = new FakeSfu();
  sfu.connect();
  sfu.show(view);
  const page = { front: true, tell: () => {} };
  const watch = new PictureWatch({
    visit: sfu,
    page: {
      isInFront: () => page.front,
      watch: (listener) => {
        page.tell = listener;
        return () => {};
      },
    },
    now: () => performance.now(),
  });
  const moving = new Set<SessionId>([SAM, DANA]);
  for (const session of [SAM, DANA]) {
    let frames = 0;
    watch.show(session, {
      frames: () => {
        if (moving.has(session)) frames += 1;
        return frames;
      },
      light: () => ({ mean: 100, deviation: 40 }),
      isInView: () => true,
    });
  }
  const stop = watch.start();
  const teller = new SightTeller(sfu, watch);
  const told = () => sfu.commands.filter(({ type }) => type === 'sight.tell');
  const toldOf = (session: SessionId) =>
    told().flatMap((command) => (command.type === 'sight.tell' && command.session === session ? [command.sight] : []));

  return { sfu, watch, teller, stop, moving, page, told, toldOf };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('what a professional’s device tells of the child and the parents', () => {
  test('[SEE-4] that they are seen, once; and of nobody else', async () => {
    const { told, toldOf, watch } = begin();
    await pass(20_000);
    expect([...watch.getState().sights.keys()]).toEqual([SAM, DANA]);
    expect([toldOf(SAM), toldOf(DANA)]).toEqual([['seen'], ['seen']]);
    expect(told()).toHaveLength(2);
  });

  test('[SEE-4] that a picture stands still, within three seconds of its last frame', async () => {
    const { moving, toldOf, watch } = begin();
    await pass(10_000);
    moving.delete(SAM);
    await pass(3_000);
    expect(watch.getState().sights.get(SAM)).toBe('frozen');
    expect(toldOf(SAM)).toEqual(['seen', 'frozen']);
    expect(toldOf(DANA)).toEqual(['seen']);
  });

  test('[SEE-4] a tab that goes to the back says at once that it shows nobody', async () => {
    const { page, toldOf } = begin();
    await pass(5_000);
    page.front = false;
    page.tell();
    await pass(0);
    expect([toldOf(SAM), toldOf(DANA)]).toEqual([
      ['seen', 'notShown'],
      ['seen', 'notShown'],
    ]);
  });

  test('[SEE-4] after a lost line all is said again: whoever left meanwhile and came back is unknown to the visit', async () => {
    const { sfu, toldOf } = begin();
    await pass(10_000);
    sfu.lose();
    sfu.connect();
    await pass(10_000);
    expect([toldOf(SAM), toldOf(DANA)]).toEqual([
      ['seen', 'seen'],
      ['seen', 'seen'],
    ]);
  });

  test('[SEE-4] what the server says of a device counts at once', async () => {
    const { sfu, watch, toldOf } = begin();
    await pass(5_000);
    sfu.show(roomWith({ camera: 'off' }));
    expect(watch.getState().sights.get(SAM)).toBe('off');
    sfu.show(roomWith({ connection: 'reconnecting' }));
    expect(watch.getState().sights.get(SAM)).toBe('lost');
    sfu.show(roomWith({ pictureHeld: true }));
    expect(watch.getState().sights.get(SAM)).toBe('lost');
    await pass(3_000);
    expect(toldOf(SAM)).toEqual(['seen', 'off', 'lost']);
  });

  test('[SEE-4] a picture that comes and goes is told coarsely, and in the end as it is', async () => {
    const { sfu, toldOf } = begin();
    for (let turn = 0; turn < 60; turn += 1) {
      sfu.show(roomWith({ camera: turn % 2 === 0 ? 'off' : 'on' }));
      await pass(500);
    }
    expect(toldOf(SAM).length).toBeLessThanOrEqual(13);
    sfu.show(roomWith({ camera: 'off' }));
    await pass(5_000);
    expect(toldOf(SAM).at(-1)).toBe('off');
  });

  test('[SEE-4] nothing that the visit would refuse', async () => {
    const { told } = begin(roomWith({}, []));
    await pass(5_000);
    expect(told()).toEqual([]);
  });

  test('[SEE-4] somebody who left and came back is told anew', async () => {
    const { sfu, toldOf } = begin();
    await pass(5_000);
    sfu.show(aRoom({ me: me('amina', { role: 'host' }), people: [aPerson('amina', { role: 'host' })] }));
    await pass(5_000);
    sfu.show(roomWith());
    await pass(5_000);
    expect(toldOf(SAM)).toEqual(['seen', 'seen']);
  });

  test('voices, of which the server tells several times a second, are no reason to look again', async () => {
    const { sfu, watch } = begin();
    await pass(5_000);
    let looks = 0;
    const frames = () => {
      looks += 1;
      return looks;
    };
    watch.show(SAM, { frames, light: () => null, isInView: () => true });
    sfu.lose();
    expect(looks).toBe(0);
  });

  test('nothing after it was stopped', async () => {
    const { stop, teller, told, moving } = begin();
    await pass(5_000);
    stop();
    teller.close();
    moving.clear();
    await pass(10_000);
    expect(told()).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});
