import { watch } from 'node:fs';
import { sep } from 'node:path';

const SETTLE_MS = 150;
const NOT_SOURCES = new Set(['node_modules', '.next', 'out', '.build.lock', 'next-env.d.ts']);

/**
 * Calls back when sources below the folders have changed, once for a burst of changes (an editor writes a file in several steps).
 *
 * @param {readonly string[]} folders
 * @param {() => void} onChange
 */
export function watchSources(folders, onChange) {
  /** @type {NodeJS.Timeout | undefined} */
  let settle;
  for (const folder of folders) {
    watch(folder, { recursive: true }, (_, file) => {
      if (!file || !isSource(file)) return;
      clearTimeout(settle);
      settle = setTimeout(onChange, SETTLE_MS);
    });
  }
}

/**
 * Whether a change of this file matters to what runs: tests do not, and what a build writes must not start the next build.
 *
 * @param {string} file relative to the watched folder
 */
export function isSource(file) {
  return !file.split(sep).some((part) => NOT_SOURCES.has(part)) && !/\.test\.tsx?$|~$|\.sw.$/.test(file);
}
