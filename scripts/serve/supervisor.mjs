import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodeOf, STOP_SIGNALS } from '../provision/signals.mjs';
import { createRestartPolicy } from './restartPolicy.mjs';

/** The server's word for "I was asked to run in a way that I refuse"; it has printed its one sentence by then (EX_CONFIG of sysexits.h). */
const CONFIGURATION_REFUSED = 78;
/** Within this time a second signal is the echo of the first: a terminal sends Ctrl-C to every process, npm then sends it again. */
const ECHO_MS = 1_000;

/**
 * Keeps the server running: one that dies is started again at once, so that a visit comes back. Ends when the server ends as
 * it was told to, refuses its configuration, or never comes up.
 *
 * @param {{ command: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string, say: (text: string) => void }} server
 * @returns {Promise<number>} the exit code
 */
export async function keepRunning({ command, args, env, cwd, say }) {
  const stop = stopOnSignals();
  const policy = createRestartPolicy();
  try {
    for (;;) {
      // In a process group of its own, so that Ctrl-C reaches it once and through us.
      const child = spawn(command, args, { cwd, env, stdio: 'inherit', detached: true });
      stop.passTo(child);
      const startedAt = Date.now();
      const { code, signal } = await ended(child);
      if (stop.asked()) return signal ? exitCodeOf(signal) : (code ?? 0);
      if (code === 0 || code === CONFIGURATION_REFUSED) return code;

      const decision = policy.died({ startedAt, diedAt: Date.now(), killed: signal !== null });
      const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
      if (decision === 'give up') {
        say(`The server ${how} before it was up. What it printed above says why.`);
        return 1;
      }
      const when = decision.waitMs > 0 ? ` in ${Math.round(decision.waitMs / 1000)} seconds` : '';
      say(`The server ${how}. Starting it again${when}.`);
      await stop.orAfter(decision.waitMs);
      if (stop.asked()) return 0;
    }
  } finally {
    stop.forget();
  }
}

/** Hands the first signal to stop on to the server, gently; the next one is the person's impatience, and ends it. */
function stopOnSignals() {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let askedAt = 0;
  const asked = new AbortController();

  const stop = () => {
    if (askedAt > 0 && Date.now() - askedAt < ECHO_MS) return;
    child?.kill(askedAt > 0 ? 'SIGKILL' : 'SIGTERM');
    askedAt = Date.now();
    asked.abort();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, stop);

  return {
    /** @param {import('node:child_process').ChildProcess} next */
    passTo(next) {
      child = next;
    },
    asked: () => asked.signal.aborted,
    /** @param {number} ms */
    orAfter: (ms) => sleep(ms, undefined, { signal: asked.signal }).catch(() => undefined),
    forget() {
      for (const signal of STOP_SIGNALS) process.off(signal, stop);
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}
