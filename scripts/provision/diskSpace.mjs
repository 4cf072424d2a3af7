import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.mjs';

const MEGABYTE = 1024 * 1024;

/**
 * Refuses before the work rather than in the middle of it when there is clearly too little room.
 *
 * @param {string} folder need not exist yet
 * @param {number} megabytes
 * @param {string} purpose as in "the npm packages"
 */
export async function needDiskSpace(folder, megabytes, purpose) {
  const free = await freeMegabytes(folder);
  if (free >= megabytes) return;
  throw new Failure(
    `The disk is nearly full: ${purpose} need about ${megabytes} MB in ${folder} and ${Math.floor(free)} MB are free. Make room and run the same command again.`,
  );
}

/** @param {string} folder */
async function freeMegabytes(folder) {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = await statfs(existing);
  return (bavail * bsize) / MEGABYTE;
}
