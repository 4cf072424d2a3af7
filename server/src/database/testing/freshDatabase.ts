import { randomUUID } from 'node:crypto';
import { connect } from '../connect.ts';
import type { Tables } from '../Database.ts';
import { drizzle } from '../drizzle.ts';
import { openPool } from '../openPool.ts';

export const TEMPLATE = 'doorstep_template';

interface FreshDatabase {
  readonly url: string;
  readonly tables: Tables;
  drop(): Promise<void>;
}

/** A migrated, empty database on the tests' one server, for one test file. */
export async function freshDatabase(server: string): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `create database ${name} template ${TEMPLATE}`);
  const url = server.replace(/\/postgres$/, `/${name}`);
  const pool = openPool(url, () => undefined);
  return {
    url,
    tables: drizzle(pool),
    drop: async () => {
      await pool.end();
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const admin = await connect(server, 'the test server');
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
