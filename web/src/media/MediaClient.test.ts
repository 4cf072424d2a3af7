import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SEATED_AT } from '../visit/testViews.ts';
import { atTheDoor, begin, DAD, inside, seated, settle, waiting } from './testDevice.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('at the door', () => {
  it('fetches and asks nothing before it is told to prepare', async () => {
    let fetched = 0;
    const newDevice = async () => {
      fetched += 1;
      throw new Error('too early');
    };
    const { sfu, media } = await begin({ newDevice });
    sfu.connect();
    sfu.show(waiting);
    await settle();

    expect(fetched).toBe(0);
    expect(sfu.asked).toEqual([]);
    expect(media.getState().phase).toBe('idle');
  });

  it('[JOIN-3] makes everything ready to receive and sends nothing', async () => {
    const { sfu, media } = await atTheDoor();

    expect(sfu.asked.map(({ type }) => type)).toEqual(['join', 'receive', 'connect']);
    expect(media.getState()).toMatchObject({ phase: 'prepared', streams: new Map() });
  });

  it('tries again until the SFU is there', async () => {
    const { sfu, media } = await begin();
    sfu.refusals.set('join', 'unavailable');
    media.prepare();
    sfu.connect();
    sfu.show(waiting);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(media.getState().phase).toBe('preparing');
    expect(sfu.count('join')).toBeGreaterThan(4);

    sfu.refusals.clear();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(media.getState().phase).toBe('prepared');
  });

  it('says so when the browser cannot take part', async () => {
    const unsupported = Object.assign(new Error('no WebRTC here'), { name: 'UnsupportedError' });
    const { sfu, media } = await begin({ newDevice: () => Promise.reject(unsupported) });
    media.prepare();
    sfu.connect();
    sfu.show(waiting);
    await settle();

    expect(media.getState().phase).toBe('failed');
  });
});

describe('taking the seat', () => {
  it('receives first and then sends its voice and its picture in two sizes, the smallest first', async () => {
    const { sfu, media } = await seated();

    const order = sfu.asked.map(({ type }) => type);
    expect(order.indexOf('resume')).toBeGreaterThan(0);
    expect(order.indexOf('produce')).toBeGreaterThan(order.indexOf('resume'));
    const produced = sfu.asked.flatMap((request) => (request.type === 'produce' ? [request] : []));
    expect(produced.map(({ kind }) => kind)).toEqual(['audio', 'video']);
    expect(produced[1]?.rtpParameters.encodings).toMatchObject([
      { scaleResolutionDownBy: 2, maxBitrate: 110_000 },
      { scaleResolutionDownBy: 1, maxBitrate: 550_000 },
    ]);
    expect(media.getState().phase).toBe('connected');
  });

  it('does not wait for ever for others to receive: an empty room hears it too', async () => {
    const device = await atTheDoor();
    device.sfu.tell({ type: 'seated', at: SEATED_AT, iceServers: [] });
    await settle();
    expect(device.sfu.count('produce')).toBe(0);

    await vi.advanceTimersByTimeAsync(150);
    expect(device.sfu.count('produce')).toBe(2);
  });

  it('is seated at once when the server says so with the join, as after a reload', async () => {
    const { sfu, media } = await begin();
    sfu.seatedAt = SEATED_AT;
    media.prepare();
    sfu.connect();
    sfu.show(inside);
    await vi.advanceTimersByTimeAsync(150);

    expect(sfu.count('produce')).toBe(2);
    expect(media.getState().phase).toBe('connected');
  });

  it('takes a seat that is given while it is still being made ready', async () => {
    const { sfu, media } = await begin();
    media.prepare();
    sfu.connect();
    sfu.show(waiting);
    sfu.tell({ type: 'seated', at: SEATED_AT, iceServers: [] });
    await vi.advanceTimersByTimeAsync(150);

    expect(media.getState().phase).toBe('connected');
    expect(sfu.count('produce')).toBe(2);
  });

  it('uses the relays that come with the seat', async () => {
    const { sfu, transports } = await atTheDoor();
    const learnt: unknown[] = [];
    for (const { handler } of transports) {
      handler.updateIceServers = async (servers) => {
        learnt.push(servers);
      };
    }
    sfu.tell({
      type: 'seated',
      at: SEATED_AT,

      iceServers: [{ urls: ['turn:relay.example'], username: '1:2', credential: 'secret' }],
    });
    await settle();

    const relay = [{ urls: ['turn:relay.example'], username: '1:2', credential: 'secret' }];
    expect(learnt).toEqual([relay, relay]);
    // There was no path yet: it is looked for again, now with the relay.
    expect(sfu.count('restartIce')).toBe(1);
  });
});

describe('receiving', () => {
  it('sets a stream up and only then lets it flow', async () => {
    const { sfu, media } = await seated();
    const offer = sfu.offer(DAD, 'video');
    await settle();

    expect(sfu.asked).toContainEqual({ type: 'resume', consumer: offer.id });
    expect(media.getState().streams.get(DAD)?.audio?.kind).toBe('audio');
    expect(media.getState().streams.get(DAD)?.video?.kind).toBe('video');
  });

  it('shows no more of a stream that was closed', async () => {
    const { sfu, media } = await seated();
    const offer = sfu.offer(DAD, 'video');
    await settle();

    sfu.tell({ type: 'consumerClosed', consumer: offer.id });
    expect(media.getState().streams.get(DAD)).toMatchObject({ video: null });
  });

  it('takes an offer once, however often it is made', async () => {
    const { sfu, media } = await seated();
    const offer = sfu.offer(DAD, 'video');
    await settle();
    const video = media.getState().streams.get(DAD)?.video;
    sfu.tell({ type: 'consumer', consumer: offer });
    await settle();

    expect(media.getState().streams.get(DAD)?.video).toBe(video);
    expect(sfu.asked.filter((request) => request.type === 'resume' && request.consumer === offer.id)).toHaveLength(1);
  });

  it('asks again to let it flow when the answer was lost', async () => {
    const { sfu } = await seated();
    sfu.refusals.set('resume', 'unavailable');
    const offer = sfu.offer(DAD, 'video');
    await settle();
    sfu.refusals.clear();
    await vi.advanceTimersByTimeAsync(500);

    expect(sfu.asked.filter((request) => request.type === 'resume' && request.consumer === offer.id)).toHaveLength(2);
  });

  it('asks once to let it flow, however often wishes change before the answer', async () => {
    const { sfu, media } = await seated();
    let answer = () => {};
    sfu.holds.set('resume', new Promise((resolve) => (answer = resolve)));
    const offer = sfu.offer(DAD, 'video');
    await settle();
    media.setWanted(DAD, 'small');
    media.setWanted(DAD, 'large');
    await settle();
    answer();
    await settle();
    media.setWanted(DAD, 'small');
    await settle();

    expect(sfu.asked.filter((request) => request.type === 'resume' && request.consumer === offer.id)).toHaveLength(1);
  });

  it('asks for the small layer of a small picture, before or after it comes', async () => {
    const { sfu, media } = await seated();
    media.setWanted(DAD, 'small');
    const offer = sfu.offer(DAD, 'video');
    await settle();
    expect(sfu.asked).toContainEqual({ type: 'preferLayers', consumer: offer.id, spatial: 0 });

    media.setWanted(DAD, 'large');
    await settle();
    expect(sfu.asked).toContainEqual({ type: 'preferLayers', consumer: offer.id, spatial: 1 });
  });
});

describe('its own camera and microphone', () => {
  it('[FLOOR-2] tells the visit what the person turned on or off, once', async () => {
    const { sfu, local } = await seated();
    expect(sfu.commands).toEqual([]);

    await local.setMicrophone(false);
    sfu.show({ ...inside });

    expect(sfu.commands).toEqual([{ type: 'presence.setMedia', microphone: 'off', camera: 'on' }]);
  });

  it('says nothing of a camera that has not been asked for yet, so that a reload does not turn it off', async () => {
    const { sfu, media, local } = await begin();
    local.stop();
    media.prepare();
    sfu.connect();
    sfu.show(inside);
    await settle();

    expect(sfu.commands).toEqual([]);
  });

  it('sends nothing while the camera is off and the new picture once it is on, on the same line', async () => {
    const { sfu, local, transports } = await seated();
    const sent: (string | null)[] = [];
    for (const { handler, direction } of transports) {
      if (direction !== 'send') continue;
      const replace = handler.replaceTrack.bind(handler);
      handler.replaceTrack = (localId, track) => {
        sent.push(track?.id ?? null);
        return replace(localId, track);
      };
    }

    await local.setCamera(false);
    await local.setCamera(true);
    await settle();

    expect(sent).toEqual([null, local.getState().camera?.id]);
    expect(sfu.count('produce')).toBe(2);
  });

  it('sends its voice although the camera was pulled out just then', async () => {
    const { sfu, media, capture } = await atTheDoor();
    capture.hold();
    for (const track of capture.live) if (track.kind === 'video') track.endFromOutside();
    sfu.tell({ type: 'seated', at: SEATED_AT, iceServers: [] });
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sfu.asked.flatMap((request) => (request.type === 'produce' ? [request.kind] : []))).toEqual(['audio']);
    expect(media.getState().phase).toBe('connected');
  });

  it('begins to send a picture when the camera comes on only later', async () => {
    const device = await begin();
    await device.local.setCamera(false);
    device.sfu.seatedAt = SEATED_AT;
    device.media.prepare();
    device.sfu.connect();
    device.sfu.show(inside);
    await vi.advanceTimersByTimeAsync(150);
    expect(device.sfu.count('produce')).toBe(1);

    await device.local.setCamera(true);
    await settle();
    expect(device.sfu.count('produce')).toBe(2);
  });
});
