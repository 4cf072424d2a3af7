import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '../connect.ts';
import { EmbeddedPostgres } from '../EmbeddedPostgres.ts';
import { migrate } from '../migrate.ts';
import { TEMPLATE } from './freshDatabase.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly databaseServer: string;
  }
}

/** One PostgreSQL for a whole run of tests, with a migrated template that every test file copies for itself. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-tests-'));
  const server = await EmbeddedPostgres.open(join(folder, 'postgres'));
  const url = await server.url();
  await makeTemplate(url);
  project.provide('databaseServer', url);

  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const admin = await connect(url, 'the test server');
  await admin.query(`create database ${pg.escapeIdentifier(TEMPLATE)}`);
  await admin.end();

  const template = await connect(url.replace(/\/postgres$/, `/${TEMPLATE}`), 'the test server');
  await migrate(template);
  await template.end();
}
