import { spawn } from 'node:child_process';

// worker/src/main.cpp of mediasoup: the exit code when MEDIASOUP_VERSION is not set, reached after every library has been loaded.
const STARTED_WITHOUT_A_VERSION = 41;
const TIME_LIMIT_MS = 10_000;

/**
 * Whether a file is a mediasoup worker that this machine can run.
 *
 * @param {string} path
 * @returns {Promise<boolean>}
 */
export function workerRuns(path) {
  return new Promise((resolve) => {
    const child = spawn(path, [], { env: {}, stdio: 'ignore', timeout: TIME_LIMIT_MS });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === STARTED_WITHOUT_A_VERSION));
  });
}
