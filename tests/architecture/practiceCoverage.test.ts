import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disagreements, idsInTitles, practiceRules } from './practice.ts';
import { isTest, PROJECT, readSources } from './sources.ts';

const page = readFileSync(join(PROJECT, 'shared', 'PRACTICE.md'), 'utf8');
/** This file quotes titles of tests that do not exist. */
const tests = readSources(['.ts', '.tsx', '.mjs']).filter(
  ({ path }) => isTest(path) && path !== 'tests/architecture/practiceCoverage.test.ts',
);

test('each rule of practice that is said to hold has a test that carries its id, and no test carries another', () => {
  const tested = new Set(tests.flatMap(({ text }) => idsInTitles(text)));
  expect(disagreements(practiceRules(page), tested)).toEqual([]);
});

test('all rules of practice are read from the page', () => {
  const rules = practiceRules(page);
  expect(rules).toHaveLength(105);
  expect(rules.filter(({ standing }) => standing === 'holds').length).toBeGreaterThanOrEqual(14);
});

const rules = practiceRules(
  [
    '- JOIN-3 enforced: Wait.',
    '- FLOOR-2 enforced (begun): Mute. Hold is to come.',
    '- REC-1 enforced (to come): Say so.',
  ].join('\n'),
);

test('a rule without a test is noticed', () => {
  expect(disagreements(rules, new Set(['FLOOR-2']))).toEqual(['JOIN-3 has no test: Wait.']);
  expect(disagreements(rules, new Set(['JOIN-3']))).toEqual(['FLOOR-2 has no test: Mute. Hold is to come.']);
});

test('a rule that is to come and has a test is noticed', () => {
  expect(disagreements(rules, new Set(['JOIN-3', 'FLOOR-2', 'REC-1']))).toEqual([
    'REC-1 is marked "to come" and has a test: change the mark.',
  ]);
});

test('an id that is no rule, an id used twice and a begun rule that hides what is missing are noticed', () => {
  const again = [...rules, ...practiceRules('- JOIN-3 enforced: Again.\n- JOIN-4 assisted (begun): Half.')];
  expect(disagreements(again, new Set(['JOIN-3', 'FLOOR-2', 'JOIN-4', 'JOIN-99']))).toEqual([
    'JOIN-3 is written down twice.',
    'A test names JOIN-99, which is no rule.',
    'JOIN-4 is begun; say what is to come.',
  ]);
});

test('a line that is not written as a rule is refused', () => {
  expect(() => practiceRules('- JOIN-3 wished: Wait.')).toThrow('Not written as a rule');
  expect(() => practiceRules('- JOIN-3 enforced (later): Wait.')).toThrow('Not written as a rule');
});

test('ids are read from titles of tests that run, and from nowhere else', () => {
  const source = [
    "test('[JOIN-1] one', run);",
    "describe('[JOIN-2, JOIN-3] two', () => {",
    '  test.each(rows)("a %s [JOIN-4] [JOIN-5]", run);',
    "  it.each([{ a: 1 }])('[JOIN-6] many', run);",
    "  test.skip('[JOIN-7] later', run);",
    "  // test('[JOIN-8] gone', run);",
    "  const words = 'see [JOIN-9]';",
    '});',
  ].join('\n');
  expect(idsInTitles(source)).toEqual(['JOIN-1', 'JOIN-2', 'JOIN-3', 'JOIN-4', 'JOIN-5', 'JOIN-6']);
});
