import { expect, test } from 'vitest';
import { isPlainMessage } from './plainMessage.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });

test('an object of a sensible depth is a message', () => {
  expect(isPlainMessage({})).toBe(true);
  expect(isPlainMessage({ type: 'join', list: [1, { two: 'constructor' }], none: null })).toBe(true);
  expect(isPlainMessage(nested(8))).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'join'],
  ['a list', [{ type: 'join' }]],
  ['an object nine deep', nested(9)],
  ['a prototype', JSON.parse('{"__proto__":{"isHost":true}}')],
  ['a prototype further in', JSON.parse('{"a":[{"__proto__":{"isHost":true}}]}')],
  ['a constructor', { constructor: { prototype: { isHost: true } } }],
  ['a name that reaches it', { a: { prototype: 1 } }],
])('[SAFE-6] %s is not', (_what, value) => {
  expect(isPlainMessage(value)).toBe(false);
});
