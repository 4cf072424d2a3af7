import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, treeOf } from '../harness/processes.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const READY_WITHIN_MS = 60_000;
const LOOKS_EVERY_MS = 50;

/** `npm start` as a person runs it: a process of its own, known by what it prints and by what it answers. */
export class StartedProject {
  readonly #process: ChildProcess;
  readonly #startedAt = performance.now();
  #printed = '';
  /** What was printed before this place is about a server that is gone. */
  #since = 0;

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const env = { ...process.env, CI: '1', ...environment };
    this.#process = spawn('npm', ['start', '--', ...args], { cwd: PROJECT, env });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text;
      });
    }
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
    const address = /Doorstep is ready: (\S+)/.exec(this.#printed.slice(this.#since))?.[1];
    if (address === undefined) return false;
    return fetch(`${address}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** Kills the server and leaves the start command alone, as a crash would; resolves when it is gone. */
  async crash(): Promise<void> {
    const server = this.#server();
    if (server === undefined) throw new Error('There is no server to kill');
    this.#since = this.#printed.length;
    process.kill(server, 'SIGKILL');
    while (this.#server() === server) await sleep(LOOKS_EVERY_MS);
  }

  /** Tells npm to stop, and nobody else, as a service manager does; resolves when it has ended. */
  async stop(): Promise<number> {
    this.#process.kill('SIGTERM');
    return this.exitCode();
  }

  async exitCode(): Promise<number> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, 'close');
    return this.#process.exitCode ?? -1;
  }

  /** Ends it in any case; for after a test. */
  async end(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await this.stop();
  }

  #server(): number | undefined {
    return treeOf(this.#process.pid ?? 0).find((pid) => commandOf(pid).includes('server/src/main.ts'));
  }
}
