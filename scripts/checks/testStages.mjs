import { provideWeb, webFolder } from '../provision/web.mjs';
import { checkBudgets } from './bundleBudget.mjs';
import { CHECK_NAMES, checkStages } from './checkStages.mjs';
import { PASSED } from './tally.mjs';
import { vitestSuite } from './vitestSuite.mjs';

export const TEST_NAMES = [...CHECK_NAMES, 'web', 'budgets', 'integration', 'start', 'e2e'];

/**
 * Everything that proves the product: the fast checks, then the web build and what needs a database, a media worker and browsers.
 *
 * @param {import('../provision/enter.mjs').Session} session
 * @param {string} worker the media worker's path
 * @returns {readonly import('./stages.mjs').Stage[]}
 */
export function testStages(session, worker) {
  const { root, log } = session;
  const env = {
    ...process.env,
    PATH: `${process.env.PATH}:/usr/sbin:/sbin`,
    MEDIASOUP_WORKER_BIN: worker,
    WEB_ROOT: webFolder(root),
  };
  return [
    ...checkStages(session),
    { name: 'web', title: 'Web build', run: (report) => provideWeb({ root, log, report }).then(() => PASSED) },
    { name: 'budgets', title: 'Page weights', run: async () => checkBudgets(webFolder(root)) },
    {
      name: 'integration',
      title: 'Integration tests',
      run: (report) => vitestSuite('integration', { root, log, report, env, limitMinutes: 15 }),
    },
    {
      name: 'start',
      title: 'npm start',
      run: (report) => vitestSuite('start', { root, log, report, env, limitMinutes: 5 }),
    },
    {
      name: 'e2e',
      title: 'Visits in a browser',
      run: (report) => vitestSuite('e2e', { root, log, report, env, limitMinutes: 50 }),
    },
  ];
}
