import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartRefused } from '../startRefused.ts';

/** As whom PostgreSQL runs. `null` ids: as whoever runs this server. */
export interface Account {
  readonly uid: number | null;
  readonly gid: number | null;
  /** Put before the program: what lets that account through to the folders. Empty when it gets there by itself. */
  readonly prefix: readonly string[];
}

const ACCOUNT = 'postgres';

/**
 * PostgreSQL refuses to run as root, for good reason; then it runs as the account `postgres`, which is made when missing.
 * `folders` are those that it must reach: its programs and its data.
 */
export function chooseAccount(folders: readonly string[], uid = process.getuid?.()): Account {
  if (uid !== 0) return { uid: null, gid: null, prefix: [] };

  const account = { uid: idOf('-u') ?? makeAccount(), gid: idOf('-g') ?? 0 };
  const reachable = folders.every((folder) => canEnter(folder, account));
  return { ...account, prefix: reachable ? [] : passage(account) };
}

function idOf(which: '-u' | '-g'): number | null {
  try {
    return Number(execFileSync('id', [which, ACCOUNT], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}

function makeAccount(): number {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT]);
  } catch (cause) {
    throw new StartRefused(
      `PostgreSQL does not run as root and the account "${ACCOUNT}" could not be made: start this as another user, or name a PostgreSQL in DATABASE_URL.`,
      { cause },
    );
  }
  return idOf('-u') ?? 0;
}

/** Whether the account may pass through every folder on the way. Looks at owner, group and others; not at access lists. */
function canEnter(folder: string, account: { uid: number; gid: number }): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && !mayPass(statSync(at), account)) return false;
    if (at === dirname(at)) return true;
  }
}

function mayPass(folder: { uid: number; gid: number; mode: number }, account: { uid: number; gid: number }): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/**
 * A clone in /root is closed to every other account. `setpriv` (util-linux, on every Debian) gives the account the one
 * capability of reading past that, and nothing more: capabilities(7), CAP_DAC_READ_SEARCH. Without `no_setuid_fixup`,
 * access(2) would not honour it, and initdb asks access(2) whether its programs are there.
 */
function passage({ uid, gid }: { uid: number; gid: number }): readonly string[] {
  if (!existsSync('/usr/bin/setpriv')) {
    throw new StartRefused(
      `PostgreSQL runs as the account "${ACCOUNT}", which may not enter this folder: move the project to one that others may enter, such as /srv.`,
    );
  }
  return [
    '/usr/bin/setpriv',
    '--securebits=+no_setuid_fixup',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--',
  ];
}
