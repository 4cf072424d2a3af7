import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A private key and its certificate, both PEM (RFC 7468). */
export interface Tls {
  readonly key: string;
  readonly cert: string;
}

const DAY = 24 * 3_600_000;
/** Browsers refuse longer ones (CA/Browser Forum). */
const GOOD_FOR = 397 * DAY;
const RENEWED_BEFORE = 7 * DAY;

/**
 * A certificate of our own making for `address`, kept in the data folder so that a browser which was told to trust it is not
 * asked again; a new one when the address is another or it runs out.
 */
export async function selfSigned(options: {
  readonly dataFolder: string;
  readonly address: string;
  readonly now: number;
}): Promise<Tls> {
  const folder = join(options.dataFolder, 'tls');
  const kept = await readTls(folder);
  if (kept !== null && isGood(kept.cert, options.address, options.now)) return kept;

  const made = await make(options.address, options.now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'key.pem'), made.key, { mode: 0o600 });
  await writeFile(join(folder, 'cert.pem'), made.cert);
  return made;
}

async function readTls(folder: string): Promise<Tls | null> {
  try {
    return {
      key: await readFile(join(folder, 'key.pem'), 'utf8'),
      cert: await readFile(join(folder, 'cert.pem'), 'utf8'),
    };
  } catch {
    return null;
  }
}

function isGood(cert: string, address: string, now: number): boolean {
  try {
    const certificate = new X509Certificate(cert);
    const named = certificate.checkIP(address) ?? certificate.checkHost(address);
    return named !== undefined && certificate.validToDate.getTime() - now > RENEWED_BEFORE;
  } catch {
    return false;
  }
}

async function make(address: string, now: number): Promise<Tls> {
  const own = /^[\d.]+$|:/.test(address) ? { type: 7 as const, ip: address } : { type: 2 as const, value: address };
  // Loaded only where it is used: it takes as long as many other parts together.
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Doorstep' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now - DAY + GOOD_FOR),
    extensions: [
      { name: 'subjectAltName', altNames: [own, { type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }] },
      { name: 'extKeyUsage', serverAuth: true },
    ],
  });
  return { key, cert };
}
