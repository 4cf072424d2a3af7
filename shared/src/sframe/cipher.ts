import type { Bytes } from './bytes.ts';
import type { SecretKey } from './cryptoKey.ts';
import { type Header, headerLength, writeHeader } from './header.ts';

/** AES_128_GCM_SHA256_128 in the registry of RFC 9605 §8.1. */
const CIPHER_SUITE = 0x0004;
export const KEY_BYTES = 16;
const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** What RFC 9605 §4.4.2 makes of a base key. */
export interface FrameKey {
  readonly kid: number;
  readonly key: SecretKey;
  readonly salt: Bytes;
}

/** A new random base key. */
export const makeBaseKey = (): Bytes => crypto.getRandomValues(new Uint8Array(KEY_BYTES));

/**
 * Key and salt for frames, RFC 9605 §4.4.2. The key cannot be read out again, and is for one direction only, as §4.4.1 demands.
 * Throws for a base key that does not have 16 bytes.
 */
export async function deriveFrameKey(baseKey: Bytes, kid: number, use: 'encrypt' | 'decrypt'): Promise<FrameKey> {
  if (baseKey.length !== KEY_BYTES) throw new RangeError('A base key has 16 bytes');

  const secret = await crypto.subtle.importKey('raw', baseKey, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const [key, salt] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('key', kid), secret, { name: 'AES-GCM', length: 8 * KEY_BYTES }, false, [use]),
    crypto.subtle.deriveBits(hkdf('salt', kid), secret, 8 * NONCE_BYTES),
  ]);

  return { kid, key, salt: new Uint8Array(salt) };
}

/**
 * Encrypts, RFC 9605 §4.4.3. Gives metadata ‖ header ‖ ciphertext ‖ tag: the metadata goes along in the clear, and cannot be changed.
 * The caller never uses a counter twice with one key: that would undo the protection of both frames.
 */
export async function seal(frameKey: FrameKey, counter: number, metadata: Bytes, plaintext: Bytes): Promise<Bytes> {
  const { kid, key } = frameKey;
  const clear = metadata.length + headerLength(kid, counter);
  const sealed = new Uint8Array(clear + plaintext.length + TAG_BYTES);
  sealed.set(metadata);
  writeHeader(sealed, metadata.length, kid, counter);

  const parameters = gcm(frameKey, counter, sealed, metadata.length, clear);
  sealed.set(new Uint8Array(await crypto.subtle.encrypt(parameters, key, plaintext)), clear);

  return sealed;
}

/** Undoes `seal`, RFC 9605 §4.4.4: gives the plaintext behind `room` free bytes; null when anything at all was changed. */
export async function open(
  frameKey: FrameKey,
  sealed: Bytes,
  metadataLength: number,
  { counter, end }: Header,
  room: number,
): Promise<Bytes | null> {
  const parameters = gcm(frameKey, counter, sealed, metadataLength, end);
  // Whatever a browser throws here: the frame was not opened.
  const plaintext = await crypto.subtle.decrypt(parameters, frameKey.key, sealed.subarray(end)).catch(() => null);
  if (plaintext === null) return null;

  const opened = new Uint8Array(room + plaintext.byteLength);
  opened.set(new Uint8Array(plaintext), room);

  return opened;
}

function hkdf(what: 'key' | 'salt', kid: number) {
  const label = new TextEncoder().encode(`SFrame 1.0 Secret ${what} `);
  const info = new Uint8Array(label.length + 10);
  info.set(label);
  const view = new DataView(info.buffer, label.length);
  view.setBigUint64(0, BigInt(kid));
  view.setUint16(8, CIPHER_SUITE);

  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
}

/** On the wire the metadata stands before the header, in what is authenticated behind it. */
function gcm({ salt }: FrameKey, counter: number, sealed: Bytes, metadataLength: number, headerEnd: number) {
  const additionalData = new Uint8Array(headerEnd);
  additionalData.set(sealed.subarray(metadataLength, headerEnd));
  additionalData.set(sealed.subarray(0, metadataLength), headerEnd - metadataLength);

  return { name: 'AES-GCM', iv: nonce(salt, counter), additionalData, tagLength: 8 * TAG_BYTES };
}

function nonce(salt: Bytes, counter: number): Bytes {
  const bytes = salt.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(8, view.getUint32(8) ^ (counter >>> 0));
  view.setUint32(4, view.getUint32(4) ^ Math.floor(counter / 2 ** 32));

  return bytes;
}
