import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandCheck } from './commandCheck.mjs';
import { sum } from './tally.mjs';

/** Each is compiled by itself, because each may use different things: the domain has not even a clock. */
const TYPED = ['shared/src/visit', 'shared', 'server', 'web', 'tests', 'scripts'];

/** @typedef {import('./commandCheck.mjs').Context} Context */
/** @typedef {import('./tally.mjs').Tally} Tally */

/** @param {Context} context @returns {Promise<Tally>} */
export async function checkTypes(context) {
  const tallies = [];
  for (const folder of TYPED.filter((name) => existsSync(join(context.root, name, 'tsconfig.json')))) {
    tallies.push(
      await commandCheck(`types of ${folder}`, 'typescript/bin/tsc', ['-p', folder, '--pretty', 'false'], context),
    );
  }
  return sum(tallies);
}

/** Format and lint. @param {Context} context */
export function checkStyle(context) {
  return commandCheck(
    'format and lint',
    '@biomejs/biome/bin/biome',
    ['ci', '--colors=off', '--max-diagnostics=30'],
    context,
  );
}

/** What is exported, installed or kept in a file and used by nobody. @param {Context} context */
export function checkUnused(context) {
  return commandCheck('unused code', 'knip/bin/knip.js', ['--no-progress'], context);
}
