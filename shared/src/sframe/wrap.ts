import { type Bytes, fromBase64url, lengthPrefixed, toBase64url } from './bytes.ts';
import { KEY_BYTES, TAG_BYTES } from './cipher.ts';
import type { SecretKey } from './cryptoKey.ts';
import { commonSecret, type DeviceKeys } from './deviceKeys.ts';

/** What a wrap is for. In any other room, epoch or direction it cannot be opened, nor in another visit: a device and its keys belong to one. */
export interface WrapContext {
  readonly room: string;
  readonly kid: number;
  readonly from: string;
  readonly to: string;
}

interface Ends {
  readonly own: DeviceKeys;
  /** The public key of the other device. */
  readonly peer: string;
  readonly context: WrapContext;
}

const PURPOSE = 'Doorstep base key, 1';
const NONCE_BYTES = 12;
const WRAP_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/**
 * A base key for the eyes of one other device: ECDH, then HKDF-SHA-256 (RFC 5869), then AES-256-GCM. Base64url of nonce ‖ ciphertext ‖ tag,
 * 59 characters. Null when the other's public key is none. Throws for a key that does not have 16 bytes.
 */
export async function wrapKey({ key, ...ends }: Ends & { readonly key: Bytes }): Promise<string | null> {
  if (key.length !== KEY_BYTES) throw new RangeError('A base key has 16 bytes');
  const bound = bindingOf(ends, ends.own.publicKey, ends.peer);
  const wrappingKey = await wrappingKeyOf(ends, bound, 'encrypt');
  if (wrappingKey === null) return null;

  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, wrappingKey, key);
  const wrap = new Uint8Array(WRAP_BYTES);
  wrap.set(iv);
  wrap.set(new Uint8Array(ciphertext), NONCE_BYTES);

  return toBase64url(wrap);
}

/** The base key in a wrap; null when it is not from this device, not for this one, not for this context, or was changed on the way. */
export async function unwrapKey({ wrap, ...ends }: Ends & { readonly wrap: string }): Promise<Bytes | null> {
  const bytes = fromBase64url(wrap);
  if (bytes?.length !== WRAP_BYTES) return null;
  const bound = bindingOf(ends, ends.peer, ends.own.publicKey);
  const wrappingKey = await wrappingKeyOf(ends, bound, 'decrypt');
  if (wrappingKey === null) return null;

  const parameters = { name: 'AES-GCM', iv: bytes.subarray(0, NONCE_BYTES), additionalData: bound };
  // Whatever a browser throws here: the wrap was not opened.
  const key = await crypto.subtle.decrypt(parameters, wrappingKey, bytes.subarray(NONCE_BYTES)).catch(() => null);

  return key === null ? null : new Uint8Array(key);
}

/** The public keys are bound as well as the names of the devices, which are the server's to give. */
function bindingOf({ context }: Ends, fromKey: string, toKey: string): Bytes {
  const { room, kid, from, to } = context;

  return lengthPrefixed([PURPOSE, room, String(kid), from, fromKey, to, toKey]);
}

async function wrappingKeyOf({ own, peer }: Ends, info: Bytes, use: 'encrypt' | 'decrypt'): Promise<SecretKey | null> {
  const common = await commonSecret(own, peer);
  if (common === null) return null;
  const secret = await crypto.subtle.importKey('raw', common, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };

  return crypto.subtle.deriveKey(hkdf, secret, { name: 'AES-GCM', length: 256 }, false, [use]);
}
