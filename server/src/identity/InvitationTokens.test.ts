import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { DANA, linkOf, NOON, VISIT } from '@doorstep/shared/testing/personas.ts';
import { type Instant, after as later } from '@doorstep/shared/visit/ids.ts';
import { describe, expect, test } from 'vitest';
import { type InvitationClaims, InvitationTokens } from './InvitationTokens.ts';

const HOUR = 3_600_000;
const SECRET = randomBytes(32);
const claims: InvitationClaims = {
  visit: VISIT,
  participant: DANA,
  invitation: linkOf(DANA),
  expiresAt: later(NOON, HOUR),
};
const at = (now: Instant, secret = SECRET) => new InvitationTokens(secret, () => now);
const tokens = at(NOON);

const HEADER = { alg: 'HS256', typ: 'doorstep-join+jwt' };
const PAYLOAD = { iss: 'doorstep', aud: 'join', exp: (NOON + HOUR) / 1000, v: VISIT, p: DANA, i: linkOf(DANA) };
const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token made by hand, with a good signature unless told otherwise. */
function forge(header: object, payload: unknown, key: Buffer | string = SECRET, hash = 'sha256'): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

const { exp: _, ...WITHOUT_EXP } = PAYLOAD;
const { p: __, ...WITHOUT_PERSON } = PAYLOAD;
const publicKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });

describe('[JOIN-2] a family link', () => {
  test('says whose it is, and always in the same words', () => {
    expect(tokens.verify(tokens.sign(claims))).toEqual(claims);
    expect(tokens.sign(claims)).toBe(tokens.sign(claims));
    expect(at(later(NOON, HOUR / 2)).sign(claims)).toBe(tokens.sign(claims));
  });

  test('is what a forger would have to make: a token made by hand with the secret is taken', () => {
    expect(tokens.verify(forge(HEADER, PAYLOAD))).toEqual(claims);
  });

  test('is short enough for a QR code that is easy to scan', () => {
    const ids = { visit: 'v'.repeat(22), participant: 'p'.repeat(22), invitation: 'i'.repeat(22) };
    expect(tokens.sign({ ...claims, ...ids } as InvitationClaims).length).toBeLessThan(320);
  });

  test('works until its time and not a second longer', () => {
    expect(at(later(NOON, HOUR - 1000)).verify(tokens.sign(claims))).toEqual(claims);
    expect(at(later(NOON, HOUR)).verify(tokens.sign(claims))).toBeNull();
    expect(at(later(NOON, 400 * 24 * HOUR)).verify(tokens.sign(claims))).toBeNull();
  });

  test('is still read after its time where a browser comes back to its place', () => {
    expect(at(later(NOON, 2 * HOUR)).verify(tokens.sign(claims), { whenExpired: 'read' })).toEqual(claims);
    expect(
      at(later(NOON, 2 * HOUR)).verify(forge(HEADER, PAYLOAD, randomBytes(32)), { whenExpired: 'read' }),
    ).toBeNull();
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no token at all', 'let me in'],
    ['endless', `${'a'.repeat(3000)}.b.c`],
    ['unsigned: alg none', `${encode({ alg: 'none', typ: HEADER.typ })}.${encode(PAYLOAD)}.`],
    ['unsigned: the signature left out', forge(HEADER, PAYLOAD).replace(/[^.]*$/, '')],
    ['signed with another secret', forge(HEADER, PAYLOAD, randomBytes(32))],
    ['signed with an empty secret', forge(HEADER, PAYLOAD, '')],
    ['HS256 with a public RSA key as the secret', forge(HEADER, PAYLOAD, publicKey)],
    ['said to be RS256', forge({ ...HEADER, alg: 'RS256' }, PAYLOAD)],
    ['HS512 with our secret', forge({ ...HEADER, alg: 'HS512' }, PAYLOAD, SECRET, 'sha512')],
    ['of another type', forge({ ...HEADER, typ: 'JWT' }, PAYLOAD)],
    ['of no type', forge({ alg: 'HS256' }, PAYLOAD)],
    ['asking for an extension (crit)', forge({ ...HEADER, crit: ['exp'] }, PAYLOAD)],
    ['naming its own key (kid)', forge({ ...HEADER, kid: '../secret' }, PAYLOAD)],
    ['bringing its own key (jwk)', forge({ ...HEADER, jwk: { kty: 'oct', k: 'AA' } }, PAYLOAD)],
    ['without an end', forge(HEADER, WITHOUT_EXP)],
    ['with an end in words', forge(HEADER, { ...PAYLOAD, exp: '9999999999' })],
    ['with an end that is infinite', forge(HEADER, { ...PAYLOAD, exp: 1e300 })],
    ['expired', forge(HEADER, { ...PAYLOAD, exp: NOON / 1000 - 1 })],
    ['for another purpose', forge(HEADER, { ...PAYLOAD, aud: 'download' })],
    ['for several purposes', forge(HEADER, { ...PAYLOAD, aud: ['join', 'download'] })],
    ['from another issuer', forge(HEADER, { ...PAYLOAD, iss: 'elsewhere' })],
    ['for nobody', forge(HEADER, WITHOUT_PERSON)],
    ['with an id that nobody mints', forge(HEADER, { ...PAYLOAD, v: '../../etc' })],
    ['with something more', forge(HEADER, { ...PAYLOAD, role: 'host' })],
    ['a text instead of claims', forge(HEADER, 'host')],
    ['a list instead of claims', forge(HEADER, [PAYLOAD])],
  ])('that is %s opens nothing', (_name, token) => {
    expect(tokens.verify(token)).toBeNull();
    if (_name !== 'expired') expect(tokens.verify(token, { whenExpired: 'read' })).toBeNull();
  });

  test('that was changed in any one place opens nothing', () => {
    const token = tokens.sign(claims);
    // The last character carries bits that the signature does not use (base64url of 32 bytes).
    for (let place = 0; place < token.length - 1; place += 1) {
      const other = token[place] === 'A' ? 'B' : 'A';
      expect(tokens.verify(token.slice(0, place) + other + token.slice(place + 1)), `place ${place}`).toBeNull();
    }
  });

  test('is never signed with a secret that could be guessed', () => {
    expect(() => at(NOON, randomBytes(31))).toThrow(/32 bytes/);
  });
});
