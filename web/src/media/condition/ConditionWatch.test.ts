import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCapture } from '../FakeCapture.ts';
import { LocalMedia } from '../LocalMedia.ts';
import { ConditionWatch } from './ConditionWatch.ts';
import { FakeSurroundings } from './FakeSurroundings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function begin({ outputs = 1, keepsAbsence = false }: { outputs?: number | null; keepsAbsence?: boolean } = {}) {
  const capture = new FakeCapture();
  const local = new LocalMedia(capture, () => true);
  await local.acquire();
  const around = new FakeSurroundings({ outputs });
  const { attention, loudspeaker, session } = around;
  const watch = new ConditionWatch({ local, attention, loudspeaker, outputs: around.outputs, session, keepsAbsence });
  const stop = watch.start();
  await vi.advanceTimersByTimeAsync(0);
  const camera = capture.live.find(({ kind }) => kind === 'video');
  if (camera === undefined) throw new Error('no camera was opened');
  return { capture, local, around, watch, stop, camera, now: () => watch.getState().condition };
}

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the camera', () => {
  test('[SEE-3] nothing is known of one that says nothing, and blur is noticed when it is turned on', async () => {
    const { camera, now } = await begin();
    expect(now()).toEqual({ blur: 'notKnown', camera: 'notKnown', interruption: 'none', hears: 'yes' });

    camera.configure({ backgroundBlur: true }, { backgroundBlur: [true, false] });
    expect(now().blur).toBe('on');
    camera.configure({ backgroundBlur: false });
    expect(now().blur).toBe('off');
  });

  test('[SEE-3] of a camera that is off nothing is known, and the next one is looked at anew', async () => {
    const { camera, local, capture, now } = await begin();
    camera.configure({ backgroundBlur: false }, { backgroundBlur: [true, false] });
    await local.setCamera(false);
    expect(now().blur).toBe('notKnown');

    await local.setCamera(true);
    const next = capture.live.find(({ kind }) => kind === 'video');
    camera.configure({ backgroundBlur: true });
    expect(now().blur).toBe('notKnown');
    next?.configure({ backgroundBlur: true });
    expect(now().blur).toBe('on');
  });

  test('[SEE-7] a known program is noticed by its name', async () => {
    const { camera, now } = await begin();
    camera.label = 'OBS Virtual Camera';
    camera.configure({});
    expect(now().camera).toBe('virtual');
  });
});

describe('what comes between', () => {
  test('a camera that another app has taken, and a microphone in a call', async () => {
    const { capture, now } = await begin();
    for (const track of capture.live) track.setMuted(true);
    expect(now().interruption).toBe('both');
    for (const track of capture.live) if (track.kind === 'video') track.setMuted(false);
    expect(now().interruption).toBe('microphone');
  });

  test('another app in front, or a locked screen; on coming back the sound is started again', async () => {
    const { around, capture, now } = await begin();
    around.attention.goElsewhere(true);
    for (const track of capture.live) track.setMuted(true);
    expect(now().interruption).toBe('hidden');
    expect(around.loudspeaker.playedAgain).toBe(0);

    around.attention.goElsewhere(false);
    expect(now().interruption).toBe('both');
    expect(around.loudspeaker.playedAgain).toBe(1);
  });
});

test('[DEV-5] of a professional it is not told that another tab is in front; what was taken from them is, and the sound starts again', async () => {
  const { around, capture, now } = await begin({ keepsAbsence: true });
  around.attention.goElsewhere(true);
  expect(now().interruption).toBe('none');
  for (const track of capture.live) track.setMuted(true);
  expect(now().interruption).toBe('both');

  around.attention.goElsewhere(false);
  expect(around.loudspeaker.playedAgain).toBe(1);
});

describe('hearing', () => {
  test('[SAFE-5] a browser that keeps the sound off until a tap cannot hear, at once', async () => {
    const { around, watch, now } = await begin();
    around.loudspeaker.become('needsTap');
    expect(now().hears).toBe('no');
    expect(watch.getState().hears).toBe('needsTap');

    around.loudspeaker.become('playing');
    expect(now().hears).toBe('yes');
  });

  test('[SAFE-5] a call that takes the sound away counts when it lasts, and its end starts the sound again', async () => {
    const { around, now } = await begin();
    around.session.interrupt(true);
    expect(now().hears).toBe('yes');
    await later(1_000);
    expect(now().hears).toBe('no');

    around.session.interrupt(false);
    expect(now().hears).toBe('yes');
    expect(around.loudspeaker.playedAgain).toBe(1);
  });

  test('[SAFE-5] a headset that goes and leaves no loudspeaker is noticed; one that hands over is not', async () => {
    const { around, now } = await begin();
    around.outputs.replug(0);
    await later(1_000);
    around.outputs.replug(1);
    await later(5_000);
    expect(now().hears).toBe('yes');

    around.outputs.replug(0);
    await later(2_000);
    expect(now().hears).toBe('no');
  });

  test('a browser that lists no loudspeakers is not taken for one without', async () => {
    const { around, now } = await begin({ outputs: null });
    around.outputs.replug(null);
    await later(5_000);
    expect(now().hears).toBe('yes');
  });

  test('[SAFE-5] a line that is down for longer than a few seconds cannot be heard over, a moment is nothing', async () => {
    const { watch, now } = await begin();
    watch.setLine(false);
    await later(3_900);
    watch.setLine(true);
    await later(5_000);
    expect(now().hears).toBe('yes');

    watch.setLine(false);
    await later(4_000);
    expect(watch.getState()).toMatchObject({ hears: 'line', condition: { hears: 'no' } });
  });

  test('nothing is noticed after the end', async () => {
    const { around, camera, stop, now } = await begin();
    stop();
    around.loudspeaker.become('needsTap');
    around.attention.goElsewhere(true);
    camera.configure({ backgroundBlur: true });
    await later(10_000);
    expect(now()).toEqual({ blur: 'notKnown', camera: 'notKnown', interruption: 'none', hears: 'yes' });
  });
});
