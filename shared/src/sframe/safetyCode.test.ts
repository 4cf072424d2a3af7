import { createHash, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthPrefixed } from './bytes.ts';
import { SAFETY_PICTURES, type SafetyMember, safetyCode } from './safetyCode.ts';

const DANA: SafetyMember = { session: 'dana-1', name: 'Dana', role: 'parent', publicKey: 'BDana' };
const AMINA: SafetyMember = { session: 'amina-1', role: 'host', publicKey: 'BAmina' };

const text = fc.string({ maxLength: 4 });
const member = fc.record(
  { session: text, name: text, role: text, publicKey: text },
  { requiredKeys: ['session', 'role', 'publicKey'] },
);
const roster = fc.array(member, { minLength: 1, maxLength: 4 });
const codeOfBoth = safetyCode([DANA, AMINA]);
/** Each code is made slow on purpose. */
const FEW = { numRuns: 3 };

test('[SAFE-2] a code is twelve pictures of sixty-four', async () => {
  await fc.assert(
    fc.asyncProperty(roster, async (members) => {
      const code = await safetyCode(members);
      expect(code).toHaveLength(12);
      for (const picture of code) expect([...Array(SAFETY_PICTURES).keys()]).toContain(picture);
    }),
    FEW,
  );
});

test('the code is the hash of the sorted members, stretched', async () => {
  const member = (...texts: string[]) => Buffer.from(lengthPrefixed(texts)).toString('base64url');
  const members = [member('amina-1', 'host', 'BAmina'), member('dana-1', 'parent', 'BDana', 'Dana')];
  const hash = createHash('sha256')
    .update(lengthPrefixed(['a number', ...members]))
    .digest();
  const bytes = pbkdf2Sync(hash, 'Doorstep safety code, 2', 1_000_000, 9, 'sha256');
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const code = (bits.match(/.{6}/g) ?? []).map((six) => Number.parseInt(six, 2));
  expect(await safetyCode([DANA, AMINA], 'a number')).toEqual(code);
  expect(await safetyCode([DANA, AMINA], 'another')).not.toEqual(code);
});

test('the order of the members says nothing', async () => {
  const shuffled = roster.chain((members) =>
    fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([one, other]) => {
      expect(await safetyCode(other)).toEqual(await safetyCode(one));
    }),
    FEW,
  );
});

test('another roster has another code', async () => {
  await fc.assert(
    fc.asyncProperty(roster, roster, async (one, other) => {
      fc.pre(inOrder(one) !== inOrder(other));
      expect(await safetyCode(other)).not.toEqual(await safetyCode(one));
    }),
    FEW,
  );
});

test.each<[string, SafetyMember[]]>([
  ['a key', [{ ...DANA, publicKey: 'BEve' }, AMINA]],
  ['a device', [{ ...DANA, session: 'dana-2' }, AMINA]],
  ['a name', [{ ...DANA, name: 'Eve' }, AMINA]],
  ['a name that is empty', [DANA, { ...AMINA, name: '' }]],
  ['a role', [{ ...DANA, role: 'child' }, AMINA]],
  [
    'keys that have changed places',
    [
      { ...DANA, publicKey: 'BAmina' },
      { ...AMINA, publicKey: 'BDana' },
    ],
  ],
  ['somebody more', [DANA, AMINA, { ...DANA, session: 'eve-1', publicKey: 'BEve' }]],
  ['the same one twice', [DANA, AMINA, AMINA]],
  ['somebody less', [DANA]],
  ['nobody', []],
])('%s makes another code', async (_, members) => {
  expect(await safetyCode(members)).not.toEqual(await codeOfBoth);
});

/** Members in a fixed order, each with its fields in a fixed order. */
const inOrder = (members: readonly SafetyMember[]) =>
  JSON.stringify(
    members
      .map(({ session, name, role, publicKey }) => JSON.stringify([session, name ?? null, role, publicKey]))
      .sort(),
  );
