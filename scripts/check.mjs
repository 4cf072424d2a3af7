import { fileURLToPath } from 'node:url';
import { CHECK_NAMES, checkStages } from './checks/checkStages.mjs';
import { runStages } from './checks/stages.mjs';
import { testOptions } from './checks/testOptions.mjs';
import { provideDependencies } from './provision/dependencies.mjs';
import { enter } from './provision/enter.mjs';

await enter('check', fileURLToPath(import.meta.url), {
  prepare: () => testOptions(process.argv.slice(2), CHECK_NAMES),
  async run({ wanted }, session) {
    await session.step('Packages', (report) => provideDependencies({ ...session, report }));
    return runStages(
      checkStages(session).filter(({ name }) => wanted.includes(name)),
      session,
    );
  },
});
