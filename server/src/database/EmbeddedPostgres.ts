import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../freePort.ts';
import { StartRefused } from '../startRefused.ts';
import { type Account, chooseAccount } from './account.ts';
import { makeCluster, ROLE, readPassword } from './cluster.ts';
import { clearMistakenIdentity, findPostmaster, isPostgres, type Postmaster } from './postmaster.ts';
import { findPrograms, folderOf, type Programs } from './programs.ts';
import { runAs } from './runAs.ts';

/** Recovery after a crash replays at most one checkpoint's worth of log; this is generous for a slow disk. */
const READY_WITHIN_MS = 60_000;
/** One that was killed leaves processes which notice that within a moment, and until then keep another from starting. */
const PREDECESSOR_GONE_WITHIN_MS = 5_000;
const STOPS_WITHIN_MS = 20_000;
const LOOKS_EVERY_MS = 20;

/** Durable, small, and reachable from this machine alone. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '40',
  shared_buffers: '32MB',
  log_min_messages: 'warning',
  timezone: 'UTC',
} as const;

/**
 * A real PostgreSQL in a folder of ours. It runs apart from this process: a server that is killed leaves its database
 * running, and the next one finds it by its `postmaster.pid` and goes on with it.
 */
export class EmbeddedPostgres {
  readonly #folder: string;
  readonly #programs: Programs;
  readonly #account: Account;
  #port: number | null = null;

  private constructor(folder: string, programs: Programs, account: Account) {
    this.#folder = folder;
    this.#programs = programs;
    this.#account = account;
  }

  /** The database in `folder`, made when there is none; running when this resolves. Refuses with a sentence when it cannot. */
  static async open(folder: string): Promise<EmbeddedPostgres> {
    const programs = await findPrograms();
    await mkdir(dirname(folder), { recursive: true });
    const account = chooseAccount([folderOf(programs), dirname(folder)]);
    await makeCluster(folder, programs, account);
    const database = new EmbeddedPostgres(folder, programs, account);
    await database.ensureRunning();
    return database;
  }

  /** Starts it when it is not running, on the port it had when there was one. Resolves when it takes connections. */
  async ensureRunning(): Promise<void> {
    await clearMistakenIdentity(this.#folder);
    const deadline = performance.now() + PREDECESSOR_GONE_WITHIN_MS;
    do {
      const running = await this.#startOrFind();
      if (running !== null) {
        this.#port = running.port;
        return;
      }
      await sleep(LOOKS_EVERY_MS);
    } while (performance.now() < deadline);
    throw new StartRefused(await this.#whyNot());
  }

  /** Null when it did not start: then what is left of one that was killed may not be gone yet. */
  async #startOrFind(): Promise<Postmaster | null> {
    if ((await findPostmaster(this.#folder)) !== null) return this.#untilReady(() => true);

    this.#port ??= await freePort();
    const child = this.#spawn(this.#port);
    const started = await this.#untilReady(() => child.exitCode === null && child.signalCode === null);
    child.unref();
    return started;
  }

  /** Where to connect, with the password; never to be logged. */
  async url(): Promise<string> {
    const password = await readPassword(this.#folder);
    return `postgres://${ROLE}:${password}@127.0.0.1:${this.#port}/postgres`;
  }

  /** Ends it cleanly ("fast shutdown"); resolves when it is gone. */
  async stop(): Promise<void> {
    const running = await findPostmaster(this.#folder);
    if (running === null) return;
    if (await signalAndWait(running.pid, 'SIGINT')) return;
    await signalAndWait(running.pid, 'SIGQUIT');
  }

  #spawn(port: number): ChildProcess {
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = openSync(this.#logFile, 'a', 0o600);
    try {
      // A group of its own, so that Ctrl-C in the terminal reaches this server alone, which then ends things in order.
      return runAs(this.#account, this.#programs.postgres, ['-D', this.#folder, '-p', String(port), ...settings], {
        detached: true,
        stdio: ['ignore', log, log],
      });
    } finally {
      closeSync(log);
    }
  }

  async #untilReady(alive: () => boolean): Promise<Postmaster | null> {
    const deadline = performance.now() + READY_WITHIN_MS;
    while (performance.now() < deadline) {
      const found = await findPostmaster(this.#folder);
      if (found?.ready === true) return found;
      // Two servers that start at once both try; the one that was second finds the first one's database on the next look.
      if (!alive() && found === null) return null;
      await sleep(LOOKS_EVERY_MS);
    }
    throw new StartRefused(`The database did not become ready within a minute; ${this.#logFile} says more.`);
  }

  async #whyNot(): Promise<string> {
    const said = await readFile(this.#logFile, 'utf8').catch(() => '');
    if (/No space left on device/.test(said.slice(-2000))) {
      return 'The disk is full: make room where the data folder is, and start again.';
    }
    return `The database does not start: ${said.trim().split('\n').at(-1) ?? ''} (${this.#logFile} says more).`;
  }

  get #logFile(): string {
    return join(dirname(this.#folder), 'postgres.log');
  }
}

async function signalAndWait(pid: number, signal: NodeJS.Signals): Promise<boolean> {
  const deadline = performance.now() + STOPS_WITHIN_MS;
  try {
    process.kill(pid, signal);
  } catch {
    return true;
  }
  while (await isPostgres(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(LOOKS_EVERY_MS);
  }
  return true;
}
