import { fileURLToPath } from 'node:url';
import { runTests } from './checks/runTests.mjs';
import { enter } from './provision/enter.mjs';

await enter('e2e', fileURLToPath(import.meta.url), {
  prepare: () => ({}),
  run: (_, session) => runTests(['web', 'e2e'], session),
});
