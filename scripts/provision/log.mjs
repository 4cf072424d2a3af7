import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const KEPT_LOGS = 20;

/** @typedef {{ path: string, write(text: string): void }} Log */

/**
 * Opens the file that keeps everything the commands print, so that the terminal can stay short.
 * Written at once and not through a stream: the last lines before a failure matter most.
 *
 * @param {string} cache the cache folder
 * @param {string} name of the command, as in "start"
 * @param {Date} startedAt
 * @returns {Log}
 */
export function openLog(cache, name, startedAt) {
  const folder = join(cache, 'logs');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${startedAt.toISOString().replace(/[:.]/g, '-')}-${name}-${process.pid}.log`);
  appendFileSync(path, '');
  const old = readdirSync(folder).sort().slice(0, -KEPT_LOGS);
  for (const file of old) rmSync(join(folder, file), { force: true });
  return { path, write: (text) => appendFileSync(path, text) };
}
