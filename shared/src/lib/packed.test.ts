import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed, unpacked } from './packed.ts';

const overTheLine = (data: unknown): unknown => unpacked(JSON.parse(JSON.stringify(packed(data))));

/** Few names, so that they recur, and the odd ones that could be taken for something else. */
const name = fc.constantFrom('a', 'b', 'a:', 'a:b', 'a:c', 'b:b', 'a:b:c', ':', '', '0', 'length', 'constructor');
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -1, 7, '', 'a', 'a:b'),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(name, tie('data'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

test('whatever is packed is unpacked as it was', () => {
  fc.assert(
    fc.property(data, (told) => {
      expect(overTheLine(told)).toEqual(told);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (told) => {
      expect(overTheLine(told)).toEqual(JSON.parse(JSON.stringify(told)));
    }),
  );
});

test('what is undefined is left out', () => {
  expect(overTheLine({ a: undefined, b: [1] })).toEqual({ b: [1] });
});

test('the names of fields are written once, and what is said in them as often as it is said', () => {
  const people = Array.from({ length: 50 }, () => ({ relationship: 'grandmother', microphone: 'on' }));
  const written = JSON.stringify(
    packed({ people, can: { 'let:p1': 'yes', 'let:p2': 'yes', 'ask:p1': 'no', 'ask:p2': 'no' } }),
  );

  expect(written.split('relationship')).toHaveLength(2);
  expect(written.split('grandmother')).toHaveLength(51);
  expect(written.split('p1')).toHaveLength(2);
});
