import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from '../worker/build.mjs';
import { fetchPrebuiltWorker } from '../worker/prebuilt.mjs';
import { workerRuns } from '../worker/verify.mjs';
import { cacheKey, hashOf, makeOnce } from './cache.mjs';
import { Failure } from './failure.mjs';

const NAME = 'mediasoup-worker';

/** @typedef {{ root: string, cache: string, log: import('./log.mjs').Log, report: import('./terminal.mjs').Report }} Context */

/**
 * A media worker that is seen to run: the one named by MEDIASOUP_WORKER_BIN, the one in the cache, the one that the
 * makers of mediasoup publish, or one built here, in this order.
 *
 * @param {Context} context
 * @returns {Promise<{ path: string, outcome: string }>}
 */
export async function provideWorker(context) {
  const given = process.env.MEDIASOUP_WORKER_BIN;
  if (given) {
    if (!(await workerRuns(given))) {
      throw new Failure(
        `MEDIASOUP_WORKER_BIN names ${given}, which does not run here as a mediasoup worker. Correct the variable, or remove it to have one made.`,
      );
    }
    return { path: given, outcome: `${given}, as MEDIASOUP_WORKER_BIN says` };
  }

  const folder = join(context.cache, workerKey(context.root));
  const path = join(folder, NAME);
  if (existsSync(folder)) {
    if (await workerRuns(path)) return { path, outcome: 'ready' };
    // A newer Debian can take away the libraries that it was built on.
    rmSync(folder, { recursive: true, force: true });
  }
  let outcome = 'ready';
  await makeOnce(
    folder,
    async (draft) => {
      outcome = await make(join(draft, NAME), draft, context);
    },
    (holder) => context.report.say(`waiting for process ${holder}, which is making one`),
  );
  return { path, outcome };
}

/**
 * @param {string} target
 * @param {string} draft
 * @param {Context} context
 */
async function make(target, draft, { root, log, report }) {
  const mediasoup = join(root, 'node_modules', 'mediasoup');
  report.say('asking for the published one');
  const fetched = await fetchPrebuiltWorker(mediasoup, target, log);
  if (fetched && (await workerRuns(target))) return 'published by the makers of mediasoup';
  rmSync(target, { force: true });

  const scratch = join(draft, 'build');
  const built = await buildWorker({ mediasoup, scratch, log, report });
  copyFileSync(built, target);
  rmSync(scratch, { recursive: true, force: true });
  if (!(await workerRuns(target)))
    throw new Failure('The media worker was built but does not run. The log has the whole build.');
  return 'built on this machine';
}

/** @param {string} root */
function workerKey(root) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'mediasoup', 'package.json'), 'utf8'));
  const kernel = release().split('.')[0];
  const recipe = hashOf([join(root, 'scripts', 'worker')], { skip: (path) => path.endsWith('.test.mjs') });
  return cacheKey(NAME, version, { platform: `${process.platform}${kernel}`, arch: process.arch, recipe });
}
