import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SEATED_AT } from '../visit/testViews.ts';
import { begin, inside, seated, settle } from './testDevice.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('how the device stands', () => {
  const MAY_TELL = { ...inside, can: { ...inside.can, 'condition.tell': 'yes' } } as const;

  /** What the sending lines carry from now on, by their tracks; null where there is nothing. `ever`: one after the other. */
  function sending(transports: Awaited<ReturnType<typeof seated>>['transports']) {
    const sent = new Map<string, string | null>();
    const ever: (string | null)[] = [];
    for (const { handler, direction } of transports) {
      if (direction !== 'send') continue;
      const replace = handler.replaceTrack.bind(handler);
      handler.replaceTrack = (localId, track) => {
        sent.set(localId, track?.kind ?? null);
        ever.push(track?.kind ?? null);
        return replace(localId, track);
      };
    }
    return { now: () => [...sent.values()].sort(), ever };
  }

  it('[SEE-3] tells the visit that the picture is blurred, sends none meanwhile, and goes on with the same camera', async () => {
    const { sfu, capture, local, transports } = await seated();
    const sent = sending(transports);
    sfu.show(MAY_TELL);
    await settle();
    const camera = local.getState().camera;
    capture.live.at(-1)?.configure({ backgroundBlur: true }, { backgroundBlur: [true, false] });
    await vi.advanceTimersByTimeAsync(1_100);

    expect(sfu.commands.at(-1)).toMatchObject({ type: 'condition.tell', condition: { blur: 'on', hears: 'yes' } });
    expect(sent.now()).toEqual([null]);
    expect(local.getState()).toMatchObject({ camera, cameraOn: true });

    capture.live.at(-1)?.configure({ backgroundBlur: false });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(sfu.commands.at(-1)).toMatchObject({ type: 'condition.tell', condition: { blur: 'off' } });
    expect(sent.now()).toEqual(['video']);
  });

  it('[SEE-3] a camera that is blurred from its first moment, turned off and on again, is never sent', async () => {
    const { sfu, capture, local, transports } = await seated();
    const { ever } = sending(transports);
    sfu.show(MAY_TELL);
    capture.blurs = true;
    await local.setCamera(false);
    await local.setCamera(true);
    await vi.advanceTimersByTimeAsync(2_200);

    expect(sfu.commands.at(-1)).toMatchObject({ type: 'condition.tell', condition: { blur: 'on' } });
    expect(local.getState().cameraOn).toBe(true);
    expect(ever).toEqual([null]);
  });

  it('[SAFE-5] who cannot hear sends neither sound nor picture, and has both again as they were', async () => {
    const { sfu, around, local, media, transports } = await seated();
    const sent = sending(transports);
    sfu.show(MAY_TELL);
    const { camera, microphone } = local.getState();
    around.loudspeaker.become('needsTap');
    await vi.advanceTimersByTimeAsync(1_100);

    expect(media.getState().hears).toBe('needsTap');
    expect(sfu.commands.at(-1)).toMatchObject({ type: 'condition.tell', condition: { hears: 'no' } });
    expect(sent.now()).toEqual([null, null]);
    expect(local.getState()).toMatchObject({ camera, microphone, cameraOn: true, microphoneOn: true });

    around.loudspeaker.become('playing');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(sfu.commands.at(-1)).toMatchObject({ type: 'condition.tell', condition: { hears: 'yes' } });
    expect(sent.now()).toEqual(['audio', 'video']);
  });

  it('[SAFE-5] a line that brings nothing for seconds means that it cannot hear; found again, it can', async () => {
    const { media, paths } = await seated();
    paths('disconnected');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(media.getState().hears).toBe('line');

    paths('connected');
    await settle();
    expect(media.getState().hears).toBe('yes');
  });

  it('in an empty room, where nothing comes, it is not taken for deaf', async () => {
    const { sfu, media } = await begin();
    sfu.seatedAt = SEATED_AT;
    media.prepare();
    sfu.connect();
    sfu.show(inside);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(media.getState()).toMatchObject({ phase: 'connected', hears: 'yes' });

    sfu.tell({ type: 'reset' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(media.getState()).toMatchObject({ phase: 'connected', hears: 'yes' });
  });

  it('says it to no one before they may be told, and as it is by then', async () => {
    const { sfu, around } = await seated();
    around.attention.goElsewhere(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sfu.commands).toEqual([]);

    sfu.show(MAY_TELL);
    await settle();
    expect(sfu.commands).toMatchObject([{ type: 'condition.tell', condition: { interruption: 'hidden' } }]);
  });
});
