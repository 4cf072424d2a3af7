import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../provision/command.mjs';
import { installPackages, missingPackages } from '../provision/debianPackages.mjs';
import { needDiskSpace } from '../provision/diskSpace.mjs';
import { explainCommandFailure, Failure } from '../provision/failure.mjs';
import { ninjaProgress } from './ninja.mjs';
import { patchSources } from './patches.mjs';

const OVERLAY = fileURLToPath(new URL('overlay', import.meta.url));
const PRECOMPILED_HEADER = fileURLToPath(new URL('pch', import.meta.url));

const BUILD_PACKAGES = [
  'g++',
  'meson',
  'ninja-build',
  'pkg-config',
  'libuv1-dev',
  'libssl-dev',
  'libsrtp2-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];

/** @typedef {import('../provision/log.mjs').Log} Log */
/** @typedef {import('../provision/terminal.mjs').Report} Report */

/**
 * Builds the media worker from the sources in the npm package on Debian's own libraries, with no other download.
 * About four minutes on two cores.
 *
 * @param {{ mediasoup: string, scratch: string, log: Log, report: Report }} context scratch: a folder to build in, made here
 * @returns {Promise<string>} the worker's path
 */
export async function buildWorker({ mediasoup, scratch, log, report }) {
  const missing = await missingPackages(BUILD_PACKAGES, { log });
  if (missing.length > 0) await installPackages(missing, 'Building the media worker', { log, report });
  mkdirSync(scratch, { recursive: true });
  await needDiskSpace(scratch, 700, 'the parts of the media worker');

  const sources = join(scratch, 'worker');
  const out = join(scratch, 'out');
  prepareSources(mediasoup, sources);
  report.say('preparing the build');
  const options = ['--buildtype', 'release', '-Db_ndebug=true', '-Dstrip=true', '--wrap-mode=nodownload'];
  await run('meson', ['setup', ...options, out, '.'], { log, cwd: sources });
  await run('ninja', ['-C', out, 'mediasoup-worker'], {
    log,
    cwd: sources,
    onLine(line) {
      const step = ninjaProgress(line);
      if (step) report.progress(step.done, step.total);
    },
  });
  await run('strip', [join(out, 'mediasoup-worker')], { log });
  return join(out, 'mediasoup-worker');
}

/**
 * The package's sources with its download instructions replaced by ours, which point at Debian's libraries.
 *
 * @param {string} mediasoup
 * @param {string} sources
 */
function prepareSources(mediasoup, sources) {
  cpSync(join(mediasoup, 'worker'), sources, { recursive: true });
  const subprojects = join(sources, 'subprojects');
  for (const file of readdirSync(subprojects)) {
    if (file.endsWith('.wrap')) rmSync(join(subprojects, file));
  }
  cpSync(OVERLAY, subprojects, { recursive: true });
  cpSync(PRECOMPILED_HEADER, join(sources, 'pch'), { recursive: true });
  patchSources(sources);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof runCommand>[2]} options
 */
async function run(command, args, options) {
  const { code, output } = await runCommand(command, args, options);
  if (code === 0) return;
  const nothingFetched = { source: 'a library', remedy: 'See the log.' };
  throw new Failure(explainCommandFailure(`building the media worker (${command})`, output, nothingFetched));
}
