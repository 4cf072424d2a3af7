import { describe, expect, test } from 'vitest';
import { createTerminal, elapsed, progressBar } from './terminal.mjs';

test.each([
  [40, '0.0 s'],
  [1240, '1.2 s'],
  [12_400, '12 s'],
  [59_700, '1 min 00 s'],
  [184_000, '3 min 04 s'],
])('%i ms reads as %s', (ms, text) => {
  expect(elapsed(ms)).toBe(text);
});

test('a progress bar tells the share and the numbers', () => {
  expect(progressBar(131, 262)).toBe('██████████░░░░░░░░░░ 50 % (131 of 262)');
  expect(progressBar(300, 262)).toBe('████████████████████ 100 % (300 of 262)');
});

describe('in a log, where nothing moves', () => {
  const plain = () => {
    const lines = [''];
    let now = 0;
    const terminal = createTerminal({ write: (text) => lines.push(text) }, { now: () => now, env: {} });
    return { terminal, text: () => lines.join(''), pass: (/** @type {number} */ ms) => (now += ms) };
  };

  test('a step is one line when it is done', () => {
    const { terminal, text, pass } = plain();
    const line = terminal.startLine('Packages');
    pass(2000);
    line.report.progress(1, 10);
    line.done('installed');
    expect(text()).toBe('  ✓ Packages           installed  2.0 s\n');
  });

  test('a long step says how far it is every 15 seconds', () => {
    const { terminal, text, pass } = plain();
    const line = terminal.startLine('Media worker');
    for (const done of [10, 20, 30]) {
      pass(10_000);
      line.report.progress(done, 40);
    }
    expect(text()).toBe('  … Media worker       ██████████░░░░░░░░░░ 50 % (20 of 40)  20 s\n');
  });

  test('a step that failed or did not matter is marked', () => {
    const { terminal, text } = plain();
    terminal.startLine('Unit tests').done('1 failed', 'failure');
    terminal.startLine('ffmpeg').done('missing', 'warning');
    expect(text()).toContain('✗ Unit tests');
    expect(text()).toContain('! ffmpeg');
  });
});
