import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashOf } from './cache.mjs';
import { runCommand } from './command.mjs';
import { needDiskSpace } from './diskSpace.mjs';
import { explainCommandFailure, Failure } from './failure.mjs';
import { withLock } from './lock.mjs';

const NOT_SOURCES = new Set(['node_modules', '.next', 'out', 'next-env.d.ts', '.build.lock']);

/** @typedef {{ root: string, log: import('./log.mjs').Log, report: import('./terminal.mjs').Report }} Context */

/**
 * The web app as static files in web/out. Built only when its sources have changed since the last time.
 *
 * @param {Context} context
 * @returns {Promise<string>} the outcome in words
 */
export async function provideWeb({ root, log, report }) {
  // next build empties its folder first, so a build that was broken off leaves no stamp.
  const stamp = join(root, 'web', '.next', 'doorstep-sources');
  const isBuilt = (/** @type {string} */ sources) =>
    existsSync(stamp) && existsSync(webFolder(root)) && readFileSync(stamp, 'utf8') === sources;
  if (isBuilt(webSources(root))) return 'as built before';

  return withLock(
    join(root, 'web', '.build.lock'),
    (holder) => report.say(`waiting for process ${holder}, which is building it`),
    async () => {
      const sources = webSources(root);
      if (isBuilt(sources)) return 'as built before';
      await needDiskSpace(root, 500, 'the files of the web app');
      report.say('building');
      await build(root, log);
      writeFileSync(stamp, sources);
      return 'built';
    },
  );
}

/** @param {string} root */
export function webFolder(root) {
  return join(root, 'web', 'out');
}

/** @param {string} root @param {import('./log.mjs').Log} log */
async function build(root, log) {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: /** @type {const} */ ('production') };
  const { code, output } = await runCommand(process.execPath, [next, 'build', 'web'], { log, cwd: root, env });
  if (code === 0) return;
  const asked = { source: 'something it asked for', remedy: 'See the log.' };
  throw new Failure(explainCommandFailure('building the web app', output, asked), { printed: output });
}

/** What the web app is made of: its own sources, the shared ones without their tests, and the pinned packages. @param {string} root */
function webSources(root) {
  const skip = (/** @type {string} */ path) => NOT_SOURCES.has(basename(path)) || /\.test\.tsx?$/.test(path);
  return hashOf(
    ['web', 'shared', 'package-lock.json', 'tsconfig.json'].map((path) => join(root, path)),
    { skip },
  );
}
