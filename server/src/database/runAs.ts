import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Account } from './account.ts';

/** Starts a program of PostgreSQL under its account, with an environment that holds nothing of ours. */
export function runAs(account: Account, program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const [first, ...rest] = [...account.prefix, program, ...args];
  const identity =
    account.prefix.length > 0 || account.uid === null || account.gid === null
      ? {}
      : { uid: account.uid, gid: account.gid };
  return spawn(first ?? program, rest, { ...options, ...identity, cwd: '/', env: environment });
}
