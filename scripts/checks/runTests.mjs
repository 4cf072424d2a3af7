import { provideDependencies } from '../provision/dependencies.mjs';
import { provideTestPrograms } from '../provision/programs.mjs';
import { provideWorker } from '../provision/worker.mjs';
import { runStages } from './stages.mjs';
import { testStages } from './testStages.mjs';

/**
 * Gets what the tests need, which is all that the product needs and browsers besides, and runs the named stages.
 *
 * @param {readonly string[]} wanted
 * @param {import('../provision/enter.mjs').Session} session
 * @returns {Promise<number>} the exit code
 */
export async function runTests(wanted, session) {
  const { step } = session;
  await step('Packages', (report) => provideDependencies({ ...session, report }));
  const { path } = await step('Media worker', (report) => provideWorker({ ...session, report }));
  await step('Test programs', (report) => provideTestPrograms({ ...session, report }));
  return runStages(
    testStages(session, path).filter(({ name }) => wanted.includes(name)),
    session,
  );
}
