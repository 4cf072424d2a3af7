import { VISIT } from '@doorstep/shared/testing/personas.ts';
import { underWay } from '@doorstep/shared/testing/script.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import { staffOf, summaryOf } from '@doorstep/shared/visit/summary.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sql } from '../database/drizzle.ts';
import { freshDatabase } from '../database/testing/freshDatabase.ts';
import { eventStoreContract } from './eventStoreContract.ts';
import { PostgresEventStore } from './PostgresEventStore.ts';

describe('PostgresEventStore', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase(inject('databaseServer'));
  });
  afterAll(() => database.drop());

  const freshStore = async () => {
    await database.tables.execute(sql`truncate visits cascade`);
    return new PostgresEventStore(database.tables);
  };

  eventStoreContract(freshStore);

  test('does not load a log that somebody wrote into', async () => {
    const store = await freshStore();
    const { log } = underWay();
    const visit = replay(log);
    if (visit === null) throw new Error('A story without events');
    await store.append(VISIT, 0, log, { summary: summaryOf(visit), staff: staffOf(visit) });
    await database.tables.execute(
      sql`update events set event = event || '{"type": "visit.forgotten"}' where version = 4`,
    );
    await expect(store.load(VISIT)).rejects.toThrow(/type/);
  });
});
