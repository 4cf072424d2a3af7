import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache.mjs';
import { explainError } from './failure.mjs';
import { openLog } from './log.mjs';
import { isNewEnough, provideNode, runAgainUnder } from './node.mjs';
import { createTerminal } from './terminal.mjs';

/** @typedef {import('./terminal.mjs').Report} Report */
/**
 * @typedef {{
 *   root: string, cache: string, log: import('./log.mjs').Log, terminal: import('./terminal.mjs').Terminal,
 *   step<T extends string | { outcome: string, mark?: 'warning' | 'failure' }>(title: string, work: (report: Report) => Promise<T>): Promise<T>
 * }} Session
 */

/** The project's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Runs one of the project's commands and sets the exit code. A failure is shown as its sentence, with the log for the details.
 * `prepare` reads the command line before anything else happens; the text it may return is printed instead of running.
 * The system's older Node is enough for that; `run` is called under one that is new enough.
 *
 * @template {object} T
 * @param {string} name of the command, as in "start"
 * @param {string} script the path of the entry script, to be run again under the newer Node
 * @param {{ prepare: () => T | string, run: (prepared: T, session: Session) => Promise<number> }} command run gives the exit code
 */
export async function enter(name, script, { prepare, run }) {
  const terminal = createTerminal(process.stdout);
  /** @type {import('./log.mjs').Log | undefined} */
  let log;
  try {
    const prepared = prepare();
    if (typeof prepared === 'string') return terminal.write(prepared);

    const cache = cacheFolder();
    log = openLog(cache, name, new Date());
    const session = { root: ROOT, cache, log, terminal, step: stepRunner(terminal, log) };
    process.exitCode = isNewEnough(process.versions.node)
      ? await run(prepared, session)
      : await runUnderNewNode(session, script);
  } catch (error) {
    process.exitCode = showFailure(error, terminal, log);
  }
}

/** @param {Session} session @param {string} script */
async function runUnderNewNode(session, script) {
  let bin = '';
  await session.step('Node', async (report) => {
    bin = await provideNode({ ...session, report });
    return 'ready';
  });
  return runAgainUnder(bin, script, process.argv.slice(2));
}

/**
 * @param {import('./terminal.mjs').Terminal} terminal
 * @param {import('./log.mjs').Log} log
 * @returns {Session['step']}
 */
function stepRunner(terminal, log) {
  return async (title, work) => {
    log.write(`\n== ${title} ==\n`);
    const line = terminal.startLine(title);
    try {
      const result = await work(line.report);
      const { outcome, mark } = typeof result === 'string' ? { outcome: result, mark: undefined } : result;
      line.done(outcome, mark);
      return result;
    } catch (error) {
      line.done('failed', 'failure');
      throw error;
    }
  };
}

/** @param {unknown} error @param {import('./terminal.mjs').Terminal} terminal @param {import('./log.mjs').Log | undefined} log */
function showFailure(error, terminal, log) {
  const sentence = explainError(error) ?? `Something went wrong that was not foreseen: ${error}`;
  process.stderr.write(`\n${terminal.red(sentence)}\n`);
  if (log) {
    try {
      log.write(`\n${error instanceof Error ? error.stack : error}\n`);
    } catch {
      // A full disk is one of the failures to be shown: the sentence stands without its log.
    }
    process.stderr.write(`${terminal.dim(`Details: ${log.path}`)}\n`);
  }
  return error instanceof Error && 'exitCode' in error ? Number(error.exitCode) : 1;
}
