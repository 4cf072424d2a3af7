import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN_MS = 300;

/**
 * Does the work while no other process on this machine does it. A lock whose holder died is taken over.
 * It saves work rather than guarding correctness: results are put in place by a rename in any case.
 *
 * @template T
 * @param {string} path of the lock file
 * @param {(holder: number) => void} onWait called once, when another process has the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, onWait, work) {
  let told = false;
  for (;;) {
    const holder = tryTake(path);
    if (holder === undefined) break;
    if (!told) onWait(holder);
    told = true;
    await sleep(LOOK_AGAIN_MS);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} path @returns {number | undefined} the holder's process id, undefined when the lock is now ours */
function tryTake(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, identity(process.pid));
  try {
    // A link appears with its content in one step, which a created and then written file does not.
    linkSync(mine, path);
    return undefined;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  const content = read(path);
  if (content === undefined) return tryTake(path);
  const holder = Number.parseInt(content, 10);
  if (isAlive(holder, content)) return holder;
  try {
    renameSync(path, `${mine}.stale`);
    rmSync(`${mine}.stale`, { force: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  return tryTake(path);
}

/** The process id and, where the system tells, its start time: ids are used again. @param {number} pid */
function identity(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return `${pid} ${stat?.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''}`;
}

/** @param {number} pid @param {string} content */
function isAlive(pid, content) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  return identity(pid) === content;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
