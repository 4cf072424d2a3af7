import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { DANA, FakeStage, planOf, RAY, REF, SAM, seat, VISIT } from './fake/FakeStage.ts';
import { CAPABILITIES, DTLS, vp8 } from './fake/parameters.ts';

const refused = (refusal: string) => ({ ok: false, refusal });
const OPEN = { type: 'openLoop' } as const;
const BACK = { type: 'loopBack', rtpParameters: vp8(3001), rtpCapabilities: CAPABILITIES } as const;
const CLOSE = { type: 'closeLoop' } as const;

let plane: FakeMediaPlane;
let stage: FakeStage;

beforeEach(async () => {
  plane = new FakeMediaPlane();
  stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
});

const loopsOf = (visit = VISIT) => plane.loops(visit).map(({ session }) => session);

describe('[JOIN-4] a device at the door', () => {
  test('gets its own picture back, by transports of its own, whether or not it has joined', async () => {
    const opened = await stage.ask(RAY, OPEN);
    const [loop] = plane.loops(VISIT);

    expect(opened).toMatchObject({ ok: true, answer: { send: { id: loop?.send }, receive: { id: loop?.receive } } });
    for (const transport of [loop?.send ?? '', loop?.receive ?? '']) {
      expect(await stage.ask(RAY, { type: 'connect', transport, dtlsParameters: DTLS })).toEqual({
        ok: true,
        answer: {},
      });
    }
    expect(await stage.ask(RAY, BACK)).toMatchObject({ ok: true, answer: { rtpParameters: {} } });
    expect(stage.findPlace(RAY)).toBeUndefined();
    expect(await stage.ask(RAY, CLOSE)).toEqual({ ok: true, answer: {} });
    expect(loopsOf()).toEqual([]);
  });

  test('is told no relay', async () => {
    await stage.ask(RAY, OPEN);
    expect(stage.relayed).toEqual([]);
  });

  test('keeps what it has made ready, and nothing of the room comes to it', async () => {
    await stage.enter(DANA);
    await stage.enter(RAY);
    const before = stage.place(RAY);
    await stage.ask(RAY, OPEN);
    await stage.ask(RAY, BACK);
    await stage.idle();

    expect(stage.place(RAY)).toEqual(before);
    expect(stage.heardBy(RAY)).toEqual([]);
    expect(plane.flows()).toEqual([]);
    expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 0 });
    expect(loopsOf()).toEqual([RAY]);
  });

  test('may begin one every five seconds, six times in ten minutes', async () => {
    for (let time = 0; time < 6; time += 1) {
      expect(await stage.ask(RAY, OPEN)).toMatchObject({ ok: true });
      expect(await stage.ask(RAY, OPEN)).toEqual(refused('tooMany'));
      stage.now += 5_000;
    }
    expect(await stage.ask(RAY, OPEN)).toEqual(refused('tooMany'));
    expect(loopsOf()).toEqual([RAY]);

    stage.now = 10 * 60_000;
    expect(await stage.ask(RAY, OPEN)).toMatchObject({ ok: true });
  });

  test('has one at a time: the one that it left open makes way', async () => {
    await stage.ask(RAY, OPEN);
    const [first] = plane.loops(VISIT);
    stage.now += 5_000;
    await stage.ask(RAY, OPEN);

    expect(loopsOf()).toEqual([RAY]);
    expect(plane.loops(VISIT)[0]?.send).not.toBe(first?.send);
    expect(stage.told(RAY)).toEqual([]);
  });

  test('does not get one when the visit, or the server, has as many as it can bear', async () => {
    const eight = Array.from({ length: 8 }, (_, place) => `crowd${place}-1` as SessionId);
    await stage.plan(planOf([], [RAY, ...eight]));
    for (const session of eight) expect(await stage.ask(session, OPEN)).toMatchObject({ ok: true });
    expect(await stage.ask(RAY, OPEN)).toEqual(refused('tooMany'));

    for (const session of eight) await stage.ask(session, CLOSE);
    for (let place = 0; place < 60; place += 1)
      plane.plantLoop('visit-2' as typeof VISIT, `other-${place}` as SessionId);
    expect(await stage.ask(RAY, OPEN)).toEqual(refused('tooMany'));
    plane.loseLoop('other-0' as SessionId);
    expect(await stage.ask(RAY, OPEN)).toMatchObject({ ok: true });
  });

  test('[PRIV-5] gets one however many measure theirs at the door of the other main room', async () => {
    const eight = Array.from({ length: 8 }, (_, place) => `crowd${place}-1` as SessionId);
    const [main] = planOf([], eight).rooms;
    const [second] = planOf([], [RAY]).rooms;
    if (main === undefined || second === undefined) throw new Error('A plan without a room');
    await stage.plan({ rooms: [main, { ...second, room: 'main-2' as typeof main.room }] });
    for (const session of eight) expect(await stage.ask(session, OPEN)).toMatchObject({ ok: true });
    expect(await stage.ask(RAY, OPEN)).toMatchObject({ ok: true });
  });

  test('does not get one either when all of them ask in the same moment', async () => {
    const crowd = Array.from({ length: 12 }, (_, place) => `crowd${place}-1` as SessionId);
    await stage.plan(planOf([], crowd));
    const answers = await Promise.all(crowd.map((session) => stage.ask(session, OPEN)));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(8);
    expect(loopsOf()).toHaveLength(8);
  });

  test('[SAFE-6] gets one of at most two for its person: others with the same link leave the rest to the rest', async () => {
    const rays = Array.from({ length: 8 }, (_, place) => `ray-${place}` as SessionId);
    await stage.plan(planOf([], [...rays, DANA]));
    const answers = await Promise.all(rays.map((session) => stage.ask(session, OPEN)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await stage.ask(rays[7] ?? RAY, OPEN)).toEqual(refused('tooMany'));
    expect(await stage.ask(DANA, OPEN)).toMatchObject({ ok: true });

    const [first = RAY] = loopsOf();
    await stage.ask(first, CLOSE);
    expect(await stage.ask(rays[6] ?? RAY, OPEN)).toMatchObject({ ok: true });
  });

  test('[SAFE-6] may begin its own anew while its person has two', async () => {
    const other = 'ray-2' as SessionId;
    await stage.plan(planOf([], [RAY, other]));
    for (const session of [RAY, other]) await stage.ask(session, OPEN);
    stage.now += 5_000;
    expect(await stage.ask(RAY, OPEN)).toMatchObject({ ok: true });
    expect(loopsOf().sort()).toEqual([RAY, other]);
  });

  test('is told when its loop went down with a worker', async () => {
    await stage.ask(RAY, OPEN);
    plane.loseLoop(RAY);

    expect(stage.told(RAY)).toEqual(['loopClosed']);
    expect(await stage.ask(RAY, BACK)).toEqual(refused('notFound'));
  });

  test('loses its loop when more comes in than a picture of 500 kbit/s in ten seconds, twice', async () => {
    await stage.ask(RAY, OPEN);
    plane.sendIntoLoop(RAY, 1_250_000);
    await stage.reconciler.sweepLoops();
    expect(loopsOf()).toEqual([RAY]);

    plane.sendIntoLoop(RAY, 1);
    await stage.reconciler.sweepLoops();
    expect(loopsOf()).toEqual([]);
    expect(stage.told(RAY)).toEqual(['loopClosed']);
  });

  test('a loop that closes while it is being looked at is not ended twice', async () => {
    await stage.ask(RAY, OPEN);
    const held = plane.gate.hold('loopBytes');
    const sweeping = stage.reconciler.sweepLoops();
    await held.reached;
    plane.sendIntoLoop(RAY, 2_000_000);
    await stage.ask(RAY, CLOSE);
    held.release();
    await sweeping;

    expect(stage.told(RAY)).toEqual([]);
  });
});

describe('[JOIN-3] a loop never outlives the door', () => {
  test.each([
    ['let in', planOf([seat(DANA), seat(SAM), seat(RAY)])],
    ['put out', planOf([seat(DANA), seat(SAM)])],
    ['in a visit that ended', { rooms: [] }],
  ])('whoever is %s has none before the host is answered', async (_, plan) => {
    await stage.enter(RAY);
    await stage.ask(RAY, OPEN);
    await stage.ask(RAY, BACK);
    const held = plane.gate.hold('closeLoop');
    const { restricted } = stage.reconciler.apply(VISIT, plan);
    expect(loopsOf()).toEqual([]);
    let answered = false;
    const answering = restricted.then(() => {
      answered = true;
    });
    await held.reached;
    expect(answered).toBe(false);
    held.release();
    await answering;

    expect(stage.told(RAY)).toContain('loopClosed');
  });

  test('let in while the loop is being opened, the device has a seat and no loop', async () => {
    await stage.enter(RAY);
    const held = plane.gate.hold('openLoop');
    const opening = stage.ask(RAY, OPEN);
    await held.reached;
    await stage.plan(planOf([seat(DANA), seat(SAM), seat(RAY)]));
    held.release();

    expect((await opening).ok).toBe(false);
    expect(loopsOf()).toEqual([]);
    expect(stage.place(RAY).seatedAt).not.toBeNull();
  });

  test('put out while the loop is being opened, the device has nothing', async () => {
    const held = plane.gate.hold('openLoop');
    const opening = stage.ask(RAY, OPEN);
    await held.reached;
    await stage.plan(planOf([seat(DANA), seat(SAM)]));
    held.release();

    expect((await opening).ok).toBe(false);
    expect(loopsOf()).toEqual([]);
  });

  test('a loop that should not be is found by the audit', async () => {
    await stage.enter(DANA);
    plane.plantLoop(VISIT, DANA);
    plane.plantLoop('visit-2' as typeof VISIT, SAM);

    expect(await stage.reconciler.audit()).toMatchObject({ strays: 2 });
    expect([...loopsOf(), ...loopsOf('visit-2' as typeof VISIT)]).toEqual([]);
  });

  test('whoever has a seat is refused, whatever they ask of a loop', async () => {
    await stage.enter(DANA);
    for (const request of [OPEN, BACK, CLOSE]) expect(await stage.ask(DANA, request)).toEqual(refused('alreadyInside'));
    expect(loopsOf()).toEqual([]);
  });

  test('a device that the plan has nowhere is refused', async () => {
    const stranger = 'stranger-1' as SessionId;
    for (const request of [OPEN, BACK, CLOSE]) expect(await stage.ask(stranger, request)).toEqual(refused('noSeat'));
  });
});

describe('[JOIN-3] somebody else’s loop', () => {
  test('is as unknown as none, by any of its ids', async () => {
    const other = 'amina-1' as SessionId;
    await stage.plan(planOf([seat(DANA)], [RAY, other]));
    await stage.enter(DANA);
    await stage.enter(other);
    await stage.ask(RAY, OPEN);
    const back = await stage.ask(RAY, BACK);
    const ids = back.ok && 'consumer' in back.answer ? back.answer : { producer: 'none', consumer: 'none' };
    const [loop] = plane.loops(VISIT);

    for (const transport of [loop?.send ?? '', loop?.receive ?? '']) {
      for (const session of [other, DANA]) {
        expect(await stage.ask(session, { type: 'connect', transport, dtlsParameters: DTLS })).toEqual(
          refused('notFound'),
        );
        expect(await stage.ask(session, { type: 'restartIce', transport })).toEqual(refused('notFound'));
      }
    }
    expect(await stage.ask(other, BACK)).toEqual(refused('notFound'));
    expect(await stage.ask(other, CLOSE)).toEqual(refused('notFound'));
    for (const session of [other, DANA, RAY]) {
      expect(await stage.ask(session, { type: 'resume', consumer: String(ids.consumer) })).toEqual(refused('notFound'));
    }
    expect(await stage.produce(DANA, 'video', loop?.send)).toEqual(refused('notFound'));
    expect(loopsOf()).toEqual([RAY]);
  });

  test('a lost room leaves it alone', async () => {
    await stage.enter(DANA);
    await stage.ask(RAY, OPEN);
    plane.loseRoom(REF);
    await stage.idle();

    expect(loopsOf()).toEqual([RAY]);
  });
});
