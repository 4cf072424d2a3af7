import { commandId } from '@doorstep/shared/protocol/commands.ts';
import { SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshId } from '../identity/credential.ts';
import { answer, type Browser, refusal } from './testing/Browser.ts';
import { AMINA, PRIYA, TestSite, TOM } from './testing/TestSite.ts';

const PAGE = 'p'.repeat(22);
let site: TestSite;
let host: Browser;
let visit: VisitId;
let link: string;
beforeEach(async () => {
  ({ site, host, visit, link } = await TestSite.withLink());
});
afterEach(() => site.close());

const line = (who: Browser, request: object = { type: 'openLoop' }, page = PAGE) =>
  who.post(`/api/visits/${visit}/line`, { page, request });
const events = async () => (await site.store.load(visit)).length;
const loops = () => site.plane.counts().loops;

describe('[JOIN-4] measuring one’s line before going in', () => {
  test('is for the visit’s professionals, before and after it has begun, and leaves nothing in it', async () => {
    const before = await events();
    const view = await answer(host.get(`/api/visits/${visit}`));
    const priya = await site.signedIn(PRIYA);
    for (const one of [host, priya]) expect(await answer(line(one))).toMatchObject({ ok: true });
    expect(loops()).toBe(2);
    expect(await events()).toBe(before);
    expect(await answer(host.get(`/api/visits/${visit}`))).toEqual(view);

    await site.command(host, visit, { type: 'visit.start' });
    site.clock.advance(5_000);
    expect(await answer(line(priya))).toMatchObject({ ok: true });
    expect(await answer(line(priya, { type: 'closeLoop' }))).toEqual({ ok: true, answer: {} });
    expect(await answer(line(host, { type: 'closeLoop' }))).toEqual({ ok: true, answer: {} });
    expect(loops()).toBe(0);
  });

  test('[JOIN-3] tells and takes nothing of a room', async () => {
    const opened = JSON.stringify(await answer(line(host)));
    expect(opened).not.toMatch(/iceServers|seated|Hughes|room/);
    for (const type of ['join', 'receive', 'produce', 'resume', 'restartIce']) {
      expect(await refusal(line(host, { type, transport: 'a', consumer: 'a' }))).toEqual([400, 'malformed']);
    }
    expect(await refusal(line(host, { type: 'openLoop' }, 'short'))).toEqual([400, 'malformed']);
  });

  test('is nobody else’s: not the family’s, not of staff who are not part of it, nor of whoever signed out', async () => {
    const phone = site.browser();
    await answer(phone.post('/api/join', { token: link.split('#')[1] ?? '', device: 'phone' }));
    expect(await refusal(line(phone))).toEqual([401, 'notSignedIn']);
    expect(await refusal(line(await site.signedIn(TOM)))).toEqual([404, 'notFound']);
    await host.post('/api/sign-out', {});
    expect(await refusal(line(host))).toEqual([401, 'notSignedIn']);
    expect(loops()).toBe(0);
  });

  test('is over with the visit', async () => {
    await site.command(host, visit, { type: 'visit.start' });
    await site.command(host, visit, { type: 'visit.end', words: 'Goodbye' });
    expect(await refusal(line(host))).toEqual([409, 'visitEnded']);
  });

  test('leaves the line to the call on a browser that is inside just now; on another it may be tried', async () => {
    await site.command(host, visit, { type: 'visit.start' });
    const { session } = await answer<{ session: SessionId }>(
      host.post(`/api/visits/${visit}/session`, { device: 'computer' }),
    );
    const actor = await site.visits.find(visit);
    if (actor === null) throw new Error('The visit is gone');
    const { participant } = await site.rosterEntry(host, visit, AMINA.name);
    const submit = (...[who, command]: [Parameters<typeof actor.submit>[0], Parameters<typeof actor.submit>[2]]) =>
      actor.submit(who, commandId.parse(freshId()), command);
    await submit(SYSTEM, { type: 'session.connect', session });
    expect(await answer(line(host))).toMatchObject({ ok: true });
    await answer(line(host, { type: 'closeLoop' }));

    await submit({ kind: 'person', participant, session }, { type: 'presence.enter' });
    site.clock.advance(5_000);
    expect(await answer(line(host))).toEqual({ ok: false, refusal: 'alreadyInside' });
    expect(await answer(line(await site.signedIn(AMINA), { type: 'openLoop' }, 'q'.repeat(22)))).toMatchObject({
      ok: true,
    });
    await submit(SYSTEM, { type: 'session.lose', session });
    expect(await answer(line(host))).toMatchObject({ ok: true });
  });
});
