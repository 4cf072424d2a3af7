import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { applyMigrations, drizzle } from './drizzle.ts';

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** Any number, the same in every process: two that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_305_118;

/** Brings the database to this version's tables: the plain SQL files of server/drizzle, each once, in order. */
export async function migrate(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await applyMigrations(drizzle(client), { migrationsFolder: MIGRATIONS });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}
