import { AMINA, DANA, linkOf, SAM, STAFF_AMINA, STAFF_PRIYA, VISIT } from '@doorstep/shared/testing/personas.ts';
import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { describe, expect, test } from 'vitest';
import { freshCredential } from './credential.ts';
import type { Place, Seats } from './Seats.ts';

const danas: Place = { visit: VISIT, participant: DANA, invitation: linkOf(DANA), identity: 'ownLink', staff: null };
const sams: Place = { ...danas, participant: SAM, invitation: linkOf(SAM) };
const aminas: Place = { visit: VISIT, participant: AMINA, invitation: null, identity: 'signedIn', staff: STAFF_AMINA };

/** What every store of places promises. */
export function seatsContract(freshSeats: () => Promise<Seats>): void {
  describe('taking a place', () => {
    test('[SAFE-5] gives the same browser the same session every time', async () => {
      const seats = await freshSeats();
      const browser = freshCredential();
      const [family, staff] = [await seats.take(browser, danas), await seats.take(browser, aminas)];
      expect(await seats.take(browser, danas)).toBe(family);
      expect(await seats.take(browser, aminas)).toBe(staff);
      expect(family).not.toBe(staff);
    });

    test('[JOIN-7] gives another browser with the same link another session', async () => {
      const seats = await freshSeats();
      expect(await seats.take(freshCredential(), danas)).not.toBe(await seats.take(freshCredential(), danas));
    });

    test('keeps apart two people, two links of one person, and two visits on one browser', async () => {
      const seats = await freshSeats();
      const browser = freshCredential();
      const places = [
        danas,
        sams,
        { ...danas, invitation: linkOf(DANA, 2) },
        { ...danas, visit: 'visit-2' as VisitId },
      ];
      const sessions = await Promise.all(places.map((place) => seats.take(browser, place)));
      expect(new Set(sessions).size).toBe(places.length);
    });

    test.each([
      ['a link', danas],
      ['a sign-in', aminas],
    ])('gives one session to two tabs that come at once by %s', async (_, place) => {
      const seats = await freshSeats();
      const browser = freshCredential();
      const sessions = await Promise.all(Array.from({ length: 6 }, () => seats.take(browser, place)));
      expect(new Set(sessions).size).toBe(1);
    });
  });

  describe('whose place a session is', () => {
    test('is told to the browser that took it, and to nobody else', async () => {
      const seats = await freshSeats();
      const browser = freshCredential();
      const session = await seats.take(browser, danas);
      expect(await seats.resolve(browser, session)).toEqual(danas);
      expect(await seats.resolve(freshCredential(), session)).toBeNull();
      expect(await seats.resolve(browser, 'another' as SessionId)).toBeNull();
      expect(await seats.resolve('', session)).toBeNull();
    });

    test('is found for a member of staff on their browser', async () => {
      const seats = await freshSeats();
      const browser = freshCredential();
      const session = await seats.take(browser, aminas);
      await seats.take(browser, danas);
      expect(await seats.ofStaff(browser, STAFF_AMINA)).toEqual([{ ...aminas, session }]);
      expect(await seats.ofStaff(browser, STAFF_PRIYA)).toEqual([]);
      expect(await seats.ofStaff(freshCredential(), STAFF_AMINA)).toEqual([]);
    });
  });
}
