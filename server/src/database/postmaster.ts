import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './isAlive.ts';

/** A PostgreSQL that runs on a folder, as its `postmaster.pid` tells (PostgreSQL source, miscadmin.h, LOCK_FILE_LINE_*). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** What `postmaster.pid` says, or null when it is not complete. */
export function parsePostmaster(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return { pid, port, ready: lines[7] === 'ready' };
}

const fileIn = (folder: string): string => join(folder, 'postmaster.pid');

async function readPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => null);
  return text === null ? null : parsePostmaster(text);
}

/** The PostgreSQL that runs on `folder`, or null. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const found = await readPostmaster(folder);
  return found !== null && (await isPostgres(found.pid)) ? found : null;
}

/**
 * Removes a file that names a process which lives and is something else: PostgreSQL would believe it and not start.
 * A file that names nobody is left to PostgreSQL, which makes sure by it that no part of its predecessor is left.
 */
export async function clearMistakenIdentity(folder: string): Promise<void> {
  const found = await readPostmaster(folder);
  if (found !== null && isAlive(found.pid) && !(await isPostgres(found.pid))) await rm(fileIn(folder), { force: true });
}

/**
 * Whether that number is a running PostgreSQL: after a restart of the machine it may be another program's, and one that ended
 * but was not yet cleared away has no command line any more. Where there is no /proc, a living process is taken for it.
 */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.split('\0')[0]?.endsWith('postgres') === true;
}
