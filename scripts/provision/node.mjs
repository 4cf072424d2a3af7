import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheKey, makeOnce } from './cache.mjs';
import { runCommand } from './command.mjs';
import { needDiskSpace } from './diskSpace.mjs';
import { explainCommandFailure, Failure } from './failure.mjs';
import { NPM_RETRIES, NPM_UNREACHABLE } from './npm.mjs';
import { exitCodeOf, STOP_SIGNALS } from './signals.mjs';

const NODE = '24.21.0';
// Debian's own npm is patched to run under Debian's own Node only, so the new Node brings an npm of its own.
const NPM = '11.19.1';
const OLDEST = { major: 24, minor: 7 };

/** @typedef {import('./log.mjs').Log} Log */
/** @typedef {import('./terminal.mjs').Report} Report */

/**
 * Whether this Node can run the product: type stripping, and `engines` in package.json.
 *
 * @param {string} version as in "24.7.0"
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/**
 * The npm package that is a Node binary for one platform. The package `node` only installs this one from an install script;
 * asked for by name it needs no script, and so works with every npm.
 *
 * @param {string} platform
 * @param {string} arch
 */
export function nodePackage(platform, arch) {
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${arch}`;
}

/**
 * A Node that is new enough, with its npm, from the npm registry; kept in the cache.
 *
 * @param {{ cache: string, log: Log, report: Report }} context
 * @returns {Promise<string>} the folder with `node` and `npm`, to be put first in PATH
 */
export async function provideNode({ cache, log, report }) {
  const { platform, arch } = process;
  const folder = join(cache, cacheKey('node', NODE, { platform, arch, recipe: `npm-${NPM}` }));
  const bin = join(folder, 'node_modules', '.bin');
  if (existsSync(folder)) return bin;

  await needDiskSpace(cache, 500, 'Node and its npm');
  report.say(`this is Node ${process.versions.node}; getting ${NODE} from the npm registry`);
  await makeOnce(
    folder,
    async (draft) => {
      writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
      const packages = [`${nodePackage(platform, arch)}@${NODE}`, `npm@${NPM}`];
      const { code, output } = await runCommand(
        'npm',
        // The registry's own npm wants a newer Node than the one that installs it; it is only run under the new one.
        [
          'install',
          '--prefix',
          draft,
          '--no-save',
          '--engine-strict=false',
          '--ignore-scripts',
          ...NPM_RETRIES,
          ...packages,
        ],
        { log, cwd: draft },
      );
      if (code === 127)
        throw new Failure(
          'npm is not installed. Install it (on Debian: apt-get install npm) and run the same command again.',
        );
      if (code !== 0) throw new Failure(explainCommandFailure(`installing Node ${NODE}`, output, NPM_UNREACHABLE));
      const check = await runCommand(join(draft, 'node_modules', '.bin', 'node'), ['--version'], { log });
      if (check.code !== 0) {
        throw new Failure(
          `Node ${NODE} does not run on this machine. Install Node ${OLDEST.major}.${OLDEST.minor} or newer by other means and run the same command again.`,
        );
      }
    },
    (holder) => report.say(`waiting for process ${holder}, which is getting it`),
  );
  return bin;
}

/**
 * Runs the same script with the same arguments under the Node in `bin`, and ends as it ends.
 *
 * @param {string} bin
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runAgainUnder(bin, script, args) {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(join(bin, 'node'), [script, ...args], { stdio: 'inherit', env });
  // The child decides when to stop: this process must outlive it to hand on its exit code.
  for (const signal of STOP_SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? exitCodeOf(signal) : 1)));
  });
}
