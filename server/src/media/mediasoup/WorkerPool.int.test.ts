import { once } from 'node:events';
import { createServer } from 'node:net';
import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import * as mediasoup from 'mediasoup';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../freePort.ts';
import { ASIDE, DANA, FakeStage, MAIN, planOf, RAY, SAM, seat, VISIT } from '../fake/FakeStage.ts';
import { MediasoupPlane } from './MediasoupPlane.ts';
import { TEST_SETTINGS } from './startTestPlane.ts';
import { CHECK_EVERY } from './WorkerPool.ts';

const SETTINGS = { ...TEST_SETTINGS, workers: 2 };
/** On the other worker of two. */
const OTHER = 'visit-4' as VisitId;

/** A clock and a timer that the test turns. */
class Time {
  ms = 0;
  readonly #runs = new Set<() => void>();
  readonly periods: number[] = [];

  readonly now = () => this.ms;
  readonly every = (run: () => void, period: number) => {
    this.periods.push(period);
    this.#runs.add(run);
    return () => this.#runs.delete(run);
  };

  tick(): void {
    for (const run of this.#runs) run();
  }
}

let time: Time;
let logged: { level: string; message: string }[];
let planes: MediasoupPlane[];

const startPlane = async (settings: Partial<typeof SETTINGS> = {}): Promise<MediasoupPlane> => {
  const at = (level: string) => (_fields: object, message: string) => void logged.push({ level, message });
  const log = { info: at('info'), warn: at('warn'), error: at('error') };
  const plane = await MediasoupPlane.start({ ...SETTINGS, ...settings }, { log, now: time.now, every: time.every });
  planes.push(plane);
  return plane;
};

beforeEach(() => {
  time = new Time();
  logged = [];
  planes = [];
});

afterEach(async () => {
  for (const plane of planes) await plane.close();
});

/** Two visits, on a worker each. */
async function twoVisits() {
  const plane = await startPlane();
  const stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA), seat(SAM)]));
  await stage.enter(DANA);
  await stage.enter(SAM);
  const before = plane.workerPids;
  await stage.reconciler.apply(OTHER, planOf([seat(RAY)])).settled;
  await stage.reconciler.request(OTHER, RAY, { type: 'join' });
  stage.told(DANA);
  stage.told(SAM);

  return { plane, stage, pids: before };
}

/** How often to look, and how long at most on a machine that is busy with other tests. */
const PATIENCE = { interval: 5, timeout: 20_000 };
const kill = (pid: number | undefined, signal: NodeJS.Signals = 'SIGKILL') => process.kill(pid ?? 0, signal);

describe('[PRIV-5] which worker a room is on', () => {
  test('depends on the visit alone: its rooms share a port, whoever else is there', async () => {
    const stage = new FakeStage(await startPlane({ workers: 3 }));
    await stage.plan({
      rooms: [
        { room: MAIN, seats: [seat(DANA)], prepared: [] },
        { room: ASIDE, seats: [seat(RAY)], prepared: [] },
      ],
    });
    const ports = async (session: SessionId) => JSON.stringify(await stage.join(session)).match(/"port":\d+/g);

    expect(await ports(DANA)).toEqual(await ports(RAY));
  });
});

describe('[SAFE-5] a media worker that is killed', () => {
  test('is replaced and its room rebuilt; its devices are told, the others notice nothing', async () => {
    const { plane, stage, pids } = await twoVisits();
    const rays = plane.inventory(OTHER);
    kill(pids[0]);
    await vi.waitFor(() => expect(stage.told(DANA)).toEqual(['reset']), PATIENCE);
    expect(stage.told(SAM)).toEqual(['reset']);
    await stage.enter(DANA);
    await stage.enter(SAM);

    expect(stage.heardBy(SAM)).toEqual(['dana-1 audio']);
    expect(plane.inventory(OTHER)).toEqual(rays);
    expect(plane.workerPids).toHaveLength(2);
    expect(plane.workerPids).toContain(pids[1]);
    expect(plane.counts()).toMatchObject({ rooms: 2, workerDeaths: 1 });
    expect(logged).toContainEqual({ level: 'warn', message: 'a media worker died and is replaced' });
  });

  test('three times in ten minutes is replaced all the same, and logged as an error', async () => {
    const plane = await startPlane({ workers: 1 });
    const stage = new FakeStage(plane);
    await stage.plan(planOf([seat(DANA)]));
    for (let death = 1; death <= 3; death += 1) {
      time.ms += 4 * 60_000;
      kill(plane.workerPids[0]);
      await vi.waitFor(() => expect(plane.counts()).toMatchObject({ rooms: 1, workerDeaths: death }), PATIENCE);
      expect(await stage.join(DANA)).toMatchObject({ seatedAt: expect.any(Number) });
    }

    const errors = logged.filter(({ level }) => level === 'error');
    expect(errors).toEqual([{ level: 'error', message: 'media workers keep dying' }]);
  });

  test('now and then is no reason to worry', async () => {
    const plane = await startPlane({ workers: 1 });
    for (let death = 1; death <= 3; death += 1) {
      time.ms += 6 * 60_000;
      kill(plane.workerPids[0]);
      await vi.waitFor(() => expect(plane.counts().workerDeaths).toBe(death), PATIENCE);
      await vi.waitFor(() => expect(plane.workerPids).toHaveLength(1), PATIENCE);
    }

    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('keeps its port', async () => {
    const firstPort = await freePort();
    const plane = await startPlane({ workers: 1, firstPort });
    const stage = new FakeStage(plane);
    await stage.plan(planOf([seat(DANA)]));
    const before = await stage.join(DANA);
    kill(plane.workerPids[0]);
    await vi.waitFor(() => expect(stage.told(DANA)).toEqual(['reset']), PATIENCE);

    const candidates = [
      { protocol: 'udp', port: firstPort, address: '127.0.0.1' },
      { protocol: 'tcp', port: firstPort, address: '127.0.0.1' },
    ];
    expect(before).toMatchObject({ send: { iceCandidates: candidates } });
    expect(await stage.join(DANA)).toMatchObject({ send: { iceCandidates: candidates } });
  });
});

describe('a media worker that hangs', () => {
  test('is killed after two missed signs of life, and replaced', async () => {
    const { plane, stage, pids } = await twoVisits();
    kill(pids[0], 'SIGSTOP');
    expect(time.periods).toContain(CHECK_EVERY);
    for (let tick = 0; tick < 3; tick += 1) {
      time.tick();
      // A worker answers in order: when it has done this, it has also answered the tick.
      await stage.reconciler.request(OTHER, RAY, { type: 'join' });
    }

    await vi.waitFor(() => expect(stage.told(DANA)).toEqual(['reset']), PATIENCE);
    expect(await stage.join(DANA)).toMatchObject({ seatedAt: expect.any(Number) });
    expect(plane.workerPids).toContain(pids[1]);
  });

  test('keeps a plan from being acknowledged for that long, not for ever', async () => {
    const { stage, pids } = await twoVisits();
    kill(pids[0], 'SIGSTOP');
    const { restricted } = stage.reconciler.apply(VISIT, planOf([seat(DANA)]));
    for (let tick = 0; tick < 3; tick += 1) time.tick();
    await restricted;

    expect(stage.findPlace(SAM)).toBeUndefined();
  });

  test('that answers is let alone', async () => {
    const plane = await startPlane();
    const pids = plane.workerPids;
    // A room on each.
    await plane.openRoom({ visit: VISIT, room: MAIN });
    await plane.openRoom({ visit: OTHER, room: MAIN });
    for (let tick = 0; tick < 12; tick += 1) {
      time.tick();
      await plane.strays();
    }

    expect(plane.workerPids).toEqual(pids);
  });
});

describe('the workers', () => {
  test('share the visits between them', async () => {
    const perWorker = new Map<number, number>();
    const count = (worker: mediasoup.types.Worker) => {
      worker.observer.on('newrouter', () => perWorker.set(worker.pid, (perWorker.get(worker.pid) ?? 0) + 1));
    };
    mediasoup.observer.on('newworker', count);
    const plane = await startPlane();
    const rooms = Array.from({ length: 24 }, (_, visit) => ({ visit: `visit-${visit}` as VisitId, room: MAIN }));
    await Promise.all(rooms.map((ref) => plane.openRoom(ref)));
    mediasoup.observer.off('newworker', count);

    expect(perWorker.size).toBe(2);
    for (const share of perWorker.values()) expect(share).toBeGreaterThan(5);
  });

  test('leave the ending of the process to the process', async () => {
    const before = ['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal));
    await startPlane();

    expect(['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal))).toEqual(before);
  });

  test('do not start on a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const firstPort = typeof address === 'object' && address ? address.port : 0;

    await expect(startPlane({ firstPort, workers: 1 })).rejects.toThrow();
    taken.close();
  });

  test('do not start without their program', async () => {
    await expect(startPlane({ workerBin: '/nowhere/mediasoup-worker' })).rejects.toThrow();
  });

  test('end with the plane', async () => {
    const plane = await startPlane();
    const pids = plane.workerPids;
    await plane.close();

    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

test('[ROST-1] what the worker has and nobody knows is found at the second look, and its room rebuilt', async () => {
  const routers: mediasoup.types.Router[] = [];
  const watch = (worker: mediasoup.types.Worker) => {
    worker.observer.on('newrouter', (router) => routers.push(router));
  };
  mediasoup.observer.on('newworker', watch);
  const plane = await startPlane({ workers: 1 });
  mediasoup.observer.off('newworker', watch);
  const stage = new FakeStage(plane);
  await stage.plan(planOf([seat(DANA)]));
  await stage.join(DANA);
  await routers[0]?.createDirectTransport();

  expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 0 });
  expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 1 });
  expect(stage.told(DANA)).toEqual(['reset']);
  await stage.join(DANA);
  expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 0 });
  expect(await stage.reconciler.audit()).toEqual({ strays: 0, rebuilt: 0 });
});
