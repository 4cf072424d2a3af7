import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deriveKey, readSecret } from './secret.ts';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'doorstep-secret-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));

test('a secret is made once, for this folder, and nobody else on the machine reads it', async () => {
  const secret = await readSecret({ file: null, dataFolder });
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(await readSecret({ file: null, dataFolder })).toEqual(secret);
  expect((await stat(join(dataFolder, 'secret'))).mode & 0o077).toBe(0);
});

test('the operator’s secret is used when there is one', async () => {
  const file = join(dataFolder, 'given');
  await writeFile(file, `${'x'.repeat(32)}\n`);
  expect((await readSecret({ file, dataFolder })).toString()).toBe('x'.repeat(32));
});

test.each([
  ['too short', 'x'.repeat(31), /too short: put at least 32/],
  ['only blanks', ' '.repeat(64), /too short/],
])('a secret that is %s is refused', async (_, content, sentence) => {
  const file = join(dataFolder, 'given');
  await writeFile(file, content);
  await expect(readSecret({ file, dataFolder })).rejects.toThrow(sentence);
});

test('a secret that is not there is refused', async () => {
  await expect(readSecret({ file: '/nowhere', dataFolder })).rejects.toThrow('SECRET_FILE names /nowhere');
});

test('keys for two purposes have nothing in common', () => {
  const secret = Buffer.alloc(32, 1);
  expect(deriveKey(secret, 'join')).toHaveLength(32);
  expect(deriveKey(secret, 'join')).toEqual(deriveKey(secret, 'join'));
  expect(deriveKey(secret, 'join')).not.toEqual(deriveKey(secret, 'turn'));
});
