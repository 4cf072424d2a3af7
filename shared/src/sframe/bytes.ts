/** Bytes with a buffer of their own kind: what WebCrypto takes in every browser. */
export type Bytes = Uint8Array<ArrayBuffer>;

const LENGTH_BYTES = 4;

/**
 * Texts as bytes from which they can be read back: UTF-8, each behind its length (4 bytes, big-endian).
 * Thus no two lists of texts give the same bytes, wherever the texts are cut.
 */
export function lengthPrefixed(texts: readonly string[]): Bytes {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const text of encoded) {
    view.setUint32(at, text.length);
    bytes.set(text, at + LENGTH_BYTES);
    at += LENGTH_BYTES + text.length;
  }

  return bytes;
}

/** Base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The bytes of a base64url text; null for every text that `toBase64url` does not write, other spellings of the same bytes among them. */
export function fromBase64url(text: string): Bytes | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;

  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

  return toBase64url(bytes) === text ? bytes : null;
}
