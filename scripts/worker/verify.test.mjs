import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workerRuns } from './verify.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-verify-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {string} script */
function program(script) {
  const path = join(folder, 'worker');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a worker ends with its own exit code when it is not told a version', async () => {
  expect(await workerRuns(program('exit 41'))).toBe(true);
});

test('a program that does not start, for want of a library or of itself, is no worker', async () => {
  expect(await workerRuns(program('exit 127'))).toBe(false);
  expect(await workerRuns(join(folder, 'nothing'))).toBe(false);
});

test('nothing of our environment reaches it, so that it cannot run for real', async () => {
  process.env.MEDIASOUP_VERSION = '3.27.1';
  try {
    expect(await workerRuns(program('test -z "$MEDIASOUP_VERSION" && exit 41'))).toBe(true);
  } finally {
    delete process.env.MEDIASOUP_VERSION;
  }
});
