/** The SFrame header, RFC 9605 §4.3: key id and counter behind a byte of configuration, 1 to 17 bytes. */
export interface Header {
  readonly kid: number;
  readonly counter: number;
  /** Where the header ends. */
  readonly end: number;
}

/** Up to here a value stands in the byte of configuration itself. */
const INLINE = 8;
const LONG = 0x8;
const KID_SHIFT = 4;

/** How many bytes `writeHeader` writes. */
export const headerLength = (kid: number, counter: number): number => 1 + ownBytes(kid) + ownBytes(counter);

/**
 * Writes the header at an offset and says where it ends.
 * Throws for a key id or counter that is no whole number from 0 to 2^53 − 1.
 */
export function writeHeader(into: Uint8Array, offset: number, kid: number, counter: number): number {
  if (!isWhole(kid) || !isWhole(counter)) throw new RangeError('A key id or counter that cannot be written exactly');

  into[offset] = (configuration(kid) << KID_SHIFT) | configuration(counter);
  const kidEnd = writeNumber(into, offset + 1, kid);

  return writeNumber(into, kidEnd, counter);
}

/** Reads the header at an offset. Null when it is cut off, not in its shortest form (as §4.3 demands), or when a value is 2^53 or more. */
export function readHeader(bytes: Uint8Array, offset: number): Header | null {
  const first = bytes[offset];
  if (first === undefined) return null;

  const kidEnd = offset + 1 + lengthIn(first >> KID_SHIFT);
  const end = kidEnd + lengthIn(first);
  if (end > bytes.length) return null;

  const kid = readNumber(bytes, offset + 1, kidEnd, first >> KID_SHIFT);
  const counter = readNumber(bytes, kidEnd, end, first);

  return kid === null || counter === null ? null : { kid, counter, end };
}

const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;

function ownBytes(value: number): number {
  if (value < INLINE) return 0;
  let count = 1;
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) count += 1;

  return count;
}

const configuration = (value: number) => (value < INLINE ? value : LONG | (ownBytes(value) - 1));

function writeNumber(into: Uint8Array, start: number, value: number): number {
  const end = start + ownBytes(value);
  let rest = value;
  // Not by shifts: those are for 32 bits.
  for (let at = end - 1; at >= start; at -= 1) {
    into[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }

  return end;
}

const lengthIn = (bits: number) => (bits & LONG ? (bits & 7) + 1 : 0);

function readNumber(bytes: Uint8Array, start: number, end: number, bits: number): number | null {
  if (start === end) return bits & 7;

  let value = 0;
  for (let at = start; at < end; at += 1) value = value * 256 + (bytes[at] ?? 0);
  const isShortest = ownBytes(value) === end - start;

  return isShortest && isWhole(value) ? value : null;
}
