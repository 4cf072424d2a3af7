import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { failed, PASSED, sum } from './tally.mjs';

const KILOBYTE = 1000;

/** The most compressed JavaScript that a page may load before anybody touches it, in kB. */
const BUDGETS = [
  { page: 'join.html', kilobytes: 150 },
  { page: 'visit.html', kilobytes: 260 },
];

/**
 * One check for each budget.
 *
 * @param {string} web the folder of the built web app
 * @returns {import('./tally.mjs').Tally}
 */
export function checkBudgets(web) {
  return sum(BUDGETS.map(({ page, kilobytes }) => checkBudget(web, page, kilobytes)));
}

/** @param {string} web @param {string} page @param {number} kilobytes */
function checkBudget(web, page, kilobytes) {
  const title = `weight of ${page}`;
  const file = join(web, page);
  if (!existsSync(file)) return failed(title, `There is no ${page} in the built web app.`);

  const sizes = scriptsOf(readFileSync(file, 'utf8')).map((script) => ({
    script,
    bytes: compressedSize(join(web, script)),
  }));
  const total = sizes.reduce((all, { bytes }) => all + bytes, 0) / KILOBYTE;
  if (total <= kilobytes) return PASSED;

  const list = sizes
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ script, bytes }) => `${(bytes / KILOBYTE).toFixed(1)} kB ${script}`);
  return failed(
    title,
    `${total.toFixed(1)} kB of compressed JavaScript; the budget is ${kilobytes} kB.\n${list.join('\n')}`,
  );
}

/**
 * The scripts that a page loads by itself, without those that only browsers without modules load.
 *
 * @param {string} html
 * @returns {readonly string[]}
 */
export function scriptsOf(html) {
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="\/?([^"?#]+)/.exec(tag)?.[1] ?? []);
  return [...new Set(sources)];
}

/** @param {string} file */
function compressedSize(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
