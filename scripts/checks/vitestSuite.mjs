import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runCommand } from '../provision/command.mjs';
import { failed, sum } from './tally.mjs';

const SHOWN_LINES = 25;
const MINUTE = 60_000;

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ fullName: string, status: string, failureMessages?: readonly string[] }} TestResult */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: readonly TestResult[] }} FileResult */
/** @typedef {{ success: boolean, testResults: readonly FileResult[] }} VitestReport the part of vitest's JSON report that is read here */

/**
 * Runs one project of vitest.config.ts.
 *
 * @param {string} project
 * @param {{
 *   root: string, log: import('../provision/log.mjs').Log, report: import('../provision/terminal.mjs').Report,
 *   env?: NodeJS.ProcessEnv, limitMinutes: number
 * }} context limitMinutes: a suite that hangs is ended and has failed
 * @returns {Promise<Tally>}
 */
export async function vitestSuite(project, { root, log, report, env = process.env, limitMinutes }) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-tests-'));
  const results = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  let files = 0;
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const { code, output } = await runCommand(process.execPath, [vitest, 'run', '--project', project, ...reporters], {
      log,
      cwd: root,
      env: { ...env, NO_COLOR: '1', CI: '1' },
      limitMs: limitMinutes * MINUTE,
      onLine(line) {
        if (!/^ [✓❯×] /u.test(line)) return;
        files += 1;
        report.say(`${files} files done`);
      },
    });
    const tally = existsSync(results)
      ? tallyOf(JSON.parse(readFileSync(results, 'utf8')), root)
      : failed(project, tail(output));
    // An error outside of any test fails the run and no test.
    return code === 0 || tally.failed > 0
      ? tally
      : sum([tally, failed(`${project}: the run as a whole`, tail(output))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {VitestReport} report
 * @param {string} root file names are told relative to it
 * @returns {Tally}
 */
export function tallyOf({ testResults }, root) {
  return sum(testResults.map((file) => tallyOfFile(file, relative(root, file.name))));
}

/** @param {FileResult} file @param {string} name @returns {Tally} */
function tallyOfFile({ status, message, assertionResults }, name) {
  const problems = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => ({ title: `${name}: ${test.fullName}`, message: head((test.failureMessages ?? []).join('\n')) }));
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const skipped = assertionResults.length - passed - problems.length;
  const tally = { passed, failed: problems.length, skipped, problems };
  // A file that cannot even be loaded has failed without a single test.
  return status === 'failed' && problems.length === 0 ? sum([tally, failed(name, head(message ?? ''))]) : tally;
}

/** @param {string} text */
const head = (text) => text.split('\n').slice(0, SHOWN_LINES).join('\n');

/** @param {string} text */
const tail = (text) => text.split('\n').slice(-SHOWN_LINES).join('\n');
