import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { DANA, FakeStage, MAIN, planOf, RAY, REF, SAM, seat, VISIT } from './fake/FakeStage.ts';

let plane: FakeMediaPlane;
let stage: FakeStage;

beforeEach(() => {
  plane = new FakeMediaPlane();
  stage = new FakeStage(plane);
});

describe('when a step fails', () => {
  test('a restriction that fails costs its device its place, and `restricted` resolves', async () => {
    await stage.everyoneIn();
    plane.gate.failNext('pauseProducer');
    await stage.reconciler.apply(VISIT, planOf([seat(DANA, 'closed'), seat(SAM)])).restricted;

    expect(stage.findPlace(DANA)).toBeUndefined();
    expect(stage.told(DANA)).toEqual(['reset']);
    expect(stage.told(SAM)).toEqual(['consumerClosed']);
    expect(stage.logged).toContain('a media step failed');
  });

  test('a permission that fails costs its device its place, and the others nothing', async () => {
    await stage.everyoneIn();
    await stage.plan(planOf([seat(DANA), seat(SAM), seat(RAY)]));
    plane.gate.failNext('consume');
    await stage.enter(RAY);

    expect(stage.findPlace(RAY)).toBeUndefined();
    expect(stage.told(RAY)).toContain('reset');
    await stage.enter(RAY);
    expect(stage.heardBy(RAY)).toEqual(['dana-1 audio', 'sam-1 audio']);
    expect(stage.heardBy(SAM)).toEqual(['dana-1 audio', 'ray-1 audio']);
  });

  test('a room that did not open is opened when somebody joins', async () => {
    plane.gate.failNext('openRoom');
    await stage.plan(planOf([seat(DANA)]));

    expect(await stage.join(DANA)).toMatchObject({ seatedAt: expect.any(Number) });
  });

  test('a device that found its room closed is told as soon as it is open', async () => {
    const repair = plane.gate.failAlways('openRoom');
    await stage.plan(planOf([seat(DANA)]));
    expect(await stage.ask(DANA, { type: 'join' })).toEqual({ ok: false, refusal: 'unavailable' });
    repair();
    await stage.plan(planOf([seat(DANA), seat(SAM)]));

    expect(stage.told(DANA)).toEqual(['reset']);
    expect(stage.logged).not.toContain('the media plan does not come true');
    expect(await stage.join(DANA)).toMatchObject({ seatedAt: expect.any(Number) });
  });

  test('a device for which a place could not be opened is told to try again', async () => {
    await stage.plan(planOf([seat(DANA)]));
    const repair = plane.gate.failAlways('openPlace');
    expect(await stage.ask(DANA, { type: 'join' })).toEqual({ ok: false, refusal: 'unavailable' });
    repair();
    await stage.reconciler.audit();

    expect(stage.told(DANA)).toEqual(['reset']);
  });

  test('a step that never comes true is given up, and said', async () => {
    plane = new (class extends FakeMediaPlane {
      override async resumeProducer(): Promise<void> {}
    })();
    stage = new FakeStage(plane);
    await stage.everyoneIn();

    expect(plane.flows()).toEqual([]);
    expect(stage.logged).toContain('the media plan does not come true');
  });

  test('a listener that throws keeps nothing from being closed', async () => {
    await stage.everyoneIn();
    stage.reconciler.onNotice(() => {
      throw new Error('gateway');
    });
    await stage.reconciler.apply(VISIT, planOf([seat(DANA)])).settled;

    expect(stage.findPlace(SAM)).toBeUndefined();
    expect(stage.logged).toContain('a media listener threw');
  });
});

describe('[SAFE-5] when a worker dies', () => {
  test('its rooms are opened again, its devices join again, others notice nothing', async () => {
    await stage.everyoneIn();
    const other = 'visit-2' as VisitId;
    await stage.reconciler.apply(other, planOf([seat(RAY)])).settled;
    plane.loseRoom(REF);

    expect(stage.told(DANA)).toEqual(['reset']);
    expect(stage.told(SAM)).toEqual(['reset']);
    expect(stage.told(RAY)).toEqual([]);
    await stage.enter(DANA);
    await stage.enter(SAM);
    expect(plane.flows()).toHaveLength(2);
    expect(stage.reconciler.snapshot().workerDeaths).toBe(1);
  });

  test('a device that was just joining is taken along', async () => {
    await stage.plan(planOf([seat(DANA)]));
    const held = plane.gate.hold('openPlace');
    const joining = stage.join(DANA);
    await held.reached;
    plane.loseRoom(REF);
    held.release();

    expect(await joining).toMatchObject({ seatedAt: expect.any(Number) });
    expect(stage.place(DANA).seatedAt).not.toBeNull();
  });
});

describe('[ROST-1] the audit', () => {
  test('finds nothing in good order', async () => {
    await stage.everyoneIn();
    expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 0 });
    expect(plane.flows()).toHaveLength(2);
  });

  test('closes what no plan grants, and says so', async () => {
    await stage.everyoneIn();
    await stage.plan(planOf([seat(DANA), seat(SAM)], [RAY]));
    await stage.enter(RAY);
    const [producer] = stage.place(DANA).producers;
    if (producer) plane.plantConsumer(RAY, producer.id);
    expect(plane.flows().some(({ hearer }) => hearer === RAY)).toBe(true);

    expect(await stage.reconciler.audit()).toEqual({ strays: 1, rebuilt: 0 });
    expect(plane.flows().some(({ hearer }) => hearer === RAY)).toBe(false);
    expect(stage.logged).toContain('media without a plan was closed');
  });

  test('closes rooms of visits that nobody knows', async () => {
    const unknown = { visit: 'visit-9' as VisitId, room: MAIN };
    await plane.openRoom(unknown);

    expect(await stage.reconciler.audit()).toEqual({ strays: 1, rebuilt: 0 });
    expect(plane.visits()).toEqual([]);
  });

  test('rebuilds a room in which the SFU has what the inventory has not', async () => {
    await stage.everyoneIn();
    plane.plantStray(REF);

    expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 1 });
    expect(stage.told(DANA)).toEqual(['reset']);
    await stage.enter(DANA);
    expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 0 });
  });
});
