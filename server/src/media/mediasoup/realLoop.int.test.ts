import { type LoopAnswer, type LoopBackAnswer, mediaRequest } from '@doorstep/shared/protocol/media.ts';
import { Device, type types } from 'mediasoup-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as werift from 'werift';
import * as z from 'zod';
import { DANA, FakeStage, planOf, RAY, SAM, seat, VISIT } from '../fake/FakeStage.ts';
import type { MediasoupPlane } from './MediasoupPlane.ts';
import { startTestPlane } from './startTestPlane.ts';

// Stands in for a browser: real ICE, DTLS and SRTP, without a camera.
Object.assign(globalThis, werift);

const PATIENCE = { interval: 20, timeout: 30_000 };

/** What the server answered, as the client library takes it. */
const believed = <Answer>(answer: unknown): Answer => z.custom<Answer>().parse(answer);

let plane: MediasoupPlane;
let stage: FakeStage;

beforeEach(async () => {
  plane = await startTestPlane();
  stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
});

afterEach(() => stage.reconciler.close());

/** Asks as the gateway would: only what the protocol knows gets through. */
async function ask<Answer>(request: object): Promise<Answer> {
  const answer = await stage.ask(RAY, mediaRequest.parse(request));
  if (!answer.ok) throw new Error(answer.refusal);
  return believed(answer.answer);
}

/** Ray's line, with a picture that is sent on the test's word. */
async function loops() {
  const picture = new werift.MediaStreamTrack({ kind: 'video' });
  const { routerRtpCapabilities, send, receive } = await ask<LoopAnswer>({ type: 'openLoop' });
  const device = await Device.factory({ handlerName: 'Chrome111' });
  await device.load({ routerRtpCapabilities: believed(routerRtpCapabilities) });
  const there = device.createSendTransport(believed<types.TransportOptions>(send));
  const back = device.createRecvTransport(believed<types.TransportOptions>(receive));
  for (const transport of [there, back]) {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      ask({ type: 'connect', transport: transport.id, dtlsParameters }).then(() => done(), failed);
    });
  }
  const looped = new Promise<LoopBackAnswer>((resolve) => {
    there.on('produce', ({ rtpParameters }, done, failed) => {
      ask<LoopBackAnswer>({ type: 'loopBack', rtpParameters, rtpCapabilities: device.recvRtpCapabilities }).then(
        (answer) => {
          resolve(answer);
          done({ id: answer.producer });
        },
        failed,
      );
    });
  });
  await there.produce({ track: believed(picture), stopTracks: false });
  let came = 0;
  await takeBack(back, await looped, () => {
    came += 1;
  });

  return { send: sender(picture), came: () => came, close: () => [there, back].map((transport) => transport.close()) };
}

async function takeBack(
  back: types.Transport,
  { consumer, producer, rtpParameters }: LoopBackAnswer,
  onPacket: () => void,
): Promise<void> {
  const { track } = await back.consume({
    id: consumer,
    producerId: producer,
    kind: 'video',
    rtpParameters: believed(rtpParameters),
  });
  believed<werift.MediaStreamTrack>(track).onReceiveRtp.subscribe(onPacket);
}

/** Sends so many packets that begin a VP8 key frame each (RFC 7741, 4.2), since the SFU passes nothing on before one. */
function sender(picture: werift.MediaStreamTrack) {
  let sent = 0;

  return (packets: number): void => {
    for (let count = 0; count < packets; count += 1) {
      sent += 1;
      const header = new werift.RtpHeader({
        payloadType: 96,
        sequenceNumber: sent,
        timestamp: sent * 6000,
        marker: true,
      });
      const payload = Buffer.concat([
        Buffer.from([0x10, 0x00, 0x00, 0x00, 0x9d, 0x01, 0x2a, 64, 0, 64, 0]),
        Buffer.alloc(1000),
      ]);
      picture.writeRtp(new werift.RtpPacket(header, payload));
    }
  };
}

describe('[JOIN-4] with real ICE, DTLS and SRTP', () => {
  test('a picture comes back to its own device, and is counted', async () => {
    const ray = await loops();
    await vi.waitFor(() => {
      ray.send(1);
      expect(ray.came()).toBeGreaterThan(20);
    }, PATIENCE);

    expect(await plane.loopBytes(RAY)).toBeGreaterThan(20_000);
    expect(plane.counts()).toMatchObject({ loops: 1, producers: 0, consumers: 0 });
    ray.close();
  });

  test('[JOIN-3] from the moment that the device is let in, nothing comes back any more', async () => {
    const ray = await loops();
    await vi.waitFor(() => {
      ray.send(1);
      expect(ray.came()).toBeGreaterThan(20);
    }, PATIENCE);
    await stage.ask(RAY, { type: 'join' });
    await stage.reconciler.apply(VISIT, planOf([seat(DANA), seat(SAM), seat(RAY)])).restricted;
    // What was on its way through the loopback is there before the worker has answered this.
    await stage.reconciler.audit();
    const before = ray.came();
    ray.send(50);
    await stage.reconciler.audit();

    expect(plane.loops(VISIT)).toEqual([]);
    expect(ray.came()).toBe(before);
    expect(stage.place(RAY).seatedAt).not.toBeNull();
    ray.close();
  });

  test('a killed worker ends the loop, and the device is told', async () => {
    const ray = await loops();
    process.kill(plane.workerPids[0] ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(stage.told(RAY)).toContain('loopClosed'), PATIENCE);

    expect(plane.counts().loops).toBe(0);
    stage.now += 5_000;
    expect(await stage.ask(RAY, { type: 'openLoop' })).toMatchObject({ ok: true });
    ray.close();
  });
});
