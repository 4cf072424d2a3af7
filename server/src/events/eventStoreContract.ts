import { HOST_IN_OFFICE, NOON, STAFF_AMINA, STAFF_PRIYA, VISIT } from '@doorstep/shared/testing/personas.ts';
import { planned, type Script, started, underWay } from '@doorstep/shared/testing/script.ts';
import type { RecordedEvent } from '@doorstep/shared/visit/events.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import type { StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { staffOf, summaryOf } from '@doorstep/shared/visit/summary.ts';
import { describe, expect, test } from 'vitest';
import type { EventStore, IndexEntry } from './EventStore.ts';

const OTHER = 'visit-2' as VisitId;

/** The index entry that goes with a log. */
function indexOf(log: readonly RecordedEvent[], id: VisitId = VISIT): IndexEntry {
  const visit = replay(log);
  if (visit === null) throw new Error('A story without events');
  return { summary: { ...summaryOf(visit), id }, staff: staffOf(visit) };
}

const appendAll = (store: EventStore, { log }: Script, visit: VisitId = VISIT) =>
  store.append(visit, 0, log, indexOf(log, visit));

/** What every event store promises. `freshStore` gives an empty one. */
export function eventStoreContract(freshStore: () => Promise<EventStore>): void {
  describe('the log of a visit', () => {
    test('is empty for a visit that there is none of', async () => {
      expect(await (await freshStore()).load(VISIT)).toEqual([]);
    });

    test('comes back as it was written, in order', async () => {
      const store = await freshStore();
      const { log } = underWay();
      expect(await appendAll(store, underWay())).toBe('appended');
      expect(await store.load(VISIT)).toEqual(log);
    });

    test('grows by what is appended to it', async () => {
      const store = await freshStore();
      const { log } = underWay();
      await store.append(VISIT, 0, log.slice(0, 6), indexOf(log.slice(0, 6)));
      expect(await store.append(VISIT, 6, log.slice(6), indexOf(log))).toBe('appended');
      expect(await store.load(VISIT)).toEqual(log);
    });

    test('is its own: another visit does not see it', async () => {
      const store = await freshStore();
      await appendAll(store, underWay());
      await appendAll(store, planned(), OTHER);
      expect(await store.load(VISIT)).toEqual(underWay().log);
      expect(await store.load(OTHER)).toEqual(planned().log);
    });
  });

  describe('an append that expects another version', () => {
    test.each([
      ['a new visit, but there is one', 0],
      ['an older version', 3],
      ['a version that is still to come', 100],
    ])('is a conflict and changes nothing: %s', async (_, expected) => {
      const store = await freshStore();
      const { log } = started();
      await appendAll(store, started());
      const before = await store.listFor(STAFF_AMINA);

      const later = log.slice(-1).map((entry) => ({ ...entry, version: expected + 1 }));
      const ended = indexOf(started().must(HOST_IN_OFFICE, { type: 'visit.end', words: 'Goodbye' }).log);
      expect(await store.append(VISIT, expected, later, ended)).toBe('conflict');

      expect(await store.load(VISIT)).toEqual(log);
      expect(await store.listFor(STAFF_AMINA)).toEqual(before);
      expect(await store.unfinished()).toEqual([VISIT]);
    });

    test('cannot begin a visit in the middle', async () => {
      const store = await freshStore();
      const { log } = planned();
      expect(await store.append(VISIT, 1, log.slice(1), indexOf(log))).toBe('conflict');
      expect(await store.load(VISIT)).toEqual([]);
      expect(await store.listFor(STAFF_AMINA)).toEqual([]);
    });
  });

  describe('of many writers at once', () => {
    test.each([
      ['that all begin the visit', 0],
      ['that all saw the same version', 5],
    ])('%s exactly one wins', async (_, seen) => {
      const store = await freshStore();
      const { log } = started();
      if (seen > 0) await store.append(VISIT, 0, log.slice(0, seen), indexOf(log.slice(0, seen)));
      const next = log[seen];
      if (next === undefined) throw new Error('A story without events');

      const writers = Array.from({ length: 8 }, (_unused, at) => ({
        ...next,
        version: seen + 1,
        at: (NOON + at) as typeof NOON,
      }));
      const outcomes = await Promise.all(writers.map((entry) => store.append(VISIT, seen, [entry], indexOf(log))));

      const won = outcomes.flatMap((outcome, writer) => (outcome === 'appended' ? [writer] : []));
      expect(won).toHaveLength(1);
      expect((await store.load(VISIT)).slice(seen)).toEqual([writers[won[0] ?? -1]]);
    });
  });

  describe('the index', () => {
    test('lists a visit for its staff and nobody else, as it is after the last append', async () => {
      const store = await freshStore();
      const { log } = underWay();
      await store.append(VISIT, 0, log.slice(0, 6), indexOf(log.slice(0, 6)));
      expect(await store.listFor(STAFF_PRIYA)).toMatchObject([{ phase: 'planned' }]);

      await store.append(VISIT, 6, log.slice(6), indexOf(log));
      const summary = indexOf(log).summary;
      expect(await store.listFor(STAFF_AMINA)).toEqual([summary]);
      expect(await store.listFor(STAFF_PRIYA)).toEqual([summary]);
      expect(await store.listFor('staff-tom' as StaffId)).toEqual([]);
    });

    test('puts the latest planned time first', async () => {
      const store = await freshStore();
      const { log } = planned();
      for (const [id, hours] of [
        ['a', 1],
        ['b', 3],
        ['c', 2],
      ] as const) {
        const entry = indexOf(log, id as VisitId);
        const scheduledFor = (NOON + hours * 3_600_000) as typeof NOON;
        await store.append(id as VisitId, 0, log, { ...entry, summary: { ...entry.summary, scheduledFor } });
      }
      expect((await store.listFor(STAFF_AMINA)).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    });

    test('[SAFE-5] names the visits that go on, for a server that starts again', async () => {
      const store = await freshStore();
      await appendAll(store, planned(), 'planned' as VisitId);
      await appendAll(store, started(), 'open' as VisitId);
      await appendAll(
        store,
        started().must(HOST_IN_OFFICE, { type: 'visit.end', words: 'Goodbye' }),
        'over' as VisitId,
      );
      expect(await store.unfinished()).toEqual(['open']);
    });
  });
}
