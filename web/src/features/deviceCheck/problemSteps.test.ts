import { expect, test } from 'vitest';
import {
  allowAgain,
  type Browser,
  deviceProblems,
  type System,
  whatHelps,
} from '../../content/family/deviceProblems.ts';
import { adviceFor, insteadOf, type Problem } from './problemSteps.ts';

const PROBLEMS = Object.keys(deviceProblems) as Problem[];
const BROWSERS = Object.keys(allowAgain) as Browser[];
const SYSTEMS = Object.keys(whatHelps.inUse) as System[];

test.each(PROBLEMS)(
  '[JOIN-4] %s: every phone and computer is told one thing to do, in three steps at most',
  (problem) => {
    for (const browser of BROWSERS) {
      for (const system of SYSTEMS) {
        const { steps, heading } = adviceFor({ problem, part: 'both' }, { browser, system });

        expect(steps.length).toBeGreaterThan(0);
        expect(steps.length).toBeLessThanOrEqual(3);
        expect(heading).toContain('camera and microphone');
      }
    }
  },
);

test('[JOIN-4] whoever refused is told where their very browser keeps that', () => {
  const steps = (browser: Browser, system: System) =>
    adviceFor({ problem: 'refused', part: 'both' }, { browser, system }).steps.join(' ');

  expect(steps('chromeOnAndroid', 'android')).toContain('“Permissions”');
  expect(steps('safariOnIphone', 'iphone')).toContain('“Website Settings”');
  expect(steps('chromeOnIphone', 'iphone')).toContain('“Chrome”');
  expect(steps('firefoxOnComputer', 'windows')).toContain('crossed-out camera');
  expect(new Set(BROWSERS.map((browser) => steps(browser, 'computer'))).size).toBeGreaterThan(10);
});

test.each(PROBLEMS)('[JOIN-4] %s is never a dead end', (problem) => {
  expect(insteadOf({ problem, part: 'camera' })).toBe('soundOnly');
  expect(insteadOf({ problem, part: 'microphone' })).toBe('neither');
});

test('[JOIN-4] where no page may use a camera, neither trying again nor sound is offered', () => {
  for (const problem of ['unsupported', 'insecure'] as const) {
    expect(adviceFor({ problem, part: 'both' }, { browser: 'chromeOnAndroid', system: 'android' }).retry).toBeNull();
    expect(insteadOf({ problem, part: 'both' })).toBe('neither');
  }
});
