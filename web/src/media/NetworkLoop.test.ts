import { Device } from 'mediasoup-client';
import * as fakeParameters from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import type { Transport } from 'mediasoup-client/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeTrack } from './FakeCapture.ts';
import { FakeSfu } from './FakeSfu.ts';
import { NetworkLoop } from './NetworkLoop.ts';

let sfu: FakeSfu;
let transports: Transport[];

beforeEach(() => {
  sfu = new FakeSfu();
  sfu.connect();
  transports = [];
});

const open = () =>
  NetworkLoop.open({
    request: (request) => sfu.request(request),
    newDevice: async () => {
      const device = new Device({ handlerFactory: FakeHandler.createFactory(fakeParameters) });
      device.observer.on('newtransport', (transport) => transports.push(transport));
      return device;
    },
    now: () => 7,
  });

async function opened(): Promise<NetworkLoop> {
  const result = await open();
  if (!result.ok) throw new Error(result.error);

  return result.value;
}

describe('[JOIN-4] a loop', () => {
  test('sends one picture of one layer, at 600 kbit/s, and takes it back', async () => {
    const loop = await opened();
    const track = new FakeTrack('video', 'noise');
    await loop.start(track);

    expect(sfu.asked.map(({ type }) => type)).toEqual(['openLoop', 'connect', 'loopBack', 'connect']);
    const back = sfu.asked.find((request) => request.type === 'loopBack');
    expect(back?.rtpParameters.encodings).toHaveLength(1);
    expect(back?.rtpParameters.encodings?.[0]).toMatchObject({ maxBitrate: 600_000 });
    expect(await loop.sample()).toMatchObject({ at: 7, received: { packets: 0 } });
    loop.close();
    expect(track.readyState).toBe('live');
  });

  test('closes both ways at once and tells the server, once', async () => {
    const loop = await opened();
    await loop.start(new FakeTrack('video', 'noise'));
    loop.close();
    loop.close();

    expect(transports.map(({ closed }) => closed)).toEqual([true, true]);
    expect(sfu.count('closeLoop')).toBe(1);
  });

  test('is refused, or there is nobody to ask', async () => {
    sfu.refusals.set('openLoop', 'tooMany');
    expect(await open()).toEqual({ ok: false, error: 'refused' });
    sfu.lose();
    expect(await open()).toEqual({ ok: false, error: 'noPath' });
    expect(transports).toEqual([]);
  });

  test.each(['connect', 'loopBack'] as const)('that the server does not %s does not begin', async (type) => {
    sfu.refusals.set(type, 'notFound');
    const loop = await opened();

    await expect(loop.start(new FakeTrack('video', 'noise'))).rejects.toThrow();
  });
});
