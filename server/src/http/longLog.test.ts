import type { RecordedEvent } from '@doorstep/shared/visit/events.ts';
import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, type Browser } from './testing/Browser.ts';
import { AMINA, TestSite } from './testing/TestSite.ts';

/** An hour in which a few devices told something new of themselves each second. */
const ENTRIES = 20_000;
/** So many may be dealt with before everybody else has a turn. */
const IN_A_TURN = 100;

let site: TestSite;
let host: Browser;
let visit: VisitId;
/** How many entries have been read in all, and the most between two turns of the event loop. */
let read: { all: number; most: number };
let counting: NodeJS.Immediate;

beforeEach(async () => {
  site = await TestSite.start();
  host = await site.signedIn(AMINA);
  visit = await site.planned(host);
  const log = longLog(await site.store.load(visit));
  read = { all: 0, most: 0 };
  const looked = Object.defineProperty([...log], Symbol.iterator, { value: () => counted(log) });
  site.store.load = async () => looked;

  let before = 0;
  counting = setImmediate(function turn() {
    read.most = Math.max(read.most, read.all - before);
    before = read.all;
    counting = setImmediate(turn);
  });
});
afterEach(async () => {
  clearImmediate(counting);
  await site.close();
});

/** The log with so many entries more. */
function longLog(log: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const [first] = log;
  if (first?.event.type !== 'visit.planned') throw new Error('A log begins with the plan');

  const { plan } = first.event;
  const more = Array.from({ length: ENTRIES }, (_, n): RecordedEvent => {
    const event = { type: 'visit.replanned', plan: { ...plan, purpose: `Purpose ${n}` } } as const;
    return { ...first, version: log.length + n + 1, event };
  });

  return [...log, ...more];
}

function* counted(log: readonly RecordedEvent[]): Generator<RecordedEvent, undefined> {
  for (const entry of log) {
    read.all += 1;
    yield entry;
  }
}

test.each(['attendance', 'record'])(
  '[SAFE-6] while the %s of a long visit is put together, everything else has its turns',
  async (what) => {
    await answer(host.get(`/api/visits/${visit}/${what}`));
    expect(read.all).toBeGreaterThan(ENTRIES);
    expect(read.most).toBeLessThanOrEqual(IN_A_TURN);
  },
);

test('[SAFE-6] so it has while a long visit is taken up again', async () => {
  const again = await site.registryAfterRestart().find(visit);
  await new Promise((resolve) => setImmediate(resolve));
  expect(again?.visit.plan.purpose).toBe(`Purpose ${ENTRIES - 1}`);
  expect(read.most).toBeLessThanOrEqual(IN_A_TURN);
});

test('what staff look at besides does not read the log at all', async () => {
  await answer(host.get(`/api/visits/${visit}`));
  expect(read.all).toBe(0);
});
