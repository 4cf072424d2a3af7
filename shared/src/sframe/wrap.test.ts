import { createCipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { withFlippedBit } from '../testing/bytes.ts';
import { type Bytes, fromBase64url, lengthPrefixed, toBase64url } from './bytes.ts';
import { makeBaseKey } from './cipher.ts';
import { commonSecret, type DeviceKeys, makeDeviceKeys } from './deviceKeys.ts';
import { unwrapKey, type WrapContext, wrapKey } from './wrap.ts';

let dana: DeviceKeys;
let sam: DeviceKeys;
let eve: DeviceKeys;
const context: WrapContext = { room: 'room-1', kid: 7, from: 'dana-1', to: 'sam-1' };
const key = makeBaseKey();

beforeAll(async () => {
  [dana, sam, eve] = await Promise.all([makeDeviceKeys(), makeDeviceKeys(), makeDeviceKeys()]);
});

async function wrapped(): Promise<string> {
  return (await wrapKey({ own: dana, peer: sam.publicKey, context, key })) ?? expect.fail('not wrapped');
}

describe('the keys of a device', () => {
  test('are said in 87 characters, and the private one cannot be read out', async () => {
    expect(dana.publicKey).toMatch(/^[\w-]{87}$/);
    expect(dana.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', dana.privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('jwk', dana.privateKey)).rejects.toThrow();
    expect(dana.publicKey).not.toBe(sam.publicKey);
  });
});

describe('a wrapped key', () => {
  test('is opened by the device it is for', async () => {
    const wrap = await wrapped();
    expect(wrap).toMatch(/^[\w-]{59}$/);
    expect(await unwrapKey({ own: sam, peer: dana.publicKey, context, wrap })).toEqual(key);
  });

  test('is never the same twice', async () => {
    expect(await wrapped()).not.toBe(await wrapped());
  });

  test('is not opened by another device, nor by the one that made it, nor as from another', async () => {
    const wrap = await wrapped();
    expect(await unwrapKey({ own: eve, peer: dana.publicKey, context, wrap })).toBe(null);
    expect(await unwrapKey({ own: sam, peer: eve.publicKey, context, wrap })).toBe(null);
    expect(await unwrapKey({ own: dana, peer: sam.publicKey, context, wrap })).toBe(null);
  });

  test.each([
    ['room', { room: 'room-2' }],
    ['epoch', { kid: 8 }],
    ['sender', { from: 'eve-1' }],
    ['receiver', { to: 'eve-1' }],
    ['direction', { from: 'sam-1', to: 'dana-1' }],
    ['cut between names', { from: 'dana-', to: '1sam-1' }],
  ])('is not opened with another %s', async (_, other) => {
    const wrap = await wrapped();
    expect(await unwrapKey({ own: sam, peer: dana.publicKey, context: { ...context, ...other }, wrap })).toBe(null);
  });

  test('is not opened with any bit changed, longer or shorter', async () => {
    const bytes = fromBase64url(await wrapped()) ?? expect.fail('no base64url');
    const opened = (changed: Uint8Array) =>
      unwrapKey({ own: sam, peer: dana.publicKey, context, wrap: toBase64url(changed) });
    for (let bit = 0; bit < 8 * bytes.length; bit += 1) expect(await opened(withFlippedBit(bytes, bit))).toBe(null);
    expect(await opened(Uint8Array.of(...bytes, 0))).toBe(null);
    expect(await opened(bytes.slice(0, -1))).toBe(null);
    expect(await opened(bytes)).toEqual(key);
  });
});

/** A wrap made by the book, not by the code. */
async function handmade(content: Bytes): Promise<string> {
  const common = (await commonSecret(dana, sam.publicKey)) ?? expect.fail('no secret');
  const names = ['room-1', '7', 'dana-1', dana.publicKey, 'sam-1', sam.publicKey];
  const bound = lengthPrefixed(['Doorstep base key, 1', ...names]);
  const cipher = createCipheriv(
    'aes-256-gcm',
    new Uint8Array(hkdfSync('sha256', common, '', bound, 32)),
    Buffer.alloc(12),
  );
  cipher.setAAD(bound);
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);

  return toBase64url(Buffer.concat([Buffer.alloc(12), ciphertext, cipher.getAuthTag()]));
}

describe('a wrap made elsewhere', () => {
  test('is opened when it is made as it is written here', async () => {
    expect(await unwrapKey({ own: sam, peer: dana.publicKey, context, wrap: await handmade(key) })).toEqual(key);
  });

  test('is not taken when there is no base key in it', async () => {
    const wrap = await handmade(new Uint8Array(32));
    expect(await unwrapKey({ own: sam, peer: dana.publicKey, context, wrap })).toBe(null);
  });
});

describe('what is no key and no wrap', () => {
  test('is answered with nothing, never an exception', async () => {
    const text = fc.oneof(fc.string(), fc.base64String(), fc.constantFrom(dana.publicKey, await wrapped()));
    const any = fc.tuple(text, fc.nat({ max: 90 }), text).map(([start, at, end]) => start.slice(0, at) + end);
    await fc.assert(
      fc.asyncProperty(any, any, async (peer, wrap) => {
        fc.pre(peer !== dana.publicKey);
        expect(await wrapKey({ own: sam, peer, context, key })).toBe(null);
        expect(await unwrapKey({ own: sam, peer, context, wrap })).toBe(null);
      }),
    );
  });

  test('nor is a point off the curve, the point at infinity, or one that is written short', async () => {
    const point = fromBase64url(dana.publicKey) ?? expect.fail('no base64url');
    const short = Uint8Array.of(2 + ((point.at(-1) ?? 0) & 1), ...point.slice(1, 33));
    const zero = Uint8Array.of(4, ...new Uint8Array(64));
    for (const bad of [withFlippedBit(point, 300), zero, Uint8Array.of(0), short, new Uint8Array(65)]) {
      expect(await wrapKey({ own: sam, peer: toBase64url(bad), context, key })).toBe(null);
    }
  });

  test('a key of another length is a mistake of ours', async () => {
    for (const wrong of [new Uint8Array(32), new Uint8Array(8)]) {
      await expect(wrapKey({ own: dana, peer: sam.publicKey, context, key: wrong })).rejects.toThrow(RangeError);
    }
  });
});
