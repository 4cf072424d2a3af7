import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from './command.mjs';
import { linkDatabaseLibraries } from './database.mjs';
import { needDiskSpace } from './diskSpace.mjs';
import { explainCommandFailure, Failure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { followNpm, NPM_RETRIES, NPM_UNREACHABLE } from './npm.mjs';

/** @typedef {{ root: string, cache: string, log: import('./log.mjs').Log, report: import('./terminal.mjs').Report }} Context */

/**
 * The npm packages exactly as package-lock.json pins them. Does nothing when they are installed already.
 *
 * @param {Context} context
 * @returns {Promise<string>} the outcome in words
 */
export async function provideDependencies(context) {
  const { root, cache, report } = context;
  const stamp = join(root, 'node_modules', '.doorstep-installed');
  const wanted = installationId(readFileSync(join(root, 'package-lock.json')));
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isInstalled()) return 'as pinned';

  const lock = join(
    cache,
    `packages-${basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`,
  );
  return withLock(
    lock,
    (holder) => report.say(`waiting for process ${holder}, which is installing them`),
    async () => {
      if (isInstalled()) return 'as pinned';
      await install(context);
      await linkDatabaseLibraries(context);
      writeFileSync(stamp, wanted);
      return 'installed';
    },
  );
}

/** @param {Context} context */
async function install({ root, log, report }) {
  const modules = join(root, 'node_modules');
  const unfinished = join(root, 'node_modules', '.doorstep-installing');
  // npm takes a package that was half written for a whole one.
  if (existsSync(unfinished)) rmSync(modules, { recursive: true });
  await needDiskSpace(root, existsSync(modules) ? 500 : 1500, 'the npm packages');
  mkdirSync(modules, { recursive: true });
  writeFileSync(unfinished, '');

  const packageLock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const total = packagesFor(packageLock, process);
  // Not npm ci: that wants the binaries of every other platform to be in the lock file, and some mirrors do not carry them.
  const args = ['install', '--no-save', '--ignore-scripts', '--loglevel=http', ...NPM_RETRIES];
  const { code, output } = await runCommand('npm', args, {
    log,
    cwd: root,
    onLine: followNpm({ onPackage: (fetched) => report.progress(Math.min(fetched, total), total) }),
  });
  if (code !== 0) throw new Failure(explainCommandFailure('installing the npm packages', output, NPM_UNREACHABLE));

  const unpinned = unpinnedPackages(packageLock, readFileSync(join(modules, '.package-lock.json'), 'utf8'));
  if (unpinned.length > 0) {
    throw new Failure(
      `package-lock.json does not pin ${unpinned.join(', ')}. Run npm install once, look at what it changes, and commit package-lock.json.`,
    );
  }
  rmSync(unfinished);
}

/** @typedef {{ packages?: Record<string, { version?: string, link?: boolean, os?: string[], cpu?: string[] }> }} LockFile */

/**
 * Which packages were installed in another version than the lock file says.
 *
 * @param {string} packageLock
 * @param {string} installed npm's own list in node_modules
 */
export function unpinnedPackages(packageLock, installed) {
  const pinned = readLock(packageLock);
  return Object.entries(readLock(installed)).flatMap(([path, { version, link }]) =>
    !path.includes('node_modules/') || link || pinned[path]?.version === version ? [] : [`${path} ${version}`],
  );
}

/** @param {string} text */
function readLock(text) {
  /** @type {LockFile} */
  const { packages = {} } = JSON.parse(text);
  return packages;
}

/**
 * What an installation depends on: the pinned packages, and the platform that binaries were chosen for.
 *
 * @param {Uint8Array} packageLock
 */
function installationId(packageLock) {
  return `${createHash('sha256').update(packageLock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

/**
 * How many packages npm will fetch for this platform: the lock file lists binaries for all of them.
 *
 * @param {string} packageLock
 * @param {{ platform: string, arch: string }} machine
 */
export function packagesFor(packageLock, { platform, arch }) {
  return Object.entries(readLock(packageLock)).filter(([path, { link, os, cpu }]) => {
    if (link || !path.includes('node_modules/')) return false;
    return (os?.includes(platform) ?? true) && (cpu?.includes(arch) ?? true);
  }).length;
}
