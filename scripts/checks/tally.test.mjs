import { describe, expect, test } from 'vitest';
import { failed, failedNames, NOTHING, PASSED, sum, summaryLine } from './tally.mjs';
import { failingIn, failuresIn, tallyOf } from './vitestSuite.mjs';

describe('the last line', () => {
  test('tells what passed and failed, and what was skipped only if something was', () => {
    expect(summaryLine({ ...NOTHING, passed: 12 })).toBe('12 passed, 0 failed');
    expect(summaryLine({ ...NOTHING, passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });

  test('counts every suite and every check', () => {
    const all = sum([PASSED, { ...NOTHING, passed: 40, skipped: 2 }, failed('types of web', 'error TS2322')]);
    expect(summaryLine(all)).toBe('41 passed, 1 failed, 2 skipped');
    expect(all.problems).toEqual([{ title: 'types of web', message: 'error TS2322' }]);
  });
});

describe("what vitest's report comes to", () => {
  const tally = (/** @type {string} */ status, /** @type {readonly string[]} */ tests) =>
    tallyOf({
      testResults: [
        { name: 'a.test.ts', status, assertionResults: tests.map((test) => ({ fullName: 'adds', status: test })) },
      ],
    });

  test('passed, failed and skipped tests are counted', () => {
    expect(tally('failed', ['passed', 'failed', 'pending', 'todo'])).toEqual({
      ...NOTHING,
      passed: 1,
      failed: 1,
      skipped: 2,
    });
  });

  test('a file that cannot be loaded is one failure', () => {
    expect(tally('failed', [])).toEqual({ ...NOTHING, failed: 1 });
  });
});

test('what failed is named in a line each: tests by file and name, a file that cannot be loaded, a check', () => {
  const results = [
    { name: '/app/a.test.ts', status: 'failed', assertionResults: [{ fullName: 'sums adds', status: 'failed' }] },
    { name: '/app/b.test.ts', status: 'passed', assertionResults: [{ fullName: 'sums', status: 'passed' }] },
    { name: '/app/c.test.ts', status: 'failed', assertionResults: [] },
  ];
  const tests = failingIn({ testResults: results }, '/app');
  expect(failedNames([{ title: 'unit', message: 'long', tests }, ...failed('lint', 'long').problems])).toEqual([
    'unit: a.test.ts > sums adds',
    'unit: c.test.ts',
    'lint',
  ]);
});

test('the failures are shown as vitest shows them, without the rest of what it prints', () => {
  const block = ['⎯⎯⎯ Failed Tests 1 ⎯⎯⎯', '', ' FAIL  a.test.ts > adds', '- Expected', '+ Received'];
  const output = [' ✓ b.test.ts', ...block, '', ' Test Files  1 failed | 1 passed (2)', '      Tests  1 failed'].join(
    '\n',
  );
  expect(failuresIn(output)).toBe(block.join('\n'));
  expect(failuresIn(' ✓ b.test.ts')).toBeUndefined();
});
