import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Logger } from 'pino';
import { connect } from './connect.ts';
import { drizzle } from './drizzle.ts';
import { EmbeddedPostgres } from './EmbeddedPostgres.ts';
import { lockDataFolder } from './folderLock.ts';
import { migrate } from './migrate.ts';
import { openPool } from './openPool.ts';

/** What the adapters read and write through. */
export type Tables = NodePgDatabase;

interface DatabaseOptions {
  /** A PostgreSQL of the operator's; null for the embedded one in the data folder. */
  readonly url: string | null;
  readonly dataFolder: string;
  readonly log: Logger;
}

const TRIES_AGAIN_AFTER_MS = 500;

/** The database of this process: found or started, brought up to date, and the data folder locked for this process. */
export class Database {
  readonly tables: Tables;
  readonly #pool: pg.Pool;
  readonly #embedded: EmbeddedPostgres | null;
  readonly #options: DatabaseOptions;
  readonly #url: string;
  #lock: pg.Client;
  #closing = false;

  private constructor(options: DatabaseOptions, embedded: EmbeddedPostgres | null, url: string, lock: pg.Client) {
    this.#options = options;
    this.#embedded = embedded;
    this.#url = url;
    this.#lock = lock;
    this.#pool = openPool(url, (error) => options.log.warn({ err: error }, 'a database connection broke'));
    this.tables = drizzle(this.#pool);
    this.#watch(lock);
  }

  /** Refuses with a sentence when the database cannot be used or another process has the data folder. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const embedded = options.url === null ? await EmbeddedPostgres.open(join(options.dataFolder, 'postgres')) : null;
    const url = options.url ?? (await embedded?.url()) ?? '';
    const client = await connect(url, embedded === null ? 'DATABASE_URL' : 'the data folder');
    try {
      await lockDataFolder(client, options.dataFolder);
    } catch (error) {
      // Whoever has the folder is using its database: it is left alone.
      await client.end();
      throw error;
    }
    try {
      await migrate(client);
      return new Database(options, embedded, url, client);
    } catch (error) {
      await client.end();
      await embedded?.stop();
      throw error;
    }
  }

  /** Whether it answers now. */
  async isReachable(): Promise<boolean> {
    return this.#pool.query('select 1').then(
      () => true,
      () => false,
    );
  }

  /** Lets go of everything; the embedded database is ended cleanly. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#pool.end();
    await this.#lock.end();
    await this.#embedded?.stop();
  }

  /** The lock's connection tells at once when the database goes away; then an embedded one is started again. */
  #watch(client: pg.Client): void {
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!this.#closing) void this.#recover();
    });
  }

  async #recover(): Promise<void> {
    const { log, dataFolder } = this.#options;
    log.error('the database went away; trying to get it back');
    const client = await this.#reconnect();
    if (client === null) return;

    // Refused when another process took the folder meanwhile: then this one must not go on, and the rejection ends it.
    await lockDataFolder(client, dataFolder);
    this.#lock = client;
    this.#watch(client);
    log.info('the database is back');
  }

  async #reconnect(): Promise<pg.Client | null> {
    while (!this.#closing) {
      try {
        await this.#embedded?.ensureRunning();
        return await connect(this.#url, 'the data folder');
      } catch (error) {
        this.#options.log.error({ err: error }, 'the database is not back yet');
        await sleep(TRIES_AGAIN_AFTER_MS);
      }
    }
    return null;
  }
}
