import { checkStyle, checkTypes, checkUnused } from './staticChecks.mjs';
import { vitestSuite } from './vitestSuite.mjs';

export const CHECK_NAMES = ['types', 'style', 'unused', 'unit'];

/**
 * The fast checks: no database, no media worker, no browser.
 *
 * @param {import('../provision/enter.mjs').Session} session
 * @returns {readonly import('./stages.mjs').Stage[]}
 */
export function checkStages({ root, log }) {
  return [
    { name: 'types', title: 'Types', run: () => checkTypes({ root, log }) },
    { name: 'style', title: 'Format and lint', run: () => checkStyle({ root, log }) },
    { name: 'unused', title: 'Unused code', run: () => checkUnused({ root, log }) },
    { name: 'unit', title: 'Unit tests', run: (report) => vitestSuite('unit', { root, log, report, limitMinutes: 8 }) },
  ];
}
