import { atOnce } from '@doorstep/shared/lib/unhurried.ts';
import { attendance } from '@doorstep/shared/visit/attendance.ts';
import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import type { VisitRecord } from '@doorstep/shared/visit/record.ts';
import type { PreparingView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshId, signInOf } from '../identity/credential.ts';
import { answer, type Browser, refusal } from './testing/Browser.ts';
import { AMINA, FAMILY, PLAN, PRIYA, TestSite, TOM } from './testing/TestSite.ts';

let site: TestSite;
beforeEach(async () => {
  site = await TestSite.start();
});
afterEach(() => site.close());

describe('signing in', () => {
  test('gives a cookie that says who one is, until signing out', async () => {
    const browser = site.browser();
    expect(await answer(browser.get('/api/staff'))).toEqual([AMINA, PRIYA, TOM]);
    expect(await refusal(browser.get('/api/me'))).toEqual([401, 'notSignedIn']);

    expect(await answer(browser.post('/api/sign-in', { staff: AMINA.id }))).toEqual(AMINA);
    expect(await answer(browser.get('/api/me'))).toEqual(AMINA);

    const { cookie } = browser;
    expect((await browser.post('/api/sign-out', {})).status).toBe(204);
    expect(browser.cookie).toBe('');
    // Somebody who kept the cookie has nothing of it.
    expect((await fetch(`${site.url}/api/me`, { headers: { cookie } })).status).toBe(401);
  });

  test('anew ends what was before', async () => {
    const browser = await site.signedIn(AMINA);
    const { cookie } = browser;
    await answer(browser.post('/api/sign-in', { staff: PRIYA.id }));
    expect((await fetch(`${site.url}/api/me`, { headers: { cookie } })).status).toBe(401);
    expect(await answer(browser.get('/api/me'))).toEqual(PRIYA);
  });

  test('under a name that is nobody’s is refused, and soon not even tried', async () => {
    const browser = site.browser();
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await refusal(browser.post('/api/sign-in', { staff: 'nobody' }))).toEqual([403, 'noSuchStaff']);
    }
    expect(await refusal(browser.post('/api/sign-in', { staff: AMINA.id }))).toEqual([429, 'tooFast']);
    site.clock.advance(60_000);
    expect(await answer(browser.post('/api/sign-in', { staff: AMINA.id }))).toEqual(AMINA);
  });

  test('out takes one out of the visit on that browser, so that the next person does not sit in that seat', async () => {
    const browser = await site.signedIn(AMINA);
    const visit = await site.planned(browser);
    await answer(browser.post(`/api/visits/${visit}/session`, { device: 'computer' }));
    const ended = browser.cookie.split('doorstep-staff=')[1]?.split(';')[0] ?? '';
    await browser.post('/api/sign-out', {});
    expect((await site.store.load(visit)).at(-1)?.event.type).toBe('session.left');
    expect(site.signedOut).toEqual([signInOf(ended)]);
  });

  test('in as somebody else takes the one before out of the visit on that browser; as oneself does not', async () => {
    const browser = await site.signedIn(AMINA);
    const visit = await site.planned(browser);
    await answer(browser.post(`/api/visits/${visit}/session`, { device: 'computer' }));
    await answer(browser.post('/api/sign-in', { staff: AMINA.id }));
    expect((await site.store.load(visit)).at(-1)?.event.type).toBe('session.opened');

    await answer(browser.post('/api/sign-in', { staff: PRIYA.id }));
    expect((await site.store.load(visit)).at(-1)?.event.type).toBe('session.left');
    expect(site.signedOut).toHaveLength(2);
  });
});

describe('whoever is not signed in', () => {
  test.each<[string, (browser: Browser) => Promise<Response>]>([
    ['the list', (browser) => browser.get('/api/visits')],
    ['a new visit', (browser) => browser.post('/api/visits', { plan: PLAN, people: [] })],
    ['a visit', (browser) => browser.get('/api/visits/v')],
    [
      'a command',
      (browser) => browser.post('/api/visits/v/commands', { commandId: 'c', command: { type: 'visit.start' } }),
    ],
    ['a link', (browser) => browser.get('/api/visits/v/invitations/i/link')],
    ['the attendance', (browser) => browser.get('/api/visits/v/attendance')],
    ['the record', (browser) => browser.get('/api/visits/v/record')],
    ['a place', (browser) => browser.post('/api/visits/v/session', { device: 'phone' })],
  ])('gets nothing: %s', async (_, ask) => {
    expect(await refusal(ask(site.browser()))).toEqual([401, 'notSignedIn']);
  });
});

describe('[PLAN-1] planning a visit', () => {
  test('puts it into the lists of its staff and nobody else’s', async () => {
    const host = await site.signedIn(AMINA);
    const id = await site.planned(host);
    const people = [...FAMILY, { name: 'Priya Shah', role: 'colleague' }].map(({ name, role }) => ({ name, role }));
    const entry = { id, ...PLAN, phase: 'planned', hostName: AMINA.name, people, waiting: 0 };
    expect(await site.listOf(host)).toEqual([entry]);
    expect(await site.listOf(await site.signedIn(PRIYA))).toEqual([entry]);
    expect(await site.listOf(await site.signedIn(TOM))).toEqual([]);
  });

  test('with people who cannot be, plans nothing', async () => {
    const host = await site.signedIn(AMINA);
    const plan = (people: readonly object[]) => host.post('/api/visits', { plan: PLAN, people });
    expect(await refusal(plan([FAMILY[0], FAMILY[0]]))).toEqual([422, 'nameTaken']);
    expect(await refusal(plan([{ ...FAMILY[0], role: 'host' }]))).toEqual([422, 'oneHostOnly']);
    expect(await refusal(plan([{ ...FAMILY[0], role: 'colleague', staff: 'nobody' }]))).toEqual([404, 'notFound']);
    expect(await refusal(plan([{ ...FAMILY[0], role: 'chair' }]))).toEqual([422, 'chairSignsIn']);
    const chairs = [PRIYA, TOM].map(({ id, name }) => ({ name, role: 'chair', relationship: '', staff: id }));
    expect(await refusal(plan(chairs))).toEqual([422, 'oneChairOnly']);
    expect(await refusal(plan([{ ...FAMILY[0], name: '' }]))).toEqual([400, 'malformed']);
    expect(await site.listOf(host)).toEqual([]);
  });

  test('a colleague has the name by which they sign in, whatever was asked', async () => {
    const host = await site.signedIn(AMINA);
    const visit = await site.planned(host);
    const tom = { name: 'Somebody Else', role: 'manager', relationship: '', staff: TOM.id, participant: 'p' };
    expect(await site.command(host, visit, { type: 'roster.add', person: tom })).toEqual({ ok: true });
    expect((await site.rosterEntry(host, visit, TOM.name)).role).toBe('manager');
  });
});

describe('a visit', () => {
  let host: Browser;
  let visit: VisitId;
  beforeEach(async () => {
    host = await site.signedIn(AMINA);
    visit = await site.planned(host);
  });

  test('is not there for staff who have no part in it, whether it exists or not', async () => {
    const tom = await site.signedIn(TOM);
    for (const id of [visit, 'no-such-visit']) {
      const commands = { commandId: freshId(), command: { type: 'visit.start' } };
      expect(await refusal(tom.get(`/api/visits/${id}`))).toEqual([404, 'notFound']);
      expect(await refusal(tom.post(`/api/visits/${id}/commands`, commands))).toEqual([404, 'notFound']);
      expect(await refusal(tom.post(`/api/visits/${id}/session`, { device: 'phone' }))).toEqual([404, 'notFound']);
      expect(await refusal(tom.get(`/api/visits/${id}/attendance`))).toEqual([404, 'notFound']);
      expect(await refusal(tom.get(`/api/visits/${id}/record`))).toEqual([404, 'notFound']);
    }
  });

  test('shows its console to the host alone, and lets nobody else use it', async () => {
    const priya = await site.signedIn(PRIYA);
    expect((await answer<PreparingView>(host.get(`/api/visits/${visit}`))).console).not.toBeNull();
    expect((await answer<PreparingView>(priya.get(`/api/visits/${visit}`))).console).toBeNull();
    expect(await site.command(priya, visit, { type: 'visit.start' })).toEqual({ ok: false, refusal: 'notYours' });
    expect(await refusal(priya.get(`/api/visits/${visit}/attendance`))).toEqual([403, 'notYours']);
    expect(await refusal(priya.get(`/api/visits/${visit}/record`))).toEqual([403, 'notYours']);
    expect(await refusal(priya.get(`/api/visits/${visit}/invitations/i/link`))).toEqual([403, 'notYours']);
  });

  test('is not there any more for staff who were taken off the plan', async () => {
    const priya = await site.signedIn(PRIYA);
    const { participant } = await site.rosterEntry(host, visit, PRIYA.name);
    await site.command(host, visit, { type: 'roster.withdraw', participant });
    expect(await refusal(priya.get(`/api/visits/${visit}`))).toEqual([404, 'notFound']);
    expect(await site.listOf(priya)).toEqual([]);
  });

  test('[ROST-5] is in the list of a colleague who was put out as little as in the room', async () => {
    const priya = await site.signedIn(PRIYA);
    const { participant } = await site.rosterEntry(host, visit, PRIYA.name);
    await answer(priya.post(`/api/visits/${visit}/session`, { device: 'computer' }));
    expect(await site.listOf(priya)).toHaveLength(1);
    await site.command(host, visit, { type: 'lobby.remove', participant });
    expect(await site.listOf(priya)).toEqual([]);
    expect(await answer(priya.get(`/api/visits/${visit}`))).toMatchObject({ screen: 'out', why: 'removed' });
  });

  test('does what it is told once, however often it is said', async () => {
    const message = { commandId: freshId(), command: { type: 'visit.start' } };
    const path = `/api/visits/${visit}/commands`;
    expect(await answer(host.post(path, message))).toEqual({ ok: true });
    const { length } = await site.store.load(visit);
    expect(await answer(host.post(path, message))).toEqual({ ok: true });
    expect(await site.store.load(visit)).toHaveLength(length);
    expect(await site.command(host, visit, { type: 'visit.start' })).toEqual({
      ok: false,
      refusal: 'visitAlreadyOpen',
    });
  });

  test('[SAFE-5] gives a professional the same place on the same browser, and another on another', async () => {
    const place = (browser: Browser) =>
      answer<{ session: string }>(browser.post(`/api/visits/${visit}/session`, { device: 'computer' }));
    const first = await place(host);
    expect(await place(host)).toEqual(first);
    expect(await place(await site.signedIn(AMINA))).not.toEqual(first);
  });

  test('[ROST-2] tells the host who was where and when', async () => {
    await answer(host.post(`/api/visits/${visit}/session`, { device: 'computer' }));
    expect(await answer(host.get(`/api/visits/${visit}/attendance`))).toEqual(
      atOnce(attendance(await site.store.load(visit))),
    );
  });

  test('[SEE-4] [UNK-2] tells the host how long the family was seen, and what was done about unknown people', async () => {
    const { participant } = await site.rosterEntry(host, visit, 'Dana Hughes');
    const record = await answer<VisitRecord>(host.get(`/api/visits/${visit}/record`));
    expect(record.matters).toEqual([]);
    expect(record.seen).toContainEqual({ participant, name: 'Dana Hughes', role: 'parent', seenFor: 0, spells: [] });
  });

  test('[JOIN-2] has a link for a person, as text and as a QR code, until it is closed', async () => {
    const url = await site.linkFor(host, visit, 'Dana Hughes');
    expect(url).toMatch(new RegExp(`^${site.url}/join#[\\w-]+\\.[\\w-]+\\.[\\w-]+$`));
    const { invitation } = await site.rosterEntry(host, visit, 'Dana Hughes');
    const path = `/api/visits/${visit}/invitations/${invitation?.id}/link`;
    expect(await answer<object>(host.get(path))).toMatchObject({ url, qr: expect.stringMatching(/^<svg/) });

    await site.command(host, visit, { type: 'invitation.revoke', invitation: invitation?.id });
    expect(await refusal(host.get(path))).toEqual([409, 'linkRevoked']);
    await site.linkFor(host, visit, 'Sam Hughes');
    const sams = (await site.rosterEntry(host, visit, 'Sam Hughes')).invitation?.id;
    site.clock.advance(3 * 3_600_000);
    const again = await site.signedIn(AMINA);
    expect(await refusal(again.get(`/api/visits/${visit}/invitations/${sams}/link`))).toEqual([409, 'linkExpired']);
  });
});
