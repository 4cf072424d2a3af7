import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepRunning } from './supervisor.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-supervisor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {string} script a server's life, in the shell's words */
async function run(script) {
  /** @type {string[]} */
  const said = [];
  const code = await keepRunning({
    command: '/bin/sh',
    args: ['-c', script],
    env: {},
    cwd: folder,
    say: (text) => said.push(text),
  });
  return { code, said };
}

test('a server that refuses its configuration has said why: it is not started again and nothing is added', async () => {
  expect(await run('exit 78')).toEqual({ code: 78, said: [] });
});

test('a server that ends of its own accord ends the whole', async () => {
  expect(await run('exit 0')).toEqual({ code: 0, said: [] });
});

test('a server that is killed is started again', async () => {
  const { code, said } = await run('if [ -e died ]; then exit 0; fi; touch died; kill -KILL $$');
  expect({ code, said }).toEqual({ code: 0, said: ['The server was ended by SIGKILL. Starting it again.'] });
  expect(existsSync(join(folder, 'died'))).toBe(true);
});

test('a server that cannot come up is given up', async () => {
  const { code, said } = await run('exit 70');
  expect(code).toBe(1);
  expect(said).toEqual(['The server ended with exit code 70 before it was up. What it printed above says why.']);
});
