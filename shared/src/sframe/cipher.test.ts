import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesUpTo, fromHex, toHex, withFlippedBit } from '../testing/bytes.ts';
import { deriveFrameKey, makeBaseKey, open, seal, TAG_BYTES } from './cipher.ts';
import { readHeader } from './header.ts';

/** RFC 9605, Appendix C.3, of the cipher suite 0x0004. */
const VECTOR = {
  kid: 0x123,
  counter: 0x4567,
  baseKey: fromHex('000102030405060708090a0b0c0d0e0f'),
  salt: '75234edefe07819026751816',
  metadata: fromHex('4945544620534672616d65205747'),
  plaintext: fromHex('64726166742d696574662d736672616d652d656e63'),
  sealed: '9901234567b7412c2513a1b66dbb48841bbaf17f598751176ad847681a69c6d0b091c07018ce4adb34eb',
};

test('the vector of RFC 9605, Appendix C.3, for AES_128_GCM_SHA256_128', async () => {
  const { kid, counter, baseKey, metadata, plaintext } = VECTOR;
  const frameKey = await deriveFrameKey(baseKey, kid, 'encrypt');
  expect(toHex(frameKey.salt)).toBe(VECTOR.salt);
  expect(toHex(await seal(frameKey, counter, metadata, plaintext))).toBe(toHex(metadata) + VECTOR.sealed);
});

test('… and back', async () => {
  const { kid, counter, baseKey, metadata, plaintext } = VECTOR;
  const sealed = fromHex(toHex(metadata) + VECTOR.sealed);
  const header = readHeader(sealed, metadata.length) ?? expect.fail('no header');
  expect(header).toMatchObject({ kid, counter });
  const frameKey = await deriveFrameKey(baseKey, kid, 'decrypt');
  expect(await open(frameKey, sealed, metadata.length, header, 2)).toEqual(Uint8Array.of(0, 0, ...plaintext));
});

test('keys cannot be read out, are for one direction, and come of sixteen bytes', async () => {
  for (const use of ['encrypt', 'decrypt'] as const) {
    const { key } = await deriveFrameKey(makeBaseKey(), 1, use);
    expect(key).toMatchObject({ extractable: false, usages: [use] });
  }
  await expect(deriveFrameKey(new Uint8Array(32), 1, 'encrypt')).rejects.toThrow(RangeError);
});

test('everything comes back, whatever its length; with any bit changed nothing does', async () => {
  const baseKey = makeBaseKey();
  const kid = 5;
  const [own, theirs] = [await deriveFrameKey(baseKey, kid, 'encrypt'), await deriveFrameKey(baseKey, kid, 'decrypt')];
  const frames = fc.tuple(fc.maxSafeNat(), bytesUpTo(12), bytesUpTo(80), fc.nat());
  await fc.assert(
    fc.asyncProperty(frames, async ([counter, metadata, plaintext, bit]) => {
      const sealed = await seal(own, counter, metadata, plaintext);
      const header = readHeader(sealed, metadata.length) ?? expect.fail('no header');
      expect(header).toMatchObject({ kid, counter });
      expect(sealed.length).toBe(header.end + plaintext.length + TAG_BYTES);
      expect(await open(theirs, sealed, metadata.length, header, 0)).toEqual(plaintext);
      expect(await open(theirs, withFlippedBit(sealed, bit), metadata.length, header, 0)).toBe(null);
    }),
  );
});

test('another counter, another key id and another base key make other bytes of the same frame, and do not open it', async () => {
  const baseKey = makeBaseKey();
  const [metadata, plaintext] = [fromHex('01'), fromHex('00112233')];
  const first = await deriveFrameKey(baseKey, 1, 'encrypt');
  const sealed = await seal(first, 9, metadata, plaintext);
  const header = readHeader(sealed, 1) ?? expect.fail('no header');
  expect((await seal(first, 10, metadata, plaintext)).slice(3)).not.toEqual(sealed.slice(3));
  for (const [key, kid] of [[baseKey, 2] as const, [makeBaseKey(), 1] as const]) {
    const other = await deriveFrameKey(key, kid, 'encrypt');
    expect((await seal(other, 9, metadata, plaintext)).slice(3)).not.toEqual(sealed.slice(3));
    expect(await open(await deriveFrameKey(key, kid, 'decrypt'), sealed, 1, header, 0)).toBe(null);
  }
  expect(await open(await deriveFrameKey(baseKey, 1, 'decrypt'), sealed, 1, { ...header, counter: 10 }, 0)).toBe(null);
});

test('no counter of a key gives the nonce of another', async () => {
  const salted = await deriveFrameKey(makeBaseKey(), 0, 'encrypt');
  const nothing = new Uint8Array(16);
  const counters = [0, 1, 255, 256, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 33, 2 ** 53 - 1];
  const streams = await Promise.all(counters.map((counter) => seal(salted, counter, new Uint8Array(0), nothing)));
  // Of zeros, the ciphertext is the key stream of the nonce.
  expect(new Set(streams.map((bytes) => toHex(bytes.slice(-32, -16)))).size).toBe(counters.length);
});
