import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesUpTo, toHex } from '../testing/bytes.ts';
import { fromBase64url, lengthPrefixed, toBase64url } from './bytes.ts';

test('texts stand behind their lengths', () => {
  expect(toHex(lengthPrefixed(['ab', '', 'é']))).toBe('000000026162' + '00000000' + '00000002c3a9');
});

test('no two lists of texts give the same bytes', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const areEqual = JSON.stringify(one) === JSON.stringify(other);
      expect(toHex(lengthPrefixed(one)) === toHex(lengthPrefixed(other))).toBe(areEqual);
    }),
  );
  expect(lengthPrefixed(['ab', 'c'])).not.toEqual(lengthPrefixed(['a', 'bc']));
});

test('bytes come back from base64url', () => {
  fc.assert(
    fc.property(bytesUpTo(70), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['a', 'YQ==', 'YR', 'YWJj ', 'YW\nJj', '+/+/', 'ÿÿÿÿ', '.', 'YWJjZ'])('“%s” is not base64url', (text) => {
  expect(fromBase64url(text)).toBe(null);
});
