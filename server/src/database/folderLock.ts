import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import * as z from 'zod/mini';
import { codeOf, StartRefused } from '../startRefused.ts';

/** How long a killed predecessor's connection may take to be noticed by the database. */
const GIVES_WAY_WITHIN_MS = 2_000;

const answer = z.tuple([z.object({ locked: z.boolean() })]);

/**
 * Takes the data folder for this process. It is a lock of the database session, so it ends with the process, however that
 * ends, and needs no file that could be left behind. Refuses when another process has it.
 */
export async function lockDataFolder(client: Client, folder: string): Promise<void> {
  const name = await nameOf(folder);
  const deadline = performance.now() + GIVES_WAY_WITHIN_MS;
  while (!(await tryLock(client, name))) {
    if (performance.now() > deadline) {
      throw new StartRefused(
        `The data folder ${folder} is in use by another Doorstep process: stop that one, or choose another folder with --data.`,
      );
    }
    await sleep(50);
  }
}

async function tryLock(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as locked', [name]);
  return answer.parse(rows)[0].locked;
}

/** A name for the folder that goes with its contents, so that it is the same folder however it is reached. */
async function nameOf(folder: string): Promise<string> {
  const file = join(folder, 'folder-id');
  try {
    await writeFile(file, randomUUID(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return readFile(file, 'utf8');
}
