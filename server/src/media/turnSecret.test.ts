import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTurnSecret } from './turnSecret.ts';

const turn = (secret: string | null, secretFile: string | null) => ({ urls: [], secret, secretFile });

test('the relay’s secret is what its file says, or what was given; without a relay there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-turn-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'secret'), 'from the file\n');

  expect(await readTurnSecret(turn('given', join(folder, 'secret')))).toBe('from the file');
  expect(await readTurnSecret(turn('given', null))).toBe('given');
  expect(await readTurnSecret(turn(null, null))).toBe('');
});

test('a file that cannot be read refuses the start, and is named', async () => {
  await expect(readTurnSecret(turn(null, '/nowhere/secret'))).rejects.toThrow(
    'TURN_SECRET_FILE names /nowhere/secret, which cannot be read (ENOENT).',
  );
});
