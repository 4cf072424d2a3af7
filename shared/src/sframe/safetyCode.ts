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
const PLACES = 12;
const BITS_EACH = 6;

/**
 * About a fifth of a second of a desktop core. Whoever stands between two devices gives each of them a key of their own making, and tries keys
 * until both devices show the same code. With a number in it that is fresh after the keys were laid down, that is a guess at 72 bits; without one
 * it is a collision, which takes about 2^37 tries. Each try costs as many rounds as this. The estimate stands in DECISIONS.md.
 */
const ITERATIONS = 1_000_000;

/**
 * What people compare aloud to know that they are connected to each other and to nobody else: twelve numbers from 0 to 63.
 * `fresh` is the number of whoever leads, made when the members were laid down; null while nobody has begun to read them aloud.
 * The same for the same members in any order; any change makes another, but for one chance in 2^72.
 */
export async function safetyCode(
  members: readonly SafetyMember[],
  fresh: string | null = null,
): Promise<readonly number[]> {
  const roster = lengthPrefixed([fresh ?? '', ...members.map(spelledOut).sort()]);
  const roll = await crypto.subtle.digest('SHA-256', roster);
  const secret = await crypto.subtle.importKey('raw', roll, 'PBKDF2', false, ['deriveBits']);
  const salt = new TextEncoder().encode('Doorstep safety code, 2');
  const stretched = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS };

  return places(await crypto.subtle.deriveBits(stretched, secret, PLACES * BITS_EACH));
}

function spelledOut({ session, name, role, publicKey }: SafetyMember): string {
  const named = name === undefined ? [] : [name];

  return toBase64url(lengthPrefixed([session, role, publicKey, ...named]));
}

/** Six bits for each place, from the first bit on. */
function places(bits: ArrayBuffer): readonly number[] {
  const number = [...new Uint8Array(bits)].reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const shifts = Array.from({ length: PLACES }, (_, place) => BigInt((PLACES - 1 - place) * BITS_EACH));

  return shifts.map((shift) => Number((number >> shift) & BigInt(SAFETY_PICTURES - 1)));
}
