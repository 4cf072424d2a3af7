import type { MediaRequest } from '@doorstep/shared/protocol/media.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { ASIDE, DANA, FakeStage, MAIN, planOf, RAY, RELAY, SAM, seat, VISIT } from './fake/FakeStage.ts';
import { AUDIO_ONLY, DTLS } from './fake/parameters.ts';

const OK = { ok: true, answer: {} };
const NOBODY = 'nobody-1' as SessionId;
const refused = (refusal: string) => ({ ok: false, refusal });

let plane: FakeMediaPlane;
let stage: FakeStage;

beforeEach(async () => {
  plane = new FakeMediaPlane();
  stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
});

const consumerOf = (session: SessionId): string => stage.place(session).consumers[0]?.id ?? 'none';
const producerOf = (session: SessionId): string => stage.place(session).producers[0]?.id ?? 'none';

describe('joining', () => {
  test('[PRIV-5] a seated device is given transports and relay credentials, and not the name of its room', async () => {
    const answer = await stage.join(DANA);

    expect(JSON.stringify(answer)).not.toContain(MAIN);
    expect(answer).toMatchObject({ seatedAt: expect.any(Number), iceServers: RELAY, iceTransportPolicy: 'all' });
    expect(stage.told(DANA)).toEqual([]);
  });

  test('[JOIN-3] a waiting device is given transports to make ready, and no relay credentials', async () => {
    expect(await stage.join(RAY)).toMatchObject({ seatedAt: null, iceServers: [] });
    await stage.ask(RAY, { type: 'restartIce', transport: stage.place(RAY).receive });

    expect(stage.relayed).toEqual([]);
  });

  test('a device that the plan has nowhere is refused, whatever it asks', async () => {
    const stranger = 'stranger-1' as SessionId;
    await stage.enter(DANA);
    const { send } = stage.place(DANA);

    for (const request of everyRequest(send, producerOf(DANA), 'none')) {
      expect(await stage.ask(stranger, request)).toEqual(refused('noSeat'));
    }
    expect(plane.counts()).toMatchObject({ transports: 2, producers: 1 });
  });

  test('joining again closes what was there: never more than two transports', async () => {
    await stage.enter(DANA);
    const before = stage.place(DANA).send;
    await Promise.all([stage.join(DANA), stage.join(DANA)]);

    expect(plane.counts()).toMatchObject({ transports: 2, producers: 0 });
    expect(stage.place(DANA).send).not.toBe(before);
    expect(stage.logged).toEqual([]);
  });

  test('a device that is moved while it joins finds itself in its new room', async () => {
    const held = plane.gate.hold('openPlace');
    const joining = stage.join(SAM);
    await held.reached;
    const moved = stage.plan({
      rooms: [...planOf([seat(DANA)]).rooms, { room: ASIDE, seats: [seat(SAM)], prepared: [] }],
    });
    held.release();

    expect(await joining).toMatchObject({ seatedAt: expect.any(Number) });
    await moved;
    expect(stage.place(SAM).room).toBe(ASIDE);
  });

  test('[ROST-5] a device that is put out while it joins has nothing in the end', async () => {
    const held = plane.gate.hold('openPlace');
    const joining = stage.ask(SAM, { type: 'join' });
    await held.reached;
    const out = stage.plan(planOf([seat(DANA)]));
    held.release();

    expect(await joining).toEqual(refused('noSeat'));
    await out;
    expect(stage.findPlace(SAM)).toBeUndefined();
  });
});

describe('[JOIN-3] a waiting device', () => {
  test('may be made ready: receive, connect, warm up, restart', async () => {
    await stage.join(RAY);
    const { receive } = stage.place(RAY);

    expect(await stage.receive(RAY)).toMatchObject({ ok: true, answer: { warmUp: { session: null } } });
    expect(await stage.ask(RAY, { type: 'connect', transport: receive, dtlsParameters: DTLS })).toEqual(OK);
    expect(await stage.ask(RAY, { type: 'resume', consumer: consumerOf(RAY) })).toEqual(OK);
    expect(await stage.ask(RAY, { type: 'restartIce', transport: receive })).toMatchObject({ ok: true });
  });

  test('may do nothing else', async () => {
    await stage.enter(DANA);
    await stage.enter(RAY);

    expect(await stage.produce(RAY, 'audio')).toEqual(refused('notAdmitted'));
    expect(await stage.ask(RAY, { type: 'closeProducer', producer: producerOf(DANA) })).toEqual(refused('notAdmitted'));
    expect(await stage.ask(RAY, { type: 'preferLayers', consumer: consumerOf(RAY), spatial: 0 })).toEqual(
      refused('notAdmitted'),
    );
  });

  test('has one stream of silence, however often it asks', async () => {
    await stage.join(RAY);
    for (let time = 0; time < 5; time += 1) await stage.receive(RAY);

    expect(stage.place(RAY).consumers).toHaveLength(1);
  });
});

describe('what is not one’s own', () => {
  test('is not found, even by its right id', async () => {
    await stage.enter(DANA);
    await stage.enter(SAM);
    const dana = stage.place(DANA);
    const consumer = dana.consumers.find(({ from }) => from)?.id ?? 'none';
    const before = plane.inventory(VISIT);

    const requests = everyRequest(dana.send, producerOf(DANA), consumer).filter(
      ({ type }) => type !== 'join' && type !== 'receive',
    );
    for (const request of requests) expect(await stage.ask(SAM, request)).toEqual(refused('notFound'));
    expect(plane.inventory(VISIT)).toEqual(before);
  });

  test('of another room is not found', async () => {
    await stage.enter(DANA);
    await stage.plan({
      rooms: [...planOf([seat(DANA)]).rooms, { room: ASIDE, seats: [seat(SAM)], prepared: [] }],
    });
    await stage.enter(SAM);

    expect(await stage.ask(SAM, { type: 'closeProducer', producer: producerOf(DANA) })).toEqual(refused('notFound'));
    expect(await stage.produce(SAM, 'video', stage.place(DANA).send)).toEqual(refused('notFound'));
  });

  test('nothing is produced on a receiving transport', async () => {
    await stage.join(DANA);
    expect(await stage.produce(DANA, 'audio', stage.place(DANA).receive)).toEqual(refused('notFound'));
  });

  test('nothing is found before joining', async () => {
    expect(await stage.receive(DANA)).toEqual(refused('notFound'));
  });
});

describe('producing', () => {
  test('a new stream of a kind takes the place of the old one', async () => {
    await stage.enter(DANA);
    await stage.enter(SAM);
    const before = producerOf(DANA);
    const kinds = ['audio', 'audio', 'video'] as const;
    const answers = await Promise.all(kinds.map((kind) => stage.produce(DANA, kind)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    await stage.idle();

    expect(stage.place(DANA).producers.map(({ kind }) => kind)).toEqual(['audio', 'video']);
    expect(producerOf(DANA)).not.toBe(before);
    expect(stage.heardBy(SAM)).toEqual(['dana-1 audio', 'dana-1 video']);
  });

  test('[FLOOR-2] behind a closed gate nothing flows, from the first packet', async () => {
    await stage.plan(planOf([seat(DANA, 'closed'), seat(SAM)]));
    await stage.enter(DANA);
    await stage.enter(SAM);

    expect(stage.heardBy(SAM)).toEqual(['dana-1 audio']);
    expect(plane.flows()).toMatchObject([{ hearer: DANA }]);
  });

  test('[ROST-5] somebody who is put out while their camera starts leaves nothing behind', async () => {
    await stage.enter(DANA);
    await stage.enter(SAM);
    const held = plane.gate.hold('produce');
    const producing = stage.produce(SAM, 'video');
    await held.reached;
    const out = stage.plan(planOf([seat(DANA)]));
    held.release();

    expect(await producing).toEqual(refused('noSeat'));
    await out;
    expect(plane.counts()).toMatchObject({ producers: 1, consumers: 1 });
  });
});

describe('receiving', () => {
  test('there is no silence for whoever has something to hear', async () => {
    await stage.enter(DANA);
    await stage.join(SAM);

    expect(await stage.receive(SAM)).toEqual({ ok: true, answer: { warmUp: null } });
    await stage.idle();
    expect(stage.told(SAM)).toEqual(['consumer']);
  });

  test('a stream flows on the device’s word', async () => {
    await stage.enter(DANA);
    await stage.enter(SAM);
    expect(stage.place(SAM).consumers).toMatchObject([{ paused: true }]);

    expect(await stage.ask(SAM, { type: 'resume', consumer: consumerOf(SAM) })).toEqual(OK);
    expect(stage.place(SAM).consumers).toMatchObject([{ paused: false }]);
    expect(await stage.ask(SAM, { type: 'preferLayers', consumer: consumerOf(SAM), spatial: 1 })).toEqual(OK);
  });

  test('a layer is preferred of a picture; of a sound there is only one', async () => {
    await stage.enter(DANA);
    await stage.enter(SAM);
    const sound = consumerOf(SAM);
    await stage.produce(DANA, 'video');
    await stage.idle();
    const picture = stage.place(SAM).consumers.find(({ kind }) => kind === 'video')?.id ?? 'none';
    plane.gate.failNext('preferLayer');

    expect(await stage.ask(SAM, { type: 'preferLayers', consumer: sound, spatial: 0 })).toEqual(OK);
    expect(await stage.ask(SAM, { type: 'preferLayers', consumer: picture, spatial: 0 })).toEqual(
      refused('badParameters'),
    );
    expect(await stage.ask(SAM, { type: 'preferLayers', consumer: picture, spatial: 0 })).toEqual(OK);
  });

  test('a stream that ended while it was asked for is not found', async () => {
    await stage.enter(DANA);
    await stage.enter(SAM);
    const consumer = consumerOf(SAM);
    const held = plane.gate.hold('resumeConsumer');
    const resuming = stage.ask(SAM, { type: 'resume', consumer });
    await held.reached;
    await stage.ask(DANA, { type: 'closeProducer', producer: producerOf(DANA) });
    held.release();

    expect(await resuming).toEqual(refused('notFound'));
  });
});

describe('what the SFU does not take', () => {
  test('is a refusal and changes nothing', async () => {
    await stage.join(DANA);
    const { send } = stage.place(DANA);
    expect(await stage.ask(DANA, { type: 'receive', rtpCapabilities: AUDIO_ONLY })).toEqual(refused('badParameters'));
    plane.gate.failNext('produce');
    expect(await stage.produce(DANA, 'audio')).toEqual(refused('badParameters'));
    plane.gate.failNext('restartIce');
    expect(await stage.ask(DANA, { type: 'restartIce', transport: send })).toEqual(refused('badParameters'));

    expect(await stage.produce(DANA, 'audio')).toMatchObject({ ok: true });
  });

  test('a worker that dies under a request makes it `unavailable`, and `reset` follows', async () => {
    await stage.enter(DANA);
    const held = plane.gate.hold('produce');
    const producing = stage.produce(DANA, 'video');
    await held.reached;
    plane.loseRoom({ visit: VISIT, room: MAIN });
    held.release();

    expect(await producing).toEqual(refused('unavailable'));
    expect(stage.told(DANA)).toContain('reset');
  });

  test('a device that asks more than can wait is told so, and the others are served', async () => {
    await stage.enter(DANA);
    await stage.enter(SAM);
    const held = plane.gate.hold('restartIce');
    const { send } = stage.place(DANA);
    const flood = Array.from({ length: 300 }, () => stage.ask(DANA, { type: 'restartIce', transport: send }));

    expect(await flood[299]).toEqual(refused('tooMany'));
    expect(await stage.ask(SAM, { type: 'resume', consumer: consumerOf(SAM) })).toEqual(OK);
    held.release();
    const answers = await Promise.all(flood);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(128);
    expect(await stage.ask(DANA, { type: 'restartIce', transport: send })).toMatchObject({ ok: true });
  });
});

/** One request of each kind, about these. */
function everyRequest(transport: string, producer: string, consumer: string): readonly MediaRequest[] {
  return [
    { type: 'join' },
    { type: 'receive', rtpCapabilities: { codecs: [] } },
    { type: 'connect', transport, dtlsParameters: DTLS },
    { type: 'produce', transport, kind: 'audio', rtpParameters: { codecs: [] } },
    { type: 'closeProducer', producer },
    { type: 'resume', consumer },
    { type: 'preferLayers', consumer, spatial: 0 },
    { type: 'restartIce', transport },
    { type: 'giveKey', to: NOBODY, kid: 1, wrap: 'sealed' },
    { type: 'keyTaken', from: NOBODY, kid: 1 },
    { type: 'needKey', from: NOBODY },
    { type: 'keyFrame', consumer },
  ];
}
