import type { LoopRequest } from '@doorstep/shared/protocol/media.ts';
import type { StaffId } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { DANA, FakeStage, planOf, RAY, SAM, seat, VISIT } from './fake/FakeStage.ts';
import { CAPABILITIES, DTLS, vp8 } from './fake/parameters.ts';

const PRIYA = 'priya' as StaffId;
const AMINA = 'amina' as StaffId;
const OPEN = { type: 'openLoop' } as const;
const BACK = { type: 'loopBack', rtpParameters: vp8(3001), rtpCapabilities: CAPABILITIES } as const;
const CLOSE = { type: 'closeLoop' } as const;
const DONE = { ok: true, answer: {} };
const refused = (refusal: string) => ({ ok: false, refusal });

let plane: FakeMediaPlane;
let stage: FakeStage;

beforeEach(async () => {
  plane = new FakeMediaPlane();
  stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
});

const asks = (request: LoopRequest, page = 'page-1', staff = PRIYA) =>
  stage.reconciler.requestAtDesk(staff, page, request);
const loops = () => plane.counts().loops;

describe('[JOIN-4] a professional in front of their own camera, who has no place in the visit', () => {
  test('gets their own picture back, and leaves no trace in any room', async () => {
    await stage.enter(DANA);
    const [before, relayed] = [plane.inventory(VISIT), stage.relayed.length];
    const opened = await asks(OPEN);
    if (!opened.ok || !('send' in opened.answer)) throw new Error('No loop was opened');
    for (const { id: transport } of [opened.answer.send, opened.answer.receive]) {
      expect(await asks({ type: 'connect', transport, dtlsParameters: DTLS })).toEqual(DONE);
    }
    expect(await asks(BACK)).toMatchObject({ ok: true, answer: { rtpParameters: {} } });

    expect(plane.loops(VISIT)).toEqual([]);
    expect(plane.inventory(VISIT)).toEqual(before);
    expect(stage.told(DANA)).not.toContain('loopClosed');
    expect(stage.relayed).toHaveLength(relayed);
    expect(await asks(CLOSE)).toEqual(DONE);
    expect(loops()).toBe(0);
  });

  test('is not found to be a stray, nor ended by what happens in a visit', async () => {
    await asks(OPEN);
    await stage.plan({ rooms: [] });
    expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 0 });
    expect(loops()).toBe(1);

    plane.plantLoop('desk' as typeof VISIT, DANA);
    expect(await stage.reconciler.audit()).toMatchObject({ strays: 1 });
    expect(loops()).toBe(1);
  });

  test('[SAFE-6] has at most two at once, on whatever pages; one that ends makes room', async () => {
    const pages = ['one', 'two', 'three'];
    const answers = await Promise.all(pages.map((page) => asks(OPEN, page)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(await asks(OPEN, 'three')).toEqual(refused('tooMany'));
    expect(await asks(OPEN, 'one', AMINA)).toMatchObject({ ok: true });

    await asks(CLOSE, 'one');
    stage.now += 5_000;
    expect(await asks(OPEN, 'three')).toMatchObject({ ok: true });
    expect(await asks(CLOSE, 'one')).toEqual(refused('notFound'));
    expect(loops()).toBe(3);
  });

  test('[SAFE-6] begins one every five seconds on a page, and a dozen in ten minutes, however many pages are opened', async () => {
    expect(await asks(OPEN)).toMatchObject({ ok: true });
    expect(await asks(OPEN)).toEqual(refused('tooMany'));
    let begun = 1;
    for (let time = 0; time < 40; time += 1) {
      stage.now += 5_000;
      const page = `page-${time}`;
      if ((await asks(OPEN, page)).ok) begun += 1;
      await asks(CLOSE, page);
    }
    expect(begun).toBe(12);
  });

  test('[SAFE-6] all of them together have no more than so many', async () => {
    const all = Array.from({ length: 30 }, (_, one) => asks(OPEN, 'page', `staff-${one}` as StaffId));
    expect((await Promise.all(all)).filter(({ ok }) => ok)).toHaveLength(24);
  });

  test('somebody else’s is as unknown as none', async () => {
    const opened = await asks(OPEN);
    if (!opened.ok || !('send' in opened.answer)) throw new Error('No loop was opened');
    const connect = { type: 'connect', transport: opened.answer.send.id, dtlsParameters: DTLS } as const;
    await asks(OPEN, 'page-1', AMINA);
    for (const request of [connect, BACK, CLOSE]) expect(await asks(request, 'other')).toEqual(refused('notFound'));
    expect(await asks(connect, 'page-1', AMINA)).toEqual(refused('notFound'));
    expect(await stage.ask(RAY, connect)).toEqual(refused('notFound'));
    expect(await stage.ask(DANA, { type: 'restartIce', transport: connect.transport })).toEqual(refused('notFound'));
  });

  test('what was left open, or went down with a worker, is gone; its page is told when it closes it', async () => {
    await asks(OPEN);
    stage.now += 10_000;
    await stage.reconciler.sweepLoops();
    expect(loops()).toBe(0);
    expect(await asks(CLOSE)).toEqual(refused('notFound'));

    await asks(OPEN);
    for (const { session } of plane.loops('desk' as typeof VISIT)) plane.loseLoop(session);
    expect(await asks(BACK)).toEqual(refused('notFound'));
  });

  test('loses it when more comes in than a picture in ten seconds, twice; parameters that the SFU does not take are said to be so', async () => {
    await asks(OPEN);
    plane.gate.failNext('loopBack');
    expect(await asks(BACK)).toEqual(refused('badParameters'));
    for (const { session } of plane.loops('desk' as typeof VISIT)) plane.sendIntoLoop(session, 1_250_001);
    await stage.reconciler.sweepLoops();
    expect(loops()).toBe(0);
  });
});
