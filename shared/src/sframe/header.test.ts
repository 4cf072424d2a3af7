import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../testing/bytes.ts';
import { headerLength, readHeader, writeHeader } from './header.ts';

/** RFC 9605, Appendix C.1. */
const VECTORS: readonly (readonly [kid: number, counter: number, header: string])[] = [
  [0, 0, '00'],
  [0, 1, '01'],
  [0, 255, '08ff'],
  [0, 256, '090100'],
  [0, 65535, '09ffff'],
  [0, 65536, '0a010000'],
  [0, 16777215, '0affffff'],
  [0, 16777216, '0b01000000'],
  [0, 4294967295, '0bffffffff'],
  [0, 4294967296, '0c0100000000'],
  [0, 1099511627775, '0cffffffffff'],
  [0, 1099511627776, '0d010000000000'],
  [0, 281474976710655, '0dffffffffffff'],
  [0, 281474976710656, '0e01000000000000'],
  [1, 0, '10'],
  [1, 1, '11'],
  [1, 255, '18ff'],
  [1, 281474976710656, '1e01000000000000'],
  [255, 0, '80ff'],
  [255, 1, '81ff'],
  [255, 255, '88ffff'],
  [255, 281474976710656, '8eff01000000000000'],
  [256, 0, '900100'],
  [256, 1, '910100'],
  [256, 65536, '9a0100010000'],
  [65535, 65535, '99ffffffff'],
  [65536, 0, 'a0010000'],
  [16777215, 255, 'a8ffffffff'],
  [16777216, 1, 'b101000000'],
  [4294967295, 4294967295, 'bbffffffffffffffff'],
  [4294967295, 281474976710656, 'beffffffff01000000000000'],
  [4294967296, 0, 'c00100000000'],
  [1099511627775, 0, 'c0ffffffffff'],
];

/** Of the same table, whose values are more than we count to. */
const TOO_LARGE = [
  '0effffffffffffff',
  '0f0100000000000000',
  '0fffffffffffffffff',
  'bf010000000100000000000000',
  'f9ffffffffffffffff0100',
  'ffffffffffffffffff0100000000000000',
  'ffffffffffffffffffffffffffffffffff',
];

function headerOf(kid: number, counter: number): Uint8Array {
  const bytes = new Uint8Array(headerLength(kid, counter));
  expect(writeHeader(bytes, 0, kid, counter)).toBe(bytes.length);

  return bytes;
}

describe('the vectors of RFC 9605, Appendix C.1', () => {
  test.each(VECTORS)('key id %d and counter %d are %s', (kid, counter, header) => {
    expect(toHex(headerOf(kid, counter))).toBe(header);
    expect(readHeader(fromHex(header), 0)).toEqual({ kid, counter, end: header.length / 2 });
  });

  test.each(TOO_LARGE)('%s holds more than can be counted exactly', (header) => {
    expect(readHeader(fromHex(header), 0)).toBe(null);
  });
});

const value = fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat());

test('a header comes back from any place, and is read from nothing less than itself', () => {
  fc.assert(
    fc.property(value, value, fc.nat({ max: 12 }), (kid, counter, offset) => {
      const header = headerOf(kid, counter);
      const bytes = new Uint8Array(offset + header.length + 3).fill(0xa5);
      bytes.set(header, offset);
      const end = offset + header.length;
      expect(readHeader(bytes, offset)).toEqual({ kid, counter, end });
      for (let cut = 0; cut < end; cut += 1) expect(readHeader(bytes.slice(0, cut), offset)).toBe(null);
    }),
  );
});

test('whatever is read is written the same way: there is one header for a key id and a counter', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (bytes) => {
      const header = readHeader(bytes, 0);
      if (header === null) return;
      expect(headerOf(header.kid, header.counter)).toEqual(bytes.slice(0, header.end));
    }),
    { numRuns: 2_000 },
  );
});

test.each(['0807', '8007', '090001', '880007', 'c0000000ffff'])('%s is longer than it need be: refused', (header) => {
  expect(readHeader(fromHex(header), 0)).toBe(null);
});

test.each([-1, 0.5, Number.NaN, 2 ** 53])('%d cannot be written', (number) => {
  expect(() => writeHeader(new Uint8Array(20), 0, number, 0)).toThrow(RangeError);
  expect(() => writeHeader(new Uint8Array(20), 0, 0, number)).toThrow(RangeError);
});
