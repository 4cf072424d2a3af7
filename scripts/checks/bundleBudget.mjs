import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageScripts } from './pageScripts.mjs';
import { failed, PASSED, sum } from './tally.mjs';

const KILOBYTE = 1000;
/** A family's first page, on the phone and the network that they have. */
const JOIN_PAGE = 'join.html';
const JOIN_BUDGET = 150;
/** Any page with all that it loads later, which is the call; the page of a visit for staff in any one of its uses. */
const CALL_BUDGET = 290;
/** The page of a visit for staff, before anything else is wanted of it. */
const VISIT_PAGE = 'visit.html';
const VISIT_BUDGET = 190;
/** Words of what is not needed in the call, by which its code is known: they survive minifying. */
const NOT_IN_CALL = {
  plan: 'Is there anybody who must not know that somebody else is in this visit?',
  record: 'Nobody was kept apart from anybody in this visit.',
};
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
    ...pages
      .filter((page) => page !== VISIT_PAGE)
      .map((page) => checkWeight(web, `${page} in all`, pageScripts(web, page).inAll, CALL_BUDGET)),
    ...(pages.includes(VISIT_PAGE) ? checkVisitPage(web) : []),
  ]);
}

/** Nobody loads the plan or the record for the call, nor the call for the plan. @param {string} web */
function checkVisitPage(web) {
  const { atFirst, inAll } = pageScripts(web, VISIT_PAGE);
  const later = Object.entries(NOT_IN_CALL).map(([part, words]) => ({ part, scripts: withWords(web, inAll, words) }));
  const inCall = inAll.filter((script) => !later.some(({ scripts }) => scripts.includes(script)));
  return [
    checkWeight(web, `${VISIT_PAGE} at first`, atFirst, VISIT_BUDGET),
    checkWeight(web, `${VISIT_PAGE} in the call`, inCall, CALL_BUDGET),
    ...later.map(({ part, scripts }) =>
      checkComesLater(`${part} of a visit only when it is wanted`, VISIT_PAGE, scripts, atFirst),
    ),
  ];
}

/** @param {string} web @param {readonly string[]} scripts @param {string} words */
const withWords = (web, scripts, words) =>
  scripts.filter((script) => readFileSync(join(web, script), 'utf8').includes(words));

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
  return checkComesLater('media code after "Join" only', JOIN_PAGE, withWords(web, inAll, MEDIA_CODE), atFirst);
}

/** @param {string} title @param {string} page @param {readonly string[]} scripts @param {readonly string[]} atFirst */
function checkComesLater(title, page, scripts, atFirst) {
  const early = scripts.filter((script) => atFirst.includes(script));
  if (early.length > 0) return failed(title, `${page} loads it at first: ${early.join(', ')}`);
  if (scripts.length === 0) return failed(title, `It is nowhere in what ${page} loads, so this check sees nothing.`);
  return PASSED;
}

/** @param {string} file */
function weightOf(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length / KILOBYTE;
}
