import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageScripts } from './pageScripts.mjs';
import { failed, PASSED, sum } from './tally.mjs';

const KILOBYTE = 1000;
/** A family's first page, on the phone and the network that they have. */
const JOIN_PAGE = 'join.html';
const JOIN_BUDGET = 150;
/** Any page with all that it loads later, which is the call. */
const CALL_BUDGET = 285;
/** The media library says its name in what it logs, which survives minifying. */
const MEDIA_CODE = 'mediasoup-client';

/**
 * One check for each page and rule. Weights are compressed JavaScript in kB.
 *
 * @param {string} web the folder of the built web app
 * @returns {import('./tally.mjs').Tally}
 */
export function checkBudgets(web) {
  if (!existsSync(join(web, JOIN_PAGE)))
    return failed('page weights', `There is no ${JOIN_PAGE} in the built web app.`);

  const pages = readdirSync(web, { recursive: true }).flatMap((file) =>
    String(file).endsWith('.html') ? [String(file)] : [],
  );
  const { atFirst } = pageScripts(web, JOIN_PAGE);
  return sum([
    checkWeight(web, `${JOIN_PAGE} at first`, atFirst, JOIN_BUDGET),
    checkMediaComesLater(web),
    ...pages.map((page) => checkWeight(web, `${page} in all`, pageScripts(web, page).inAll, CALL_BUDGET)),
  ]);
}

/** @param {string} web @param {string} what @param {readonly string[]} scripts @param {number} budget */
function checkWeight(web, what, scripts, budget) {
  const sizes = scripts.map((script) => ({ script, weight: weightOf(join(web, script)) }));
  const total = sizes.reduce((all, { weight }) => all + weight, 0);
  if (total <= budget) return PASSED;

  const list = sizes
    .sort((a, b) => b.weight - a.weight)
    .map(({ script, weight }) => `${weight.toFixed(1)} kB ${script}`);
  return failed(
    `weight of ${what}`,
    `${total.toFixed(1)} kB of compressed JavaScript; the budget is ${budget} kB.\n${list.join('\n')}`,
  );
}

/** Nobody waits for the media code before they have said that they want to join. @param {string} web */
function checkMediaComesLater(web) {
  const { atFirst, inAll } = pageScripts(web, JOIN_PAGE);
  const withMedia = inAll.filter((script) => readFileSync(join(web, script), 'utf8').includes(MEDIA_CODE));
  const early = withMedia.filter((script) => atFirst.includes(script));
  const title = 'media code after "Join" only';
  if (early.length > 0) return failed(title, `${JOIN_PAGE} loads it at first: ${early.join(', ')}`);
  if (withMedia.length === 0)
    return failed(title, `It is nowhere in what ${JOIN_PAGE} loads, so this check sees nothing.`);
  return PASSED;
}

/** @param {string} file */
function weightOf(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length / KILOBYTE;
}
