import { type Bytes, fromBase64url, toBase64url } from './bytes.ts';
import type { SecretKey } from './cryptoKey.ts';

/** The pair of a device for one visit. The private key cannot be read out by anybody, this program included. */
export interface DeviceKeys {
  readonly privateKey: SecretKey;
  /** The point of P-256, uncompressed (SEC 1 §2.3.3), in base64url: 87 characters. */
  readonly publicKey: string;
}

const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SECRET_BITS = 256;

export async function makeDeviceKeys(): Promise<DeviceKeys> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', publicKey);

  return { privateKey, publicKey: toBase64url(new Uint8Array(point)) };
}

/** What two devices alone know (ECDH, RFC 6090 §4); to be put through a key derivation. Null when the other's public key is no point of the curve. */
export async function commonSecret(own: DeviceKeys, peer: string): Promise<Bytes | null> {
  const point = fromBase64url(peer);
  // Browsers differ in what else they take, and in what they throw.
  if (point?.length !== 65 || point[0] !== 4) return null;
  const publicKey = await crypto.subtle.importKey('raw', point, P256, false, []).catch(() => null);
  if (publicKey === null) return null;

  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, own.privateKey, SECRET_BITS),
  );
}
