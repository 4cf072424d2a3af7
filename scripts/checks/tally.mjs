/** @typedef {{ title: string, message: string, tests?: readonly string[] }} Problem tests: the names of those that failed */
/** @typedef {{ passed: number, failed: number, skipped: number, problems: readonly Problem[] }} Tally what a check or a suite came to */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0, problems: [] };

/** @type {Tally} */
export const PASSED = { ...NOTHING, passed: 1 };

/** @param {string} title @param {string} message @returns {Tally} */
export function failed(title, message) {
  return { ...NOTHING, failed: 1, problems: [{ title, message }] };
}

/**
 * A line for each thing that failed: what to look at first, however long the details are.
 *
 * @param {readonly Problem[]} problems
 * @returns {readonly string[]}
 */
export function failedNames(problems) {
  return problems.flatMap(({ title, tests = [] }) =>
    tests.length === 0 ? [title] : tests.map((test) => `${title}: ${test}`),
  );
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      problems: [...all.problems, ...one.problems],
    }),
    NOTHING,
  );
}

/**
 * The last line of a run: `12 passed, 0 failed`, with `, 3 skipped` only if some were.
 *
 * @param {Tally} tally
 */
export function summaryLine({ passed, failed: failures, skipped }) {
  const line = `${passed} passed, ${failures} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
