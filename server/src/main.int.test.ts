import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPostmaster } from './database/postmaster.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

/** The server as a process of its own. */
class Running {
  said = '';
  complained = '';
  readonly process: ChildProcess;

  constructor(environment: Readonly<Record<string, string>>) {
    this.process = spawn(process.execPath, [MAIN], { env: { ...process.env, ...environment } });
    this.process.stdout?.on('data', (text) => {
      this.said += text;
    });
    this.process.stderr?.on('data', (text) => {
      this.complained += text;
    });
  }

  /** Its address, once it says that it is ready. */
  async ready(): Promise<string> {
    await expect.poll(() => this.said + (this.process.exitCode ?? ''), { timeout: 50_000 }).toMatch(/Ctrl-C|^\d+$/);
    const address = /ready: (\S+)/.exec(this.said)?.[1];
    if (address === undefined) throw new Error(`It did not start: ${this.complained}`);
    return address;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.process.kill(signal);
    return this.exit();
  }

  async exit(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }
}

let folder: string;
let started: Running[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-main-'));
  await writeFile(join(folder, 'index.html'), '<!DOCTYPE html><title>Visits</title>');
  started = [];
});
afterEach(async () => {
  for (const running of started) await running.end('SIGTERM');
  // One that was killed may have left its database running.
  const left = await findPostmaster(join(folder, 'data', 'postgres'));
  if (left !== null) process.kill(left.pid, 'SIGQUIT');
  await expect.poll(() => findPostmaster(join(folder, 'data', 'postgres')), { timeout: 20_000 }).toBeNull();
  await rm(folder, { recursive: true, force: true });
});

function start(environment: Readonly<Record<string, string>> = {}): Running {
  const running = new Running({
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    WEB_ROOT: folder,
    DEMO: '1',
    MEDIA_WORKERS: '1',
    LOG_LEVEL: 'info',
    ...environment,
  });
  started.push(running);
  return running;
}

const linksIn = (said: string) => said.match(/http\S+\/join#\S+/g);

describe('the server', () => {
  test('says where it is, how to sign in, and the links of the demo; ends in order and takes its database along', async () => {
    const server = start();
    const address = await server.ready();
    expect(server.said).toContain('Staff sign in there as Amina Okafor');
    expect(linksIn(server.said)).toHaveLength(2);
    expect(server.said).toContain('█');
    expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ ok: true, database: true, workers: 1 });
    expect(await findPostmaster(join(folder, 'data', 'postgres'))).not.toBeNull();

    expect(await server.end('SIGTERM')).toBe(0);
    expect(await findPostmaster(join(folder, 'data', 'postgres'))).toBeNull();
  });

  test('that is ended while it starts leaves nothing behind', async () => {
    const server = start();
    await expect.poll(() => findPostmaster(join(folder, 'data', 'postgres')), { timeout: 50_000 }).not.toBeNull();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await findPostmaster(join(folder, 'data', 'postgres'))).toBeNull();
  });

  test('[SAFE-5] that is killed leaves its database running, and the next one goes on with it and with the same links', async () => {
    const first = start();
    await first.ready();
    const database = await findPostmaster(join(folder, 'data', 'postgres'));
    await first.end('SIGKILL');

    const second = start();
    await second.ready();
    expect(await findPostmaster(join(folder, 'data', 'postgres'))).toEqual(database);
    const tokens = (running: Running) => linksIn(running.said)?.map((link) => link.split('#')[1]);
    expect(tokens(second)).toEqual(tokens(first));
  });

  test('speaks HTTPS with a certificate of its own when asked to', async () => {
    const server = start({ HTTPS: '1' });
    expect(await server.ready()).toMatch(/^https:/);
    expect(server.said).toContain('The certificate is of its own making');
  });

  test('keeps names and tokens out of its log', async () => {
    const server = start({ LOG_LEVEL: 'debug' });
    const address = await server.ready();
    const token = linksIn(server.said)?.[0]?.split('#')[1] ?? '';
    const headers = { origin: address, 'content-type': 'application/json' };
    await fetch(`${address}/api/join`, { method: 'POST', headers, body: JSON.stringify({ token, device: 'phone' }) });
    await fetch(`${address}/api/sign-in`, { method: 'POST', headers, body: '{"staff":"amina-okafor"}' });
    expect(server.complained).toContain('"route":"/api/join"');
    expect(server.complained).not.toMatch(/Dana|Hughes|Amina/);
    expect(server.complained).not.toContain(token.slice(0, 20));
  });
});

describe('a start that cannot be is refused in one sentence', () => {
  async function sentence(environment: Readonly<Record<string, string>>): Promise<string> {
    const server = start(environment);
    expect(await server.exit()).toBe(78);
    expect(server.said).toBe('');
    expect(server.complained).toMatch(/^[^\n]+\n$/);
    return server.complained;
  }

  test('no web app', async () => {
    expect(await sentence({ WEB_ROOT: '/nowhere' })).toContain('There is no built web app in /nowhere');
  });

  test('a wrong setting', async () => {
    expect(await sentence({ PORT: 'http' })).toContain('PORT must be a port number.');
  });

  test('[TEAM-4] a policy that says something nobody knows', async () => {
    const file = join(folder, 'policy.json');
    await writeFile(file, '{ "rooms": { "told": "everything" } }');
    expect(await sentence({ AUTHORITY_POLICY_FILE: file })).toContain('rooms.told must be one of withWhom, away');
  });

  test('a database that is not there', async () => {
    const said = await sentence({ DATABASE_URL: 'postgres://u:sekret@127.0.0.1:1/d' });
    expect(said).toContain('nothing answers there');
    expect(said).not.toContain('sekret');
  });

  test('a data folder that is no folder', async () => {
    expect(await sentence({ DATA_DIR: join(folder, 'index.html') })).toContain('choose another one with --data');
  });

  test('a data folder that another process has', async () => {
    await start().ready();
    expect(await sentence({})).toContain(
      `The data folder ${join(folder, 'data')} is in use by another Doorstep process`,
    );
  });

  test('a media worker that is none; the database does not stay behind', async () => {
    expect(await sentence({ MEDIASOUP_WORKER_BIN: '/bin/false' })).toContain('MEDIASOUP_WORKER_BIN');
    expect(await findPostmaster(join(folder, 'data', 'postgres'))).toBeNull();
  });

  test('a port that is taken; nothing stays behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await sentence({ PORT: String(port) })).toContain(`Port ${port} on 127.0.0.1 is taken by another program`);
    expect(await findPostmaster(join(folder, 'data', 'postgres'))).toBeNull();
    taken.close();
  });
});
