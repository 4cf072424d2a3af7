import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { exitCodeOf, STOP_SIGNALS } from './signals.mjs';

const KEPT_LINES = 400;

/** @typedef {import('./log.mjs').Log} Log */

/**
 * Runs a command to its end with its output in the log. A command that does not exist counts as exit code 127, as in a shell.
 * When this process is told to stop, the command is ended first, so that nothing is left running.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ log: Log, cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string, stop: () => void) => void, limitMs?: number }} options limitMs: after this it is ended
 * @returns {Promise<{ code: number, output: string }>} output: the last lines of both streams
 */
export function runCommand(command, args, { log, cwd, env = process.env, onLine, limitMs }) {
  log.write(`\n$ ${command} ${args.join(' ')}${cwd ? `   (in ${cwd})` : ''}\n`);
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      onLine?.(line, () => child.kill());
    });
  }
  const forget = endBeforeUs(child);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      forget();
      log.write(`${error.message}\n`);
      resolve({ code: 127, output: error.message });
    });
    child.once('close', (code, signal) => {
      forget();
      log.write(`(exit ${code ?? signal})\n`);
      resolve({ code: code ?? 128, output: lines.join('\n') });
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function endBeforeUs(child) {
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    child.once('close', () => process.exit(exitCodeOf(signal)));
    child.kill('SIGTERM');
  };
  for (const signal of STOP_SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
  };
}
