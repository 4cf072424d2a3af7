import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * The folder for what is costly to make and the same for every clone: Node, the media worker, logs.
 * DOORSTEP_CACHE, else XDG_CACHE_HOME/doorstep (https://specifications.freedesktop.org/basedir), else ~/.cache/doorstep.
 *
 * @param {Record<string, string | undefined>} [env]
 * @param {string} [home]
 */
export function cacheFolder(env = process.env, home = homedir()) {
  if (env.DOORSTEP_CACHE) return resolve(env.DOORSTEP_CACHE);
  // The specification says to ignore a relative path.
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'doorstep');
  return join(home, '.cache', 'doorstep');
}

/**
 * A cache entry's name: what it is, for which platform, and a hash of how it is made, so that a change of the recipe makes a new one.
 *
 * @param {string} name
 * @param {string} version
 * @param {{ platform: string, arch: string, recipe?: string }} build
 */
export function cacheKey(name, version, { platform, arch, recipe }) {
  return [name, version, platform, arch, recipe?.slice(0, 12)].filter(Boolean).join('-');
}

/**
 * One hash over files and folders: names and contents, in a fixed order.
 *
 * @param {readonly string[]} paths
 * @param {{ skip?: (path: string) => boolean }} [options]
 */
export function hashOf(paths, { skip = () => false } = {}) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(path, skip)) {
      hash
        .update(`${relative(dirname(path), file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} path @param {(path: string) => boolean} skip @returns {string[]} */
function filesIn(path, skip) {
  if (!existsSync(path) || skip(path)) return [];
  let entries;
  try {
    entries = readdirSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
  return entries.sort().flatMap((entry) => filesIn(join(path, entry), skip));
}

/**
 * Makes a cache entry once. It is built in a folder of its own and renamed when complete, so nobody ever sees half of it;
 * a lock keeps two runs from doing the same work at the same time.
 *
 * @param {string} folder where the entry is to be
 * @param {(draft: string) => Promise<void>} make fills the draft folder
 * @param {(holder: number) => void} onWait called when another process is already making it
 */
export async function makeOnce(folder, make, onWait) {
  mkdirSync(dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, onWait, async () => {
    removeAbandonedDrafts(folder);
    if (existsSync(folder)) return;
    const draft = `${folder}.draft-${process.pid}`;
    mkdirSync(draft);
    try {
      await make(draft);
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
}

/** Whoever left them is gone: this process holds the lock. @param {string} folder */
function removeAbandonedDrafts(folder) {
  for (const entry of readdirSync(dirname(folder))) {
    if (entry.startsWith(`${basename(folder)}.draft-`))
      rmSync(join(dirname(folder), entry), { recursive: true, force: true });
  }
}
