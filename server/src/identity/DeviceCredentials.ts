import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isCredential } from './credential.ts';

/** 128 bits that nobody can guess (OWASP ASVS 5.0, 7.2.3 asks for as many) … */
const DRAWN = 16;
/** … and 128 bits of a keyed digest of them, which nobody else can make (RFC 2104, 5). */
const MARK = 16;

/**
 * The credentials that browsers are known by, marked as made here: a browser that was let in to a place once is told from one that
 * makes its credential up, without a look into the store. What a browser may do, its credential’s places say, not the mark.
 */
export class DeviceCredentials {
  readonly #key: Buffer;

  /** `key`: 32 bytes, used for nothing else. */
  constructor(key: Buffer) {
    this.#key = key;
  }

  fresh(): string {
    const drawn = randomBytes(DRAWN);

    return Buffer.concat([drawn, this.#markOf(drawn)]).toString('base64url');
  }

  /** Whether it was made here. Those of servers with another secret, and of before there was a mark, were not. */
  isOurs(credential: string): boolean {
    if (!isCredential(credential)) return false;

    const bytes = Buffer.from(credential, 'base64url');

    return timingSafeEqual(this.#markOf(bytes.subarray(0, DRAWN)), bytes.subarray(DRAWN));
  }

  #markOf(drawn: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(drawn).digest().subarray(0, MARK);
  }
}
