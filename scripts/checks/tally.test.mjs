import { describe, expect, test } from 'vitest';
import { failed, NOTHING, PASSED, sum, summaryLine } from './tally.mjs';
import { tallyOf } from './vitestSuite.mjs';

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
  const file = (/** @type {object} */ rest) => ({
    name: '/p/server/a.test.ts',
    status: 'passed',
    assertionResults: [],
    ...rest,
  });
  const tally = (/** @type {object} */ rest) => tallyOf({ success: true, testResults: [file(rest)] }, '/p');

  test('passed, failed and skipped tests are counted, and failed ones named with their file', () => {
    const assertionResults = [
      { fullName: 'a', status: 'passed' },
      { fullName: 'b', status: 'failed', failureMessages: ['expected 1 to be 2\n    at x'] },
      { fullName: 'c', status: 'pending' },
      { fullName: 'd', status: 'todo' },
    ];
    expect(tally({ status: 'failed', assertionResults })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      problems: [{ title: 'server/a.test.ts: b', message: 'expected 1 to be 2\n    at x' }],
    });
  });

  test('a file that cannot be loaded is one failure', () => {
    expect(tally({ status: 'failed', message: 'SyntaxError: …' })).toMatchObject({ passed: 0, failed: 1 });
  });
});
