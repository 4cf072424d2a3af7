import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAuthorityPolicy } from './authorityPolicy.ts';

async function fileWith(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-policy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'policy.json'), content);
  return join(folder, 'policy.json');
}

test('[TEAM-4] what an authority has settled is read from its file', async () => {
  expect(await readAuthorityPolicy(await fileWith('{ "rooms": { "told": "nothing" } }'))).toEqual({
    rooms: { told: 'nothing' },
  });
});

test('[TEAM-4] where it has settled nothing the usual holds: whoever stays is told that somebody is away', async () => {
  const usual = { rooms: { told: 'away' } };
  expect(await readAuthorityPolicy(null)).toEqual(usual);
  expect(await readAuthorityPolicy(await fileWith('{}'))).toEqual(usual);
});

test.each([
  ['rooms: away', 'which is not JSON'],
  ['', 'which is not JSON'],
  ['null', 'in which the whole must be an object in braces'],
  ['{ "room": {} }', 'in which the whole has room, which is not known'],
  ['{ "rooms": {} }', 'in which rooms.told must be one of withWhom, away, nothing'],
  ['{ "rooms": { "told": "all" } }', 'in which rooms.told must be one of withWhom, away, nothing'],
  ['{ "rooms": { "told": "away", "hidden": true } }', 'in which rooms has hidden, which is not known'],
  ['{ "rooms": "away" }', 'in which rooms must be an object in braces'],
])('a file with %s refuses the start, and says what is wrong with it', async (content, why) => {
  const file = await fileWith(content);
  await expect(readAuthorityPolicy(file)).rejects.toThrow(`AUTHORITY_POLICY_FILE names ${file}, ${why}.`);
});

test('a file that is not there refuses the start, and is named', async () => {
  await expect(readAuthorityPolicy('/nowhere/policy.json')).rejects.toThrow(
    'AUTHORITY_POLICY_FILE names /nowhere/policy.json, which cannot be read (ENOENT).',
  );
});
