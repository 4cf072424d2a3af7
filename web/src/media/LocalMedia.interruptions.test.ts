import { describe, expect, it } from 'vitest';
import { FakeCapture, type FakeTrack } from './FakeCapture.ts';
import { LocalMedia } from './LocalMedia.ts';

async function ready() {
  const capture = new FakeCapture();
  const local = new LocalMedia(capture, () => true);
  await local.acquire();
  return { capture, local };
}

const newest = (capture: FakeCapture, kind: string): FakeTrack => {
  const track = [...capture.tracks].reverse().find((one) => one.kind === kind);
  if (track === undefined) throw new Error(`No ${kind} was opened`);
  return track;
};

/** Lets everything that is under way come to its end; nothing here waits for time. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('interruptions', () => {
  it('says that a phone call has taken the microphone, and when it is over', async () => {
    const { capture, local } = await ready();
    newest(capture, 'audio').setMuted(true);
    expect(local.getState().interrupted).toBe('microphone');

    newest(capture, 'audio').setMuted(false);
    expect(local.getState().interrupted).toBe('nothing');
  });

  it('opens another microphone by itself when the headset is pulled out, muted if it was', async () => {
    const { capture, local } = await ready();
    await local.chooseMicrophone('headset');
    await local.setMicrophone(false);
    newest(capture, 'audio').endFromOutside();
    await settle();

    expect(newest(capture, 'audio').getConstraints()).not.toHaveProperty('deviceId');
    expect(newest(capture, 'audio')).toMatchObject({ readyState: 'live', enabled: false });
    expect(local.getState()).toMatchObject({ interrupted: 'nothing', microphoneOn: false });
  });

  it('says that another one is used now, and which; not when the same comes back', async () => {
    const { capture, local } = await ready();
    newest(capture, 'audio').label = 'Headset';
    const open = capture.open.bind(capture);
    capture.open = async (constraints) => {
      const tracks = await open(constraints);
      newest(capture, 'audio').label = 'Built-in';
      return tracks;
    };
    newest(capture, 'audio').endFromOutside();
    await settle();
    expect(local.getState().replaced).toEqual({ kind: 'microphone', by: 'Built-in' });

    const said = local.getState().replaced;
    newest(capture, 'audio').endFromOutside();
    await settle();
    expect(local.getState().replaced).toBe(said);
  });

  it('opens another microphone when the headset is gone from the list, although its track lives on', async () => {
    const { capture, local } = await ready();
    await local.chooseMicrophone('headset');
    const builtIn = { id: 'built-in', name: 'Built-in' };
    capture.replug({ cameras: [], microphones: [{ id: 'headset', name: 'Headset' }, builtIn] });
    await settle();
    expect(newest(capture, 'audio').settings.deviceId).toBe('headset');

    capture.replug({ cameras: [], microphones: [builtIn] });
    await settle();
    expect(newest(capture, 'audio').settings.deviceId).toBeUndefined();
    expect(local.getState()).toMatchObject({ interrupted: 'nothing', replaced: { kind: 'microphone' } });
    expect(capture.live).toHaveLength(2);
  });

  it('still says that the camera was taken when it does not come back, until one tap takes it back', async () => {
    const { capture, local } = await ready();
    capture.refusals.set('video', 'NotReadableError');
    newest(capture, 'video').endFromOutside();
    await settle();
    // It is still wanted: the switch is not another for it, neither here nor on the others' screens.
    expect(local.getState()).toMatchObject({ interrupted: 'camera', camera: null, cameraOn: true });

    expect(await local.takeBack()).toEqual({ ok: false, problem: 'inUse' });
    expect(local.getState().interrupted).toBe('camera');
    capture.refusals.clear();
    expect(await local.takeBack()).toEqual({ ok: true });
    expect(local.getState()).toMatchObject({ interrupted: 'nothing', cameraOn: true, cameraProblem: null });
  });

  it('is over when the person turns off what was taken', async () => {
    const { capture, local } = await ready();
    capture.refusals.set('video', 'NotReadableError');
    newest(capture, 'video').endFromOutside();
    await settle();
    await local.setCamera(false);
    expect(local.getState().interrupted).toBe('nothing');
  });

  it('one tap takes back both from a call, muted what was muted, and leaves nothing of the old open', async () => {
    const { capture, local } = await ready();
    await local.setMicrophone(false);
    for (const track of capture.live) track.setMuted(true);
    expect(local.getState().interrupted).toBe('both');

    await local.takeBack();
    expect(local.getState()).toMatchObject({ interrupted: 'nothing', cameraOn: true, microphoneOn: false });
    expect(newest(capture, 'audio').enabled).toBe(false);
    expect(capture.live).toHaveLength(2);
  });

  it('opens what gives nothing when the person turns it on', async () => {
    const { capture, local } = await ready();
    newest(capture, 'video').setMuted(true);
    await local.setCamera(true);
    expect(local.getState().interrupted).toBe('nothing');
    expect(capture.live).toHaveLength(2);
  });

  it('says that the camera is off and why when it is not there any more', async () => {
    const { capture, local } = await ready();
    capture.refusals.set('video', 'NotFoundError');
    newest(capture, 'video').endFromOutside();
    await settle();

    expect(local.getState()).toMatchObject({ camera: null, cameraOn: false, cameraProblem: 'noDevice' });
    expect(local.getState().interrupted).toBe('nothing');
  });

  it('a microphone that is muted while a call has it comes back muted', async () => {
    const { capture, local } = await ready();
    capture.refusals.set('audio', 'NotReadableError');
    newest(capture, 'audio').endFromOutside();
    await settle();
    expect(local.getState()).toMatchObject({ interrupted: 'microphone', microphoneOn: true });
    await local.setMicrophone(false);
    capture.refusals.clear();
    await local.takeBack();

    expect(local.getState()).toMatchObject({ interrupted: 'nothing', microphoneOn: false });
    expect(newest(capture, 'audio').enabled).toBe(false);
  });
});
