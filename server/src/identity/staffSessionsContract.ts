import { NOON } from '@doorstep/shared/testing/personas.ts';
import { after as later } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { freshCredential, signInOf } from './credential.ts';
import type { StaffSessions } from './StaffSessions.ts';

const AMINA = { id: 'staff-amina', name: 'Amina Okafor', team: 'East' };
const HOUR = 3_600_000;

/** What every store of staff sessions promises. */
export function staffSessionsContract(freshSessions: () => Promise<StaffSessions>): void {
  test('a credential stands for who signed in with it, and no other for anybody', async () => {
    const sessions = await freshSessions();
    const credential = await sessions.begin(AMINA, NOON);
    expect(await sessions.find(credential)).toEqual({ member: AMINA, signedInAt: NOON, lastSeenAt: NOON });
    expect(await sessions.find(freshCredential())).toBeNull();
  });

  test('a sign of life is remembered', async () => {
    const sessions = await freshSessions();
    const credential = await sessions.begin(AMINA, NOON);
    const other = await sessions.begin(AMINA, NOON);
    await sessions.touch([signInOf(credential), signInOf(freshCredential())], later(NOON, HOUR));
    expect(await sessions.find(credential)).toMatchObject({ signedInAt: NOON, lastSeenAt: later(NOON, HOUR) });
    expect(await sessions.find(other)).toMatchObject({ lastSeenAt: NOON });
  });

  test('many are found at once, by what names them without opening anything; those that have ended are missing', async () => {
    const sessions = await freshSessions();
    const [one, other, ended] = [
      await sessions.begin(AMINA, NOON),
      await sessions.begin(AMINA, later(NOON, HOUR)),
      await sessions.begin(AMINA, NOON),
    ];
    await sessions.end(ended);
    const found = await sessions.findAll([one, other, ended, freshCredential()].map(signInOf));
    expect([...found].sort()).toEqual(
      [
        [signInOf(one), await sessions.find(one)],
        [signInOf(other), await sessions.find(other)],
      ].sort(),
    );
    expect(await sessions.findAll([])).toEqual(new Map());
  });

  test('signing out takes effect at once, on that browser alone', async () => {
    const sessions = await freshSessions();
    const [here, elsewhere] = [await sessions.begin(AMINA, NOON), await sessions.begin(AMINA, NOON)];
    await sessions.end(here);
    expect(await sessions.find(here)).toBeNull();
    expect(await sessions.find(elsewhere)).not.toBeNull();
  });

  test('what is over is forgotten when somebody signs in', async () => {
    const sessions = await freshSessions();
    const old = await sessions.begin(AMINA, NOON);
    const recent = await sessions.begin(AMINA, later(NOON, 6 * HOUR));
    await sessions.begin(AMINA, later(NOON, 12 * HOUR));
    expect(await sessions.find(old)).toBeNull();
    expect(await sessions.find(recent)).not.toBeNull();
  });
}
