import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, StartRefused } from '../startRefused.ts';
import type { Account } from './account.ts';
import { isAlive } from './isAlive.ts';
import type { Programs } from './programs.ts';
import { runAs } from './runAs.ts';

/** The one role of an embedded PostgreSQL, and the file in its folder with that role's password. */
export const ROLE = 'doorstep';
const PASSWORD_FILE = 'doorstep-password';

const UTF8_EVERYWHERE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** The password of the database in `folder`. */
export const readPassword = async (folder: string): Promise<string> =>
  (await readFile(join(folder, PASSWORD_FILE), 'utf8')).trim();

/**
 * Makes the database folder when there is none. It is made beside and renamed when complete, so a start that was cut
 * short leaves nothing half made; when two processes make it at once, one of the two results stays.
 */
export async function makeCluster(folder: string, programs: Programs, account: Account): Promise<void> {
  if (await hasPassword(folder)) return;

  await removeAbandonedDrafts(folder);
  const draft = `${folder}.draft-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await giveTo(account, draft);
    await initialise(draft, programs, account);
    await rename(draft, folder);
  } catch (error) {
    // Another process was first: its folder is as good as ours.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function hasPassword(folder: string): Promise<boolean> {
  return readPassword(folder).then(
    () => true,
    () => false,
  );
}

async function initialise(draft: string, programs: Programs, account: Account): Promise<void> {
  const password = randomBytes(32).toString('base64url');
  const passwordFile = `${draft}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    await giveTo(account, passwordFile);
    await initdb(programs, account, [
      `--pgdata=${draft}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--no-instructions',
      ...UTF8_EVERYWHERE,
    ]);
    await rename(passwordFile, join(draft, PASSWORD_FILE));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function initdb(programs: Programs, account: Account, args: readonly string[]): Promise<void> {
  const child = runAs(account, programs.initdb, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  const [code] = await once(child, 'close');
  if (code === 0) return;

  if (/No space left on device/.test(said)) {
    throw new StartRefused('The disk is full: make room (about 200 MB) where the data folder is, and start again.');
  }
  throw new StartRefused(`The database could not be made: ${said.trim().replaceAll('\n', ' ')}`);
}

async function giveTo({ uid, gid }: Account, path: string): Promise<void> {
  if (uid !== null && gid !== null) await chown(path, uid, gid);
}

/** Drafts of processes that are gone. */
async function removeAbandonedDrafts(folder: string): Promise<void> {
  for (const entry of await readdir(dirname(folder))) {
    const maker = new RegExp(`^${basename(folder)}\\.draft-(\\d+)-`).exec(entry)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) {
      await rm(join(dirname(folder), entry), { recursive: true, force: true });
    }
  }
}
