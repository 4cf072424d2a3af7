import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { Database } from './Database.ts';
import { sql } from './drizzle.ts';
import { findPostmaster, isPostgres } from './postmaster.ts';

const log = pino({ level: 'silent' });

describe('the database of a data folder', () => {
  let dataFolder: string;
  const opened: Database[] = [];
  const open = async (url: string | null = null) => {
    const database = await Database.open({ url, dataFolder, log });
    opened.push(database);
    return database;
  };
  const postmaster = () => findPostmaster(join(dataFolder, 'postgres'));

  beforeEach(async () => {
    // A folder that the database's own account may not pass through, as in the home of root.
    const parent = await mkdtemp(join(tmpdir(), 'doorstep-data-'));
    dataFolder = join(parent, 'data');
    await mkdir(dataFolder);
  });
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    await rm(join(dataFolder, '..'), { recursive: true, force: true });
  });

  test('is made, is durable, and is gone with the server that ends in order', async () => {
    const database = await open();
    const settings = await database.tables.execute(
      sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
          current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses`,
    );
    expect(settings.rows).toEqual([{ fsync: 'on', commit: 'on', checksums: 'on', addresses: '127.0.0.1' }]);
    expect(await database.isReachable()).toBe(true);

    const pid = (await postmaster())?.pid ?? 0;
    expect(await isPostgres(pid)).toBe(true);
    await database.close();
    opened.length = 0;
    expect(await isPostgres(pid)).toBe(false);
  });

  test('keeps what was written when it is opened again, and does not migrate twice', async () => {
    const first = await open();
    await first.tables.execute(sql`insert into staff_sessions values ('a', 'b', 'c', 'd', 1, 1)`);
    await first.close();
    opened.length = 0;

    const second = await open();
    const { rows } = await second.tables.execute(sql`select credential from staff_sessions`);
    expect(rows).toEqual([{ credential: 'a' }]);
  });

  test('is refused to a second server, and the first one goes on with it', async () => {
    const first = await open();
    await expect(Database.open({ url: null, dataFolder, log })).rejects.toThrow(
      `The data folder ${dataFolder} is in use by another Doorstep process: stop that one, or choose another folder with --data.`,
    );
    expect(await first.isReachable()).toBe(true);
  });

  test('[SAFE-5] comes back by itself when it is killed, with everything that was committed', async () => {
    const database = await open();
    await database.tables.execute(sql`insert into staff_sessions values ('a', 'b', 'c', 'd', 1, 1)`);
    const { pid, port } = (await postmaster()) ?? { pid: 0, port: 0 };
    process.kill(pid, 'SIGKILL');

    const successor = async () => {
      const found = await postmaster();
      return found?.pid === pid ? null : found;
    };
    await expect.poll(successor, { timeout: 20_000 }).toMatchObject({ port, ready: true });
    await expect.poll(() => database.isReachable(), { timeout: 20_000 }).toBe(true);
    const { rows } = await database.tables.execute(sql`select credential from staff_sessions`);
    expect(rows).toEqual([{ credential: 'a' }]);
    // The folder is locked again, too.
    await expect
      .poll(() => Database.open({ url: null, dataFolder, log }).catch(String), { timeout: 10_000 })
      .toMatch(/in use/);
  });
});

describe('a database of the operator’s', () => {
  const wrong = (url: string) =>
    Database.open({ url, dataFolder: tmpdir(), log }).then(
      () => 'opened',
      (error: unknown) => String(error),
    );

  test.each([
    ['is no address', 'localhost:5432', /DATABASE_URL is not a PostgreSQL address/],
    ['is another kind of address', 'mysql://u:sekret@localhost/d', /DATABASE_URL is not a PostgreSQL address/],
    ['leads nowhere', 'postgres://u:sekret@127.0.0.1:1/d', /127\.0\.0\.1:1\/d .*nothing answers there/],
    ['names no machine', 'postgres://u:sekret@doorstep.invalid/d', /there is no machine of that name/],
  ])('that %s is refused in one sentence without the password', async (_, url, sentence) => {
    const said = await wrong(url);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('sekret');
    expect(said).not.toContain('\n');
  });

  test('that has another password, or no such database, is refused in one sentence', async () => {
    const server = new URL(inject('databaseServer'));
    const nameless = new URL(server);
    nameless.pathname = '/nowhere';
    expect(await wrong(nameless.href)).toMatch(/there is no database of that name/);
    server.password = 'sekret';
    expect(await wrong(server.href)).toMatch(/the password is wrong/);
  });
});
