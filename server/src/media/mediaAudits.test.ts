import { expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { DANA, FakeStage, MAIN, planOf, SAM, seat, VISIT } from './fake/FakeStage.ts';
import { AUDIT_EVERY, SWEEP_EVERY, startMediaAudits } from './mediaAudits.ts';

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** A timer that a test turns by hand. */
function turnedByHand() {
  const periods: number[] = [];
  const runs: (() => void)[] = [];
  return {
    periods,
    every: (run: () => void, period: number) => {
      periods.push(period);
      runs.push(run);
      return () => void runs.pop();
    },
    turn: () => {
      for (const run of runs) run();
    },
  };
}

/** Everything that was begun has come to its end: nothing here waits for more than promises. */
const promisesRun = () => new Promise((resolve) => setImmediate(resolve));

test('[ROST-1] a stream that no plan grants lives five seconds at most', async () => {
  const plane = new FakeMediaPlane();
  const stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA)], [SAM]));
  await stage.enter(DANA);
  await stage.enter(SAM);
  const timer = turnedByHand();
  const stop = startMediaAudits(stage.reconciler, { every: timer.every, log: SILENT });
  const [producer] = stage.place(DANA).producers;
  if (producer) plane.plantConsumer(SAM, producer.id);
  expect(plane.flows()).toHaveLength(1);

  timer.turn();
  await promisesRun();
  expect(plane.flows()).toEqual([]);
  expect(timer.periods).toEqual([AUDIT_EVERY, SWEEP_EVERY]);
  expect(AUDIT_EVERY).toBeLessThanOrEqual(5000);
  stop();
});

test('[JOIN-4] a loop is ended ten seconds after it began, and at once when nobody knows how it came', async () => {
  const plane = new FakeMediaPlane();
  const stage = new FakeStage(plane);
  await stage.plan(planOf([], [DANA, SAM]));
  await stage.ask(DANA, { type: 'openLoop' });
  plane.plantLoop(VISIT, SAM);
  const timer = turnedByHand();
  startMediaAudits(stage.reconciler, { every: timer.every, log: SILENT });

  stage.now = 9_999;
  timer.turn();
  await promisesRun();
  expect(plane.loops(VISIT)).toMatchObject([{ session: DANA }]);
  stage.now = 10_000;
  timer.turn();
  await promisesRun();
  expect(plane.loops(VISIT)).toEqual([]);
  expect(stage.told(DANA)).toEqual(['loopClosed']);
});

test('an audit that fails is logged, and the next one runs', async () => {
  const plane = new FakeMediaPlane();
  const stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA)]));
  const logged: string[] = [];
  const timer = turnedByHand();
  const log = { ...SILENT, error: (_fields: object, message: string) => void logged.push(message) };
  startMediaAudits(stage.reconciler, { every: timer.every, log });
  plane.gate.failNext('strays');
  timer.turn();
  await promisesRun();
  expect(logged).toEqual(['a media audit failed']);

  plane.plantStray({ visit: VISIT, room: MAIN });
  timer.turn();
  await promisesRun();
  expect(stage.logged).toContain('media without a plan was closed');
});

test('audits do not pile up', async () => {
  const plane = new FakeMediaPlane();
  const stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA)]));
  const held = plane.gate.hold('strays');
  const timer = turnedByHand();
  startMediaAudits(stage.reconciler, { every: timer.every, log: SILENT });
  plane.plantStray({ visit: VISIT, room: MAIN });
  for (let time = 0; time < 10; time += 1) timer.turn();
  await promisesRun();
  held.release();
  await promisesRun();

  expect(stage.logged.filter((message) => message === 'media without a plan was closed')).toHaveLength(1);
});
