import { hkdfSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, StartRefused } from '../startRefused.ts';

const SHORTEST = 32;

/**
 * The secret from which every key of this server is derived: the operator's file, or one that is made once in the data folder.
 * Refuses a file that cannot be read or is too short to be a secret.
 */
export async function readSecret(options: {
  readonly file: string | null;
  readonly dataFolder: string;
}): Promise<Buffer> {
  const secret = options.file === null ? await ownSecret(options.dataFolder) : await givenSecret(options.file);
  if (secret.length >= SHORTEST) return secret;
  throw new StartRefused(
    `The secret in ${options.file ?? options.dataFolder} is too short: put at least ${SHORTEST} random characters there, for instance from "openssl rand -base64 48".`,
  );
}

async function givenSecret(file: string): Promise<Buffer> {
  try {
    return Buffer.from((await readFile(file, 'utf8')).trim());
  } catch (cause) {
    throw new StartRefused(`SECRET_FILE names ${file}, which cannot be read (${codeOf(cause)}).`, { cause });
  }
}

async function ownSecret(dataFolder: string): Promise<Buffer> {
  const file = join(dataFolder, 'secret');
  try {
    await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return readFile(file);
}

/** A key for one purpose: knowing one tells nothing of another (RFC 5869). */
export const deriveKey = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `doorstep/${purpose}`, 32));
