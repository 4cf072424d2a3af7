import { expect, test } from 'vitest';
import { deviceProblems } from '../../content/family/deviceProblems.ts';
import { adviceFor, insteadOf, type Problem } from './problemSteps.ts';

const PROBLEMS = Object.keys(deviceProblems) as Problem[];

test.each(PROBLEMS)('[JOIN-4] %s: each phone and computer is told what to do', (problem) => {
  for (const platform of ['iphone', 'android', 'computer'] as const) {
    expect(adviceFor(problem, platform).steps.length).toBeGreaterThan(0);
  }
});

test.each(PROBLEMS)('[JOIN-4] %s is never a dead end', (problem) => {
  expect(insteadOf(problem, true)).toBe('neither');
});

test('[JOIN-4] a refused camera can be asked for again, or left off', () => {
  expect(adviceFor('refused', 'iphone').retry).toBe('Try again');
  expect(insteadOf('refused', false)).toBe('soundOnly');
});

test('where no page may use a camera, trying again is not offered', () => {
  expect(adviceFor('unsupported', 'android').retry).toBeNull();
  expect(adviceFor('insecure', 'android').retry).toBeNull();
  expect(insteadOf('unsupported', false)).toBe('neither');
});
