import { flushCompileCache } from 'node:module';
import type { Logger } from 'pino';
import { Closers } from './Closers.ts';
import { type Config, readConfig } from './config.ts';
import { createLog } from './observability/log.ts';
import { EXIT_FAULT, EXIT_REFUSED, StartRefused, sentenceFor } from './startRefused.ts';

/** What every part of the server is made with. */
export interface Ground {
  readonly config: Config;
  readonly log: Logger;
  /** Closed in the opposite order of opening. */
  readonly closers: Closers;
}

const ENDS_WITHIN_MS = 25_000;

/**
 * This process from its environment to its exit: starts what `start` makes, and closes it when told to end. Exits with 0 on a signal,
 * with `EXIT_REFUSED` and one sentence when the start is the operator's to mend, with `EXIT_FAULT` on anything else.
 */
export async function live(start: (ground: Ground) => Promise<void>): Promise<void> {
  try {
    await run(start);
  } catch (error) {
    process.stderr.write(`${error instanceof StartRefused ? error.message : String(error)}\n`);
    process.exitCode = error instanceof StartRefused ? EXIT_REFUSED : EXIT_FAULT;
  }
}

async function run(start: (ground: Ground) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel, { readable: process.stderr.isTTY });
  const closers = new Closers();
  // Nobody knows what state such a fault leaves behind: the supervisor starts a new process, which has everything from the log.
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'a fault that nobody caught');
    process.exit(EXIT_FAULT);
  });
  // Visits go on when nobody reads any more what is printed.
  process.stdout.on('error', () => undefined);

  const starting = start({ config, log, closers });
  const end = endsOnce({ log, closers }, starting);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'ending');
      end(0);
    });
  }

  try {
    await starting;
    log.info({}, 'started');
    // Kept now, for whoever has to start in our place: a process that is killed keeps nothing at its end. Without NODE_COMPILE_CACHE nothing is kept.
    flushCompileCache();
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === null) log.fatal({ error }, 'the server could not start');
    else process.stderr.write(`${sentence}\n`);
    end(sentence === null ? EXIT_FAULT : EXIT_REFUSED);
  }
}

/** Closes what is open and ends the process, once what is being opened is open. The first reason to end is the one that counts. */
function endsOnce(
  { log, closers }: Pick<Ground, 'log' | 'closers'>,
  starting: Promise<unknown>,
): (code: number) => void {
  let ending = false;
  return (code) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(EXIT_FAULT), ENDS_WITHIN_MS).unref();
    void starting
      .catch(() => undefined)
      .then(() => closers.closeAll((error) => log.error({ error }, 'something could not be closed')))
      .then(() => process.exit(code));
  };
}
