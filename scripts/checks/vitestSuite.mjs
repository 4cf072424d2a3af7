import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runCommand } from '../provision/command.mjs';
import { failed, sum } from './tally.mjs';

const SHOWN_LINES = 25;
const MINUTE = 60_000;

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ name: string, status: string, assertionResults: readonly { fullName: string, status: string }[] }} FileResult */
/** @typedef {{ testResults: readonly FileResult[] }} VitestReport the part of vitest's JSON report that is read here */

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
    if (!existsSync(results)) return failed(project, tail(output));
    const vitestReport = JSON.parse(readFileSync(results, 'utf8'));
    const tally = tallyOf(vitestReport);
    if (code === 0) return tally;
    // An error outside of any test fails the run and no test.
    return {
      ...tally,
      failed: Math.max(1, tally.failed),
      problems: [{ title: project, tests: failingIn(vitestReport, root), message: failuresIn(output) ?? tail(output) }],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What vitest itself shows of the failures, with differences and the lines of code; its report has neither.
 *
 * @param {string} output
 * @returns {string | undefined}
 */
export function failuresIn(output) {
  const lines = output.split('\n');
  const start = lines.findIndex((line) => /^⎯+ (Failed (Tests|Suites)|Unhandled Errors?)/.test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && /^ Test Files /.test(line));
  return lines
    .slice(start, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}

/**
 * The tests that failed, by file and name; a file of which no test could be run by its name alone.
 *
 * @param {VitestReport} report
 * @param {string} root
 * @returns {readonly string[]}
 */
export function failingIn({ testResults }, root) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length > 0) return tests.map(({ fullName }) => `${file} > ${fullName}`);
    return status === 'failed' ? [file] : [];
  });
}

/**
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function tallyOf({ testResults }) {
  return sum(testResults.map(tallyOfFile));
}

/** @param {FileResult} file @returns {Tally} */
function tallyOfFile({ status, assertionResults }) {
  const count = (/** @type {string} */ wanted) => assertionResults.filter((test) => test.status === wanted).length;
  const passed = count('passed');
  const failures = count('failed');
  const skipped = assertionResults.length - passed - failures;
  // A file that cannot even be loaded has failed without a single test.
  return { passed, failed: status === 'failed' ? Math.max(1, failures) : failures, skipped, problems: [] };
}

/** @param {string} text */
const tail = (text) => text.split('\n').slice(-SHOWN_LINES).join('\n');
