import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { ASIDE, DANA, DANA_TOO, FakeStage, planOf, RAY, REF, RELAY, SAM, seat, VISIT } from './fake/FakeStage.ts';
import { SEATED_AT } from './fake/parameters.ts';

let plane: FakeMediaPlane;
let stage: FakeStage;

beforeEach(() => {
  plane = new FakeMediaPlane();
  stage = new FakeStage(plane);
});

describe('following a plan', () => {
  test('people in one room hear each other', async () => {
    await stage.everyoneIn();

    expect(stage.heardBy(SAM)).toEqual(['dana-1 audio']);
    expect(stage.heardBy(DANA)).toEqual(['sam-1 audio']);
    expect(plane.flows()).toHaveLength(2);
  });

  test('[JOIN-3] a waiting device gets nothing of the room, and the room nothing of it', async () => {
    await stage.everyoneIn();
    await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
    await stage.enter(RAY);

    expect(stage.heardBy(RAY)).toEqual([]);
    expect(stage.told(RAY)).toEqual([]);
    expect(stage.told(DANA)).toEqual([]);
  });

  test('[JOIN-3] an admitted device keeps its transports, is told so with relay credentials, and hears at once', async () => {
    await stage.everyoneIn();
    await stage.plan(planOf([seat(DANA)], [RAY]));
    await stage.enter(RAY);
    const { send, receive } = stage.place(RAY);
    expect(stage.relayed).not.toContain(RAY);

    await stage.plan(planOf([seat(DANA), seat(RAY)]));
    expect(stage.place(RAY)).toMatchObject({ send, receive, seatedAt: SEATED_AT });
    expect(stage.notices.filter(({ session }) => session === RAY).map(({ notice }) => notice)).toMatchObject([
      { type: 'seated', at: SEATED_AT, iceServers: RELAY },
      { type: 'consumer', consumer: { session: DANA } },
    ]);
  });

  test('[ROST-5] whoever is put out is cut off before `restricted` resolves, and only they', async () => {
    await stage.everyoneIn();
    const { restricted } = stage.reconciler.apply(VISIT, planOf([seat(DANA)]));
    expect(stage.findPlace(SAM)).toBeUndefined();
    expect(plane.flows()).toEqual([]);
    await restricted;

    expect(stage.told(DANA)).toEqual(['consumerClosed']);
    expect(stage.told(SAM)).toEqual([]);
    expect(stage.place(DANA).producers).toHaveLength(1);
  });

  test('a device that is moved is told to join again, and meets the other room only', async () => {
    await stage.everyoneIn();
    await stage.plan({
      rooms: [...planOf([seat(DANA)]).rooms, { room: ASIDE, seats: [seat(SAM)], prepared: [] }],
    });
    expect(stage.told(SAM)).toEqual(['reset']);
    await stage.enter(SAM);

    expect(stage.place(SAM).room).toBe(ASIDE);
    expect(plane.flows()).toEqual([]);
  });

  test('[FLOOR-2] a closed microphone is closed at the SFU before `restricted` resolves, and opens again', async () => {
    await stage.everyoneIn();
    const held = plane.gate.hold('pauseProducer');
    let done = false;
    const { restricted } = stage.reconciler.apply(VISIT, planOf([seat(DANA, 'closed'), seat(SAM)]));
    const waiting = restricted.then(() => {
      done = true;
    });
    await stage.receive(SAM);
    expect(done).toBe(false);
    held.release();
    await waiting;
    expect(plane.flows()).toMatchObject([{ hearer: DANA, speaker: SAM }]);

    await stage.plan(planOf([seat(DANA), seat(SAM)]));
    expect(plane.flows()).toHaveLength(2);
    expect(stage.told(SAM)).toEqual([]);
  });

  test('a later plan waits for what an earlier one took away', async () => {
    await stage.everyoneIn();
    const held = plane.gate.hold('pauseProducer');
    const order: string[] = [];
    const quiet = planOf([seat(DANA, 'closed'), seat(SAM)]);
    const first = stage.reconciler.apply(VISIT, quiet).restricted.then(() => order.push('first'));
    const second = stage.reconciler.apply(VISIT, quiet).restricted.then(() => order.push('second'));
    await stage.receive(SAM);
    expect(order).toEqual([]);
    held.release();
    await Promise.all([first, second]);

    expect(order).toEqual(['first', 'second']);
  });

  test('a plan that is overtaken opens nothing', async () => {
    await stage.plan(planOf([seat(DANA), seat(SAM)]));
    await stage.enter(DANA);
    await stage.join(SAM);
    const held = plane.gate.hold('consume');
    await stage.receive(SAM);
    await held.reached;
    const settled = stage.reconciler.apply(VISIT, planOf([seat(DANA)], [SAM])).settled;
    held.release();
    await settled;

    expect(plane.flows()).toEqual([]);
    expect(stage.told(SAM)).toEqual(['reset']);
  });

  test('a stream made for somebody whose speaker left meanwhile is told to nobody', async () => {
    await stage.plan(planOf([seat(DANA), seat(SAM)]));
    await stage.enter(DANA);
    await stage.join(SAM);
    const held = plane.gate.hold('consume');
    await stage.receive(SAM);
    await held.reached;
    const settled = stage.reconciler.apply(VISIT, planOf([seat(SAM)])).settled;
    held.release();
    await settled;

    expect(stage.told(SAM)).toEqual([]);
    expect(stage.heardBy(SAM)).toEqual([]);
  });

  test('a stream made for somebody who turns out to be the speaker’s other device is told to nobody', async () => {
    await stage.plan(planOf([seat(DANA), seat(SAM)]));
    await stage.enter(DANA);
    await stage.join(SAM);
    const held = plane.gate.hold('consume');
    await stage.receive(SAM);
    await held.reached;
    const { participant } = seat(DANA);
    const { settled } = stage.reconciler.apply(VISIT, planOf([seat(DANA), { ...seat(SAM), participant }]));
    held.release();
    await settled;

    expect(stage.told(SAM)).not.toContain('consumer');
    expect(stage.heardBy(SAM)).toEqual([]);
  });

  test('what should not be and comes up in the midst of things is taken away before anything is given', async () => {
    await stage.everyoneIn();
    await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
    await stage.enter(RAY);
    const held = plane.gate.hold('pauseProducer');
    const { settled } = stage.reconciler.apply(VISIT, planOf([seat(DANA, 'closed'), seat(SAM)], [RAY]));
    const [producer] = stage.place(SAM).producers;
    if (producer) plane.plantConsumer(RAY, producer.id);
    held.release();
    await settled;

    expect(stage.heardBy(RAY)).toEqual([]);
  });

  test('one person’s two devices do not hear each other', async () => {
    await stage.plan(planOf([seat(DANA), seat(DANA_TOO)]));
    await stage.enter(DANA);
    await stage.enter(DANA_TOO);

    expect(plane.flows()).toEqual([]);
  });

  test('the end of a visit closes everything', async () => {
    await stage.everyoneIn();
    await stage.reconciler.forget(VISIT);

    expect(stage.reconciler.snapshot()).toMatchObject({ rooms: 0, transports: 0, producers: 0, consumers: 0 });
    expect(await stage.ask(DANA, { type: 'join' })).toEqual({ ok: false, refusal: 'noSeat' });
  });

  test('a visit that is planned again while it is being forgotten lives on', async () => {
    await stage.everyoneIn();
    const forgetting = stage.reconciler.forget(VISIT);
    await stage.plan(planOf([seat(DANA)]));
    await forgetting;

    await stage.enter(DANA);
    expect(stage.place(DANA).seatedAt).not.toBeNull();
  });

  test('two visits share nothing', async () => {
    await stage.everyoneIn();
    const other = 'visit-2' as VisitId;
    await stage.reconciler.apply(other, planOf([seat(RAY)])).settled;
    await stage.reconciler.request(other, RAY, { type: 'join' });

    expect(await stage.reconciler.request(other, DANA, { type: 'join' })).toEqual({ ok: false, refusal: 'noSeat' });
    expect(await stage.ask(RAY, { type: 'join' })).toEqual({ ok: false, refusal: 'noSeat' });
    expect(plane.inventory(other)[0]?.places).toHaveLength(1);
  });
});

describe('levels', () => {
  test('[JOIN-3] are told to those seated in the room, about open microphones only', async () => {
    const told: unknown[] = [];
    stage.reconciler.onLevels((visit, levels, hearers) => told.push({ visit, levels, hearers }));
    await stage.plan(planOf([seat(DANA), seat(SAM, 'closed')], [RAY]));
    for (const session of [DANA, SAM, RAY]) await stage.enter(session);
    plane.speak(REF, [
      { session: DANA, level: 0.5 },
      { session: SAM, level: 0.9 },
      { session: RAY, level: 1 },
    ]);

    expect(told).toEqual([{ visit: VISIT, levels: [{ session: DANA, level: 0.5 }], hearers: [DANA, SAM] }]);
  });

  test('[SAFE-2] are not told to a device that is given nothing', async () => {
    const told: unknown[] = [];
    stage.reconciler.onLevels((_visit, _levels, hearers) => told.push(hearers));
    await stage.plan(planOf([seat(DANA), { ...seat(SAM), receives: false }]));
    for (const session of [DANA, SAM]) await stage.enter(session);
    plane.speak(REF, [{ session: DANA, level: 0.5 }]);

    expect(told).toEqual([[DANA]]);
  });
});
