import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROJECT = join(import.meta.dirname, '..', '..');
const READY_WITHIN_MS = 60_000;
const LOOKS_EVERY_MS = 100;

/** `npm start` as a person runs it: a process of its own, told apart only by its options, its environment and its data folder. */
export class StartedProject {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #startedAt = performance.now();
  #printed = '';

  private constructor(port: number, args: readonly string[], environment: Readonly<Record<string, string>>) {
    this.port = port;
    const env = { ...process.env, CI: '1', ...environment };
    this.#process = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port), ...args], {
      cwd: PROJECT,
      env,
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text;
      });
    }
  }

  static async start(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<StartedProject> {
    return new StartedProject(await freePort(), args, environment);
  }

  /** All that it has printed, as a person sees it in the terminal. */
  get printed(): string {
    return this.#printed;
  }

  /** The time from the command to the first answer, in milliseconds. */
  async untilItAnswers(): Promise<number> {
    const deadline = performance.now() + READY_WITHIN_MS;
    while (performance.now() < deadline) {
      if (this.#process.exitCode !== null) throw new Error(`It ended instead of answering:\n${this.#printed}`);
      if (await this.answers()) return performance.now() - this.#startedAt;
      await sleep(LOOKS_EVERY_MS);
    }
    throw new Error(`It does not answer:\n${this.#printed}`);
  }

  async answers(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** Kills the server and leaves the start command alone, as a crash would; resolves when it is gone. */
  async crash(): Promise<void> {
    const [server] = childrenOf(this.#process.pid ?? 0);
    if (server === undefined) throw new Error('There is no server to kill');
    process.kill(server, 'SIGKILL');
    while (childrenOf(this.#process.pid ?? 0).includes(server)) await sleep(LOOKS_EVERY_MS);
  }

  /** Ctrl-C. */
  async stop(): Promise<number> {
    this.#process.kill('SIGINT');
    return this.exitCode();
  }

  async exitCode(): Promise<number> {
    if (this.#process.exitCode === null) await once(this.#process, 'exit');
    return this.#process.exitCode ?? -1;
  }

  /** Ends it in any case; for after a test. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    await this.stop();
  }
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => parentOf(entry) === pid)
    .map(Number);
}

/** proc(5): the fourth field of stat, counted after the name in brackets, which may hold anything. */
function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);
  } catch {
    return 0;
  }
}

/** A port that nothing listens on at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
