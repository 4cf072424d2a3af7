import { type ConsumerOffer, type JoinAnswer, mediaRequest } from '@doorstep/shared/protocol/media.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import * as mediasoup from 'mediasoup';
import { Device, type types } from 'mediasoup-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as werift from 'werift';
import * as z from 'zod';
import { DANA, FakeStage, planOf, RAY, SAM, seat, VISIT } from '../fake/FakeStage.ts';
import type { MediasoupPlane } from './MediasoupPlane.ts';
import { startTestPlane } from './startTestPlane.ts';

// Stands in for a browser: real ICE, DTLS and SRTP, without a camera.
Object.assign(globalThis, werift);

const AUDIO_LEVEL = { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 10 };

/** What the server answered, as the client library takes it. */
const believed = <Answer>(answer: unknown): Answer => z.custom<Answer>().parse(answer);

/** One device with a microphone that sends on the test's word. */
class RealDevice {
  readonly #session: SessionId;
  readonly #microphone = new werift.MediaStreamTrack({ kind: 'audio' });
  #send: types.Transport | null = null;
  #receive: types.Transport | null = null;
  #stopHearing = (): void => {};
  #sent = 0;
  /** Packets that arrived, by whose they are. */
  readonly heard = new Map<SessionId | null, number>();

  constructor(session: SessionId) {
    this.#session = session;
  }

  get receiving(): string | undefined {
    return this.#receive?.connectionState;
  }

  async join(): Promise<void> {
    this.close();
    const { routerRtpCapabilities, send, receive } = believed<JoinAnswer>(await stage.join(this.#session));
    const device = await Device.factory({ handlerName: 'Chrome111' });
    await device.load({ routerRtpCapabilities: believed(routerRtpCapabilities) });
    this.#send = this.#wired(device.createSendTransport(believed(send)));
    this.#receive = this.#wired(device.createRecvTransport(believed(receive)));
    this.#stopHearing = stage.reconciler.onNotice((_visit, session, notice) => {
      if (session === this.#session && notice.type === 'consumer') void this.hear(notice.consumer);
    });
    const { warmUp } = believed<{ warmUp: ConsumerOffer | null }>(
      await this.ask({ type: 'receive', rtpCapabilities: device.rtpCapabilities }),
    );
    if (warmUp) await this.hear(warmUp);
  }

  async hear({ id, producer, kind, rtpParameters, session }: ConsumerOffer): Promise<void> {
    const consumer = await this.#receive?.consume({
      id,
      producerId: producer,
      kind,
      rtpParameters: believed(rtpParameters),
    });
    const track = believed<werift.MediaStreamTrack>(consumer?.track);
    track.onReceiveRtp.subscribe(() => this.heard.set(session, (this.heard.get(session) ?? 0) + 1));
    await this.ask({ type: 'resume', consumer: id });
  }

  async publish(): Promise<void> {
    await this.#send?.produce({ track: believed(this.#microphone), stopTracks: false });
  }

  /** Sends so many packets of sound, at this loudness (RFC 6464: 0 loudest, 127 silent). */
  speak(packets: number, level = 20): void {
    for (let count = 0; count < packets; count += 1) {
      this.#sent += 1;
      const header = new werift.RtpHeader({
        payloadType: 111,
        sequenceNumber: this.#sent,
        timestamp: this.#sent * 960,
      });
      header.extension = true;
      header.extensionProfile = 0xbede;
      header.extensions = [{ id: AUDIO_LEVEL.id, payload: Buffer.from([level]) }];
      this.#microphone.writeRtp(new werift.RtpPacket(header, Buffer.alloc(40, 1)));
    }
  }

  /** Asks as the gateway would: only what the protocol knows gets through. */
  async ask(request: object): Promise<unknown> {
    const answer = await stage.ask(this.#session, mediaRequest.parse(request));
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.answer;
  }

  async restartIce(): Promise<void> {
    const transport = this.#receive;
    const answer = await this.ask({ type: 'restartIce', transport: transport?.id });
    const { iceParameters } = believed<{ iceParameters: types.IceParameters }>(answer);
    await transport?.restartIce({ iceParameters });
  }

  close(): void {
    this.#stopHearing();
    this.#send?.close();
    this.#receive?.close();
  }

  #wired(transport: types.Transport): types.Transport {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.ask({ type: 'connect', transport: transport.id, dtlsParameters }).then(done, failed);
    });
    transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
      const headerExtensions = [...(rtpParameters.headerExtensions ?? []), AUDIO_LEVEL];
      const request = {
        type: 'produce',
        transport: transport.id,
        kind,
        rtpParameters: { ...rtpParameters, headerExtensions },
      };
      this.ask(request).then((answer) => done(believed(answer)), failed);
    });
    return transport;
  }
}

let plane: MediasoupPlane;
let stage: FakeStage;
let dana: RealDevice;
let sam: RealDevice;
let ray: RealDevice;
/** Every transport that the worker has, as the worker sees it. */
const transports = new Map<string, mediasoup.types.Transport>();

mediasoup.observer.on('newworker', (worker) => {
  worker.observer.on('newrouter', (router) => {
    router.observer.on('newtransport', (transport) => transports.set(transport.id, transport));
  });
});

beforeEach(async () => {
  plane = await startTestPlane();
  stage = new FakeStage(plane);
  dana = new RealDevice(DANA);
  sam = new RealDevice(SAM);
  ray = new RealDevice(RAY);
});

afterEach(async () => {
  for (const device of [dana, sam, ray]) device.close();
  await stage.reconciler.close();
});

/** Speaks until `heard` is true of somebody. */
const speakUntil = (speaker: RealDevice, heard: () => boolean) =>
  vi.waitFor(
    () => {
      speaker.speak(1);
      expect(heard()).toBe(true);
    },
    { interval: 20, timeout: 30_000 },
  );
const hears = (hearer: RealDevice, speaker: SessionId, more = 0) => (hearer.heard.get(speaker) ?? 0) > more;

/** Dana and Sam hear each other. */
async function conversation(): Promise<void> {
  await stage.plan(planOf([seat(DANA), seat(SAM)]));
  await dana.join();
  await sam.join();
  await dana.publish();
  await sam.publish();
  await speakUntil(dana, () => hears(sam, DANA));
  await speakUntil(sam, () => hears(dana, SAM));
}

/** Bytes of media that the SFU has sent to this device. */
async function mediaSentTo(session: SessionId): Promise<number> {
  const [stat] = believed<mediasoup.types.WebRtcTransportStat[]>(
    await transports.get(stage.place(session).receive)?.getStats(),
  );
  return (stat?.rtpBytesSent ?? Number.NaN) + (stat?.rtxBytesSent ?? 0) + (stat?.probationBytesSent ?? 0);
}

describe('with real ICE, DTLS and SRTP', () => {
  test('[JOIN-3] a waiting device is connected by silence, and not one byte of media is sent to it', async () => {
    await conversation();
    await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
    await ray.join();
    await vi.waitFor(() => expect(ray.receiving).toBe('connected'), { timeout: 30_000 });
    const before = sam.heard.get(DANA) ?? 0;
    await speakUntil(dana, () => hears(sam, DANA, before + 20));

    expect(await mediaSentTo(SAM)).toBeGreaterThan(0);
    expect(await mediaSentTo(RAY)).toBe(0);
    expect([...ray.heard]).toEqual([]);
  });

  test('[JOIN-3] once admitted it hears on the transport that was made ready', async () => {
    await conversation();
    await stage.plan(planOf([seat(DANA)], [RAY]));
    await ray.join();
    await vi.waitFor(() => expect(ray.receiving).toBe('connected'), { timeout: 30_000 });
    const { receive } = stage.place(RAY);
    await stage.plan(planOf([seat(DANA), seat(RAY)]));
    await speakUntil(dana, () => hears(ray, DANA));

    expect(stage.place(RAY).receive).toBe(receive);
  });

  test('[ROST-5] whoever is put out hears nothing from the moment the plan is in force', async () => {
    await stage.plan(planOf([seat(DANA), seat(SAM), seat(RAY)]));
    for (const device of [dana, sam, ray]) await device.join();
    await dana.publish();
    await speakUntil(dana, () => hears(sam, DANA) && hears(ray, DANA));
    await stage.reconciler.apply(VISIT, planOf([seat(DANA), seat(SAM)])).restricted;
    // What the SFU had sent before it obeyed is on its way through the loopback for less than this.
    await stage.reconciler.audit();
    const before = { ray: ray.heard.get(DANA), sam: sam.heard.get(DANA) ?? 0 };
    await speakUntil(dana, () => hears(sam, DANA, before.sam + 25));

    expect(ray.heard.get(DANA)).toBe(before.ray);
  });

  test('[FLOOR-2] a closed microphone is heard by nobody, whatever its device sends, and is heard again once open', async () => {
    await conversation();
    await stage.reconciler.apply(VISIT, planOf([seat(DANA, 'closed'), seat(SAM)])).restricted;
    await stage.reconciler.audit();
    const before = { sam: sam.heard.get(DANA) ?? 0, dana: dana.heard.get(SAM) ?? 0 };
    dana.speak(50);
    await speakUntil(sam, () => hears(dana, SAM, before.dana + 25));
    expect(sam.heard.get(DANA)).toBe(before.sam);

    await stage.plan(planOf([seat(DANA), seat(SAM)]));
    await speakUntil(dana, () => hears(sam, DANA, before.sam));
  });

  test('[SAFE-5] ICE is restarted and media goes on', async () => {
    await conversation();
    await sam.restartIce();
    const before = sam.heard.get(DANA) ?? 0;
    await speakUntil(dana, () => hears(sam, DANA, before + 25));
  });

  test('[SAFE-5] a killed worker is survived: everybody is heard again', async () => {
    await conversation();
    const back: SessionId[] = [];
    const comeBack = async (session: SessionId, device: RealDevice): Promise<void> => {
      await device.join();
      await device.publish();
      back.push(session);
    };
    stage.reconciler.onNotice((_visit, session, { type }) => {
      if (type === 'reset') void comeBack(session, session === DANA ? dana : sam);
    });
    process.kill(plane.workerPids[0] ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(back).toHaveLength(2), { interval: 5, timeout: 30_000 });
    const before = sam.heard.get(DANA) ?? 0;
    await speakUntil(dana, () => hears(sam, DANA, before));
  });

  test('loud and quiet microphones are told apart a few times a second', async () => {
    await conversation();
    const told: { levels: readonly { session: SessionId; level: number }[]; hearers: readonly SessionId[] }[] = [];
    stage.reconciler.onLevels((_visit, levels, hearers) => told.push({ levels, hearers }));
    await vi.waitFor(
      () => {
        dana.speak(1, 15);
        sam.speak(1, 45);
        expect(told.some(({ levels }) => levels.length === 2)).toBe(true);
      },
      { interval: 20, timeout: 30_000 },
    );

    const both = told.find(({ levels }) => levels.length === 2);
    const level = (session: SessionId) => both?.levels.find((each) => each.session === session)?.level ?? Number.NaN;
    expect(level(DANA)).toBeGreaterThan(0.6);
    expect(level(SAM)).toBeLessThan(0.5);
    expect(both?.hearers).toEqual([DANA, SAM]);
  });
});
