import { describe, expect, it } from 'vitest';
import { FakeCapture, type FakeTrack } from './FakeCapture.ts';
import { LocalMedia } from './LocalMedia.ts';

const SECURE = () => true;

function device() {
  const capture = new FakeCapture();
  return { capture, local: new LocalMedia(capture, SECURE) };
}

async function ready() {
  const made = device();
  await made.local.acquire();
  return made;
}

const newest = (capture: FakeCapture, kind: string): FakeTrack => {
  const track = [...capture.tracks].reverse().find((one) => one.kind === kind);
  if (track === undefined) throw new Error(`No ${kind} was opened`);
  return track;
};

/** Lets everything that is under way come to its end; nothing here waits for time. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('asking for the camera and the microphone', () => {
  it('asks for both at once, never blurred, and says what there is', async () => {
    const { capture, local } = device();

    expect(await local.acquire()).toEqual({ ok: true });
    expect(capture.asked).toHaveLength(1);
    expect(capture.asked[0]).toMatchObject({
      video: { facingMode: { ideal: 'user' }, backgroundBlur: false },
      audio: { echoCancellation: true },
    });
    expect(local.getState()).toMatchObject({ asked: true, cameraOn: true, microphoneOn: true, interrupted: 'nothing' });
    expect(local.getState().cameras).toEqual([{ id: 'front', name: '' }]);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'noDevice'],
    ['NotReadableError', 'inUse'],
    ['SomethingElse', 'unknown'],
  ])('says %s as "%s"', async (name, problem) => {
    const { capture, local } = device();
    capture.refusals.set('video', name).set('audio', name);

    expect(await local.acquire()).toEqual({ ok: false, problem });
    expect(local.getState()).toMatchObject({ asked: true, cameraOn: false, microphoneOn: false });
  });

  it('says that an insecure page or a browser without cameras cannot', async () => {
    const noMedia = new FakeCapture();
    noMedia.open = async () => {
      throw new TypeError('undefined is not a function');
    };

    expect(await new LocalMedia(noMedia, () => false).acquire()).toEqual({ ok: false, problem: 'insecure' });
    expect(await new LocalMedia(noMedia, SECURE).acquire()).toEqual({ ok: false, problem: 'unsupported' });
  });

  it('goes on with the microphone alone when there is no camera', async () => {
    const { capture, local } = device();
    capture.refusals.set('video', 'NotFoundError');

    expect(await local.acquire()).toEqual({ ok: true });
    expect(local.getState()).toMatchObject({ microphoneOn: true, cameraOn: false, cameraProblem: 'noDevice' });
  });

  it('asks only for what is not on yet, so that an iPhone does not end what is', async () => {
    const { capture, local } = device();
    await local.acquire({ camera: false, microphone: 'muted' });
    const microphone = local.getState().microphone;
    await local.acquire();

    expect(capture.asked[1]).toMatchObject({ audio: false });
    expect(local.getState()).toMatchObject({ microphone, microphoneOn: true, cameraOn: true });

    await local.acquire();
    expect(capture.asked).toHaveLength(2);
  });

  it('does not ask a person again who has just said no', async () => {
    const { capture, local } = device();
    capture.refusals.set('video', 'NotAllowedError');
    await local.acquire();

    expect(capture.asked).toHaveLength(1);
  });

  it('comes back muted and without a picture when that was the choice before a reload', async () => {
    const { capture, local } = device();
    const heard: boolean[] = [];
    local.subscribe(() => local.getState().asked && heard.push(local.getState().microphoneOn));

    await local.acquire({ camera: false, microphone: 'muted' });

    expect(capture.asked).toEqual([{ video: false, audio: expect.anything() }]);
    expect(newest(capture, 'audio').enabled).toBe(false);
    expect(heard).not.toContain(true);
  });
});

describe('turning off and on', () => {
  it('[FLOOR-2] camera off stops the camera itself, so that its light goes out; on opens it alone', async () => {
    const { capture, local } = await ready();
    const off = local.setCamera(false);
    expect(capture.live.map(({ kind }) => kind)).toEqual(['audio']);
    await off;

    await local.setCamera(true);

    expect(capture.asked[1]).toMatchObject({ audio: false });
    expect(capture.live.map(({ kind }) => kind)).toEqual(['audio', 'video']);
  });

  it('[FLOOR-2] microphone off silences the same track at once, and on lets it sound again', async () => {
    const { capture, local } = await ready();
    const track = local.getState().microphone;

    void local.setMicrophone(false);
    expect(track?.enabled).toBe(false);
    await local.setMicrophone(true);

    expect(track?.enabled).toBe(true);
    expect(local.getState().microphone).toBe(track);
    expect(capture.asked).toHaveLength(1);
  });

  it('ends as the last tap said, however quickly they came', async () => {
    const { capture, local } = await ready();
    await Promise.all([local.setCamera(false), local.setCamera(true), local.setCamera(false)]);

    expect(local.getState().cameraOn).toBe(false);
    expect(capture.live.map(({ kind }) => kind)).toEqual(['audio']);
  });

  it('[CARE-5] stop turns everything off before it returns', async () => {
    const { capture, local } = await ready();
    local.stop();

    expect(capture.live).toEqual([]);
    expect(local.getState()).toMatchObject({ asked: false, camera: null, microphone: null });
  });

  it('[CARE-5] what the browser grants only after stop is turned off again', async () => {
    const { capture, local } = device();
    const answerTheQuestion = capture.hold();
    const asking = local.acquire();
    await settle();

    local.stop();
    answerTheQuestion();
    await asking;

    expect(capture.tracks).toHaveLength(2);
    expect(capture.live).toEqual([]);
    expect(local.getState().camera).toBeNull();
  });

  it.each([
    ['one thing after another was asked for', (local: LocalMedia) => local.setCamera(true), undefined],
    ['the next is tried because the first is not there', async () => {}, 'NotFoundError'],
  ])('[CARE-5] after stop nothing is opened any more: %s', async (_, askMore, noMicrophone) => {
    const { capture, local } = device();
    if (noMicrophone !== undefined) capture.refusals.set('audio', noMicrophone);
    const answerTheQuestion = capture.hold();
    const asking = [local.acquire(), askMore(local)];
    await settle();

    local.stop();
    answerTheQuestion();
    await Promise.all(asking);

    expect(capture.live).toEqual([]);
    expect(local.getState()).toMatchObject({ asked: false, camera: null, cameraOn: false });
  });
});

describe('other devices', () => {
  it('stops the old camera before it opens the other one, which many phones insist on', async () => {
    const { capture, local } = await ready();
    const liveWhenAsked: number[] = [];
    const open = capture.open.bind(capture);
    capture.open = (constraints) => {
      liveWhenAsked.push(capture.live.filter(({ kind }) => kind === 'video').length);
      return open(constraints);
    };

    await local.flipCamera();

    expect(liveWhenAsked).toEqual([0]);
    expect(newest(capture, 'video').getConstraints()).toMatchObject({ facingMode: { ideal: 'environment' } });
    expect(local.getState().facing).toBe('environment');
  });

  it('goes back to the old camera when the chosen one does not open', async () => {
    const { capture, local } = await ready();
    const open = capture.open.bind(capture);
    capture.open = async (constraints) => {
      capture.refusals.clear();
      if (JSON.stringify(constraints).includes('broken')) capture.refusals.set('video', 'NotReadableError');
      return open(constraints);
    };

    expect(await local.chooseCamera('broken')).toEqual({ ok: false, problem: 'inUse' });
    expect(local.getState()).toMatchObject({ cameraOn: true, facing: 'user' });
  });

  it('stays muted when the microphone is changed', async () => {
    const { capture, local } = await ready();
    await local.setMicrophone(false);
    await local.chooseMicrophone('headset');

    expect(newest(capture, 'audio').getConstraints()).toMatchObject({ deviceId: { exact: 'headset' } });
    expect(newest(capture, 'audio').enabled).toBe(false);
    expect(local.getState().microphoneOn).toBe(false);
  });

  it('works without a list of devices', async () => {
    const { capture, local } = device();
    capture.devices = async () => {
      throw new Error('not allowed');
    };

    expect(await local.acquire()).toEqual({ ok: true });
    expect(local.getState()).toMatchObject({ cameraOn: true, cameras: [] });
  });

  it('lists what is plugged in later', async () => {
    const { capture, local } = await ready();
    capture.replug({ cameras: [], microphones: [{ id: 'headset', name: 'Headset' }] });
    await settle();

    expect(local.getState().microphones).toEqual([{ id: 'headset', name: 'Headset' }]);
  });
});
