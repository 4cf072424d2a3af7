import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { codeOf, StartRefused } from '../startRefused.ts';

/** The secret that the relay shares with us, from its file or as it was given; empty when there is no relay. Refuses when the file cannot be read. */
export async function readTurnSecret({ secret, secretFile }: Config['media']['turn']): Promise<string> {
  if (secretFile === null) return secret ?? '';
  try {
    return (await readFile(secretFile, 'utf8')).trim();
  } catch (cause) {
    throw new StartRefused(`TURN_SECRET_FILE names ${secretFile}, which cannot be read (${codeOf(cause)}).`, { cause });
  }
}
