import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCommand } from './command.mjs';

/** A log in memory. */
class MemoryLog {
  path = 'memory';
  text = '';

  /** @param {string} text */
  write(text) {
    this.text += text;
  }
}

describe('running a command', () => {
  test('what it prints on either stream is in the log and in the result, with its exit code', async () => {
    const log = new MemoryLog();
    const { code, output } = await runCommand('/bin/sh', ['-c', 'echo out; echo err >&2; exit 3'], { log });
    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['err', 'out']);
    expect(log.text).toContain('$ /bin/sh -c');
    expect(log.text).toContain('(exit 3)');
  });

  test('one that does not exist counts as exit code 127', async () => {
    expect((await runCommand('/nowhere/program', [], { log: new MemoryLog() })).code).toBe(127);
  });

  test('one that takes too long is ended', async () => {
    expect((await runCommand('sleep', ['600'], { log: new MemoryLog(), limitMs: 50 })).code).not.toBe(0);
  });

  test('whoever reads its lines can stop it', async () => {
    const { code } = await runCommand('/bin/sh', ['-c', 'echo hopeless; exec sleep 600'], {
      log: new MemoryLog(),
      onLine: (line, stop) => line === 'hopeless' && stop(),
    });
    expect(code).not.toBe(0);
  });
});

test('a process that is told to stop ends its command first, and leaves nothing running', async () => {
  const script = `
    import { runCommand } from ${JSON.stringify(fileURLToPath(new URL('command.mjs', import.meta.url)))};
    const log = { path: '', write() {} };
    await runCommand('/bin/sh', ['-c', 'echo $$; exec sleep 600'], { log, onLine: (line) => console.log(line) });`;
  const outer = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(outer.stdout, 'data');
  outer.kill('SIGTERM');

  expect(await once(outer, 'exit')).toEqual([143, null]);
  expect(() => process.kill(Number(printed), 0)).toThrow('ESRCH');
});
