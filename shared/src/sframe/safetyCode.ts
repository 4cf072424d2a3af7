import { lengthPrefixed, toBase64url } from './bytes.ts';

/** Somebody in the room as this device knows them: what must be the same for everybody when nobody stands between. */
export interface SafetyMember {
  readonly session: string;
  readonly name?: string;
  readonly role: string;
  readonly publicKey: string;
}

/** From how many pictures each place of a code is chosen. */
export const SAFETY_PICTURES = 64;
const PLACES = 8;
const BITS_EACH = 6;

/**
 * About 100 ms of a desktop core. Whoever stands between two devices gives each of them a key of their own making, and tries keys until both
 * devices show the same code: of 48 bits that takes about 2^25 tries, and each must cost as much as this.
 */
const ITERATIONS = 500_000;

/**
 * What people compare aloud to know that they are connected to each other and to nobody else: eight numbers from 0 to 63.
 * The same for the same members in any order; any change makes another, but for one chance in 2^48.
 */
export async function safetyCode(members: readonly SafetyMember[]): Promise<readonly number[]> {
  const roster = lengthPrefixed(members.map(spelledOut).sort());
  const roll = await crypto.subtle.digest('SHA-256', roster);
  const secret = await crypto.subtle.importKey('raw', roll, 'PBKDF2', false, ['deriveBits']);
  const salt = new TextEncoder().encode('Doorstep safety code, 1');
  const stretched = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS };

  return places(await crypto.subtle.deriveBits(stretched, secret, 64));
}

function spelledOut({ session, name, role, publicKey }: SafetyMember): string {
  const named = name === undefined ? [] : [name];

  return toBase64url(lengthPrefixed([session, role, publicKey, ...named]));
}

function places(bits: ArrayBuffer): readonly number[] {
  const number = new DataView(bits).getBigUint64(0);
  const shifts = Array.from({ length: PLACES }, (_, place) => BigInt(place * BITS_EACH));

  return shifts.map((shift) => Number((number >> shift) & BigInt(SAFETY_PICTURES - 1)));
}
