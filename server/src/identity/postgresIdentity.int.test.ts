import { DANA, linkOf, NOON, VISIT } from '@doorstep/shared/testing/personas.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sql } from '../database/drizzle.ts';
import { freshDatabase } from '../database/testing/freshDatabase.ts';
import { freshCredential } from './credential.ts';
import { PostgresSeats } from './PostgresSeats.ts';
import { PostgresStaffSessions } from './PostgresStaffSessions.ts';
import { seatsContract } from './seatsContract.ts';
import { staffSessionsContract } from './staffSessionsContract.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase(inject('databaseServer'));
});
afterAll(() => database.drop());

describe('PostgresSeats', () => seatsContract(async () => new PostgresSeats(database.tables)));
describe('PostgresStaffSessions', () => staffSessionsContract(async () => new PostgresStaffSessions(database.tables)));

test('no credential is in the database', async () => {
  const browser = freshCredential();
  await new PostgresSeats(database.tables).take(browser, {
    visit: VISIT,
    participant: DANA,
    invitation: linkOf(DANA),
    identity: 'ownLink',
    staff: null,
  });
  const signedIn = await new PostgresStaffSessions(database.tables).begin({ id: 'a', name: 'b', team: 'c' }, NOON);

  const { rows } = await database.tables.execute(
    sql`select (select json_agg(seats)::text from seats) || (select json_agg(staff_sessions)::text from staff_sessions) as everything`,
  );
  const everything = JSON.stringify(rows);
  expect(everything).toContain(VISIT);
  expect(everything).not.toContain(browser);
  expect(everything).not.toContain(signedIn);
});
