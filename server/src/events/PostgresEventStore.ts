import type { Unhurried } from '@doorstep/shared/lib/unhurried.ts';
import { visitId } from '@doorstep/shared/protocol/commands.ts';
import { type VisitSummary, visitSummary } from '@doorstep/shared/protocol/http.ts';
import type { RecordedEvent } from '@doorstep/shared/visit/events.ts';
import type { StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Tables } from '../database/Database.ts';
import { and, arrayContains, asc, desc, eq } from '../database/drizzle.ts';
import { events, visits } from '../database/schema.ts';
import { unhurried } from '../unhurried.ts';
import type { EventStore, IndexEntry } from './EventStore.ts';
import { parseStored, type StoredEvent, toStored } from './storedEvent.ts';
import { SCHEMA } from './upcast.ts';

type Transaction = Pick<Tables, 'insert' | 'update'>;

/** The logs in PostgreSQL. Committed means on the disk: the database runs with fsync and synchronous_commit on. */
export class PostgresEventStore implements EventStore {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async load(visit: VisitId): Promise<readonly RecordedEvent[]> {
    const rows = await this.#tables.select().from(events).where(eq(events.visit, visit)).orderBy(asc(events.version));
    return unhurried(parsing(rows));
  }

  async append(
    visit: VisitId,
    expectedVersion: number,
    recorded: readonly RecordedEvent[],
    index: IndexEntry,
  ): Promise<'appended' | 'conflict'> {
    if (recorded.length === 0) throw new Error('An append without events');
    return this.#tables.transaction(async (transaction) => {
      const version = expectedVersion + recorded.length;
      if (!(await moveOn(transaction, visit, expectedVersion, version, index))) return 'conflict';

      await transaction.insert(events).values(recorded.map((entry) => rowOf(visit, entry)));
      return 'appended';
    });
  }

  async listFor(staff: StaffId): Promise<readonly VisitSummary[]> {
    const rows = await this.#tables
      .select({ summary: visits.summary })
      .from(visits)
      .where(arrayContains(visits.staff, [staff]))
      .orderBy(desc(visits.scheduledFor), asc(visits.id));
    return rows.map(({ summary }) => visitSummary.parse(summary));
  }

  async unfinished(): Promise<readonly VisitId[]> {
    const rows = await this.#tables.select({ id: visits.id }).from(visits).where(eq(visits.phase, 'open'));
    return rows.map(({ id }) => visitId.parse(id));
  }
}

function* parsing(rows: readonly StoredEvent[]): Unhurried<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (const row of rows) {
    log.push(parseStored(row));
    yield;
  }
  return log;
}

/**
 * The guard. The visit's row is written only when it still has the version that the writer saw; two writers meet at this row,
 * the second waits for the first one's transaction and then finds another version.
 */
async function moveOn(
  transaction: Transaction,
  id: VisitId,
  expectedVersion: number,
  version: number,
  { summary, staff }: IndexEntry,
): Promise<boolean> {
  const row = { version, phase: summary.phase, scheduledFor: summary.scheduledFor, staff: [...staff], summary };
  const changed =
    expectedVersion === 0
      ? await transaction
          .insert(visits)
          .values({ id, ...row })
          .onConflictDoNothing()
      : await transaction
          .update(visits)
          .set(row)
          .where(and(eq(visits.id, id), eq(visits.version, expectedVersion)));
  return changed.rowCount === 1;
}

const rowOf = (
  visit: VisitId,
  { version, at, commandId, actor, event }: RecordedEvent,
): typeof events.$inferInsert => ({
  visit,
  version,
  schema: SCHEMA,
  at,
  command: commandId,
  actor,
  event: toStored(event),
});
