import { join } from 'node:path';
import { runCommand } from '../provision/command.mjs';
import { failed, PASSED } from './tally.mjs';

const SHOWN_LINES = 60;

/** @typedef {{ root: string, log: import('../provision/log.mjs').Log }} Context */

/**
 * Runs one of the npm packages' programs; a check passes when it ends with exit code 0.
 *
 * @param {string} title
 * @param {string} program its file in node_modules
 * @param {readonly string[]} args
 * @param {Context} context
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function commandCheck(title, program, args, { root, log }) {
  const { code, output } = await runCommand(process.execPath, [join(root, 'node_modules', program), ...args], {
    log,
    cwd: root,
  });
  return code === 0 ? PASSED : failed(title, output.split('\n').slice(-SHOWN_LINES).join('\n'));
}
