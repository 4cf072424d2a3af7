import { fileURLToPath } from 'node:url';
import { runTests } from './checks/runTests.mjs';
import { testOptions } from './checks/testOptions.mjs';
import { TEST_NAMES } from './checks/testStages.mjs';
import { enter } from './provision/enter.mjs';

await enter('test', fileURLToPath(import.meta.url), {
  prepare: () => testOptions(process.argv.slice(2), TEST_NAMES),
  run: ({ wanted }, session) => runTests(wanted, session),
});
