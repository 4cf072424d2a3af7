import fc from 'fast-check';

export const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

export const toHex = (bytes: Uint8Array | ArrayBuffer) => Buffer.from(new Uint8Array(bytes)).toString('hex');

/** Bytes of any length up to the given one, in a buffer that holds nothing else. */
export const bytesUpTo = (maxLength: number) => fc.uint8Array({ maxLength }).map((bytes) => new Uint8Array(bytes));

/** The same with one bit changed. */
export function withFlippedBit(bytes: Uint8Array, bit: number) {
  const changed = new Uint8Array(bytes);
  const at = Math.floor(bit / 8) % changed.length;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));

  return changed;
}
