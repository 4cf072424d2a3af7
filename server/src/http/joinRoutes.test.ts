import { after as later, type SessionId, type VisitId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvitationTokens } from '../identity/InvitationTokens.ts';
import { answer, type Browser, refusal } from './testing/Browser.ts';
import { TestSite } from './testing/TestSite.ts';

const HOUR = 3_600_000;

let site: TestSite;
let host: Browser;
let visit: VisitId;
let link: string;
beforeEach(async () => {
  ({ site, host, visit, link } = await TestSite.withLink());
});
afterEach(() => site.close());

const tokenIn = (url: string) => url.split('#')[1] ?? '';
const join = (browser: Browser, token = tokenIn(link)) => browser.post('/api/join', { token, device: 'phone' });
const joined = async (browser: Browser, token = tokenIn(link)) =>
  (await answer<{ session: SessionId }>(join(browser, token))).session;
const sessionsIn = async () =>
  (await site.store.load(visit)).flatMap(({ event }) => (event.type === 'session.opened' ? [event] : []));

describe('[JOIN-2] a link', () => {
  test('is exchanged for a place at the door and a cookie that no script can read', async () => {
    const response = await join(site.browser());
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^doorstep-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/),
    ]);
    const { session } = (await response.json()) as { session: SessionId };
    const { participant } = await site.rosterEntry(host, visit, 'Dana Hughes');
    expect(await sessionsIn()).toMatchObject([
      { session, participant, identity: 'ownLink', device: 'phone', arrival: 'first' },
    ]);
    expect(await site.seats.resolve(response.headers.getSetCookie()[0]?.slice(16, 59) ?? '', session)).toMatchObject({
      participant,
    });
  });

  test('[SAFE-5] gives the same browser its place again, whatever has become of the link', async () => {
    const phone = site.browser();
    const session = await joined(phone);
    expect(await joined(phone)).toBe(session);
    expect(await sessionsIn()).toHaveLength(1);

    site.clock.advance(5 * HOUR);
    expect(await joined(phone)).toBe(session);
    expect(await refusal(join(site.browser()))).toEqual([403, 'linkClosed']);
  });

  test('that has run out is closed to a browser that came by another', async () => {
    const phone = site.browser();
    await joined(phone, tokenIn(await site.linkFor(host, visit, 'Sam Hughes')));
    site.clock.advance(5 * HOUR);
    expect(await refusal(join(phone))).toEqual([403, 'linkClosed']);
  });

  test('[JOIN-7] makes another browser a second device', async () => {
    const [first, second] = [await joined(site.browser()), await joined(site.browser())];
    expect(second).not.toBe(first);
    expect((await sessionsIn()).map(({ arrival }) => arrival)).toEqual(['first', 'second']);
  });

  test('[JOIN-7] cannot be used for another’s place on the same browser', async () => {
    const phone = site.browser();
    const danas = await joined(phone);
    const sams = await joined(phone, tokenIn(await site.linkFor(host, visit, 'Sam Hughes')));
    expect(sams).not.toBe(danas);
    expect(new Set((await sessionsIn()).map(({ participant }) => participant)).size).toBe(2);
  });

  test('that a preview looks at is not used up, and shows nothing of anybody', async () => {
    for (let times = 0; times < 5; times += 1) {
      const page = await (await site.browser().get(new URL(link).pathname)).text();
      expect(page).not.toMatch(/Dana|Sam|Amina|Hughes/);
    }
    expect(await sessionsIn()).toEqual([]);
    await joined(site.browser());
  });
});

describe('[JOIN-2] a link that opens nothing', () => {
  const bad: readonly (readonly [string, () => Promise<string>])[] = [
    ['is made up', async () => 'let.me.in'],
    ['is signed by another', async () => new InvitationTokens(Buffer.alloc(32, 8), site.now).sign(await claims())],
    ['has run out', async () => site.tokens.sign({ ...(await claims()), expiresAt: later(site.now(), -1000) })],
    [
      'names a visit that there is not',
      async () => site.tokens.sign({ ...(await claims()), visit: 'none' as VisitId }),
    ],
    ['was closed', async () => revoked()],
    [
      'was replaced by a newer one',
      async () => {
        const old = tokenIn(link);
        await site.linkFor(host, visit, 'Dana Hughes');
        return old;
      },
    ],
    [
      'belongs to a visit that is over',
      async () => {
        await site.command(host, visit, { type: 'visit.start' });
        await site.command(host, visit, { type: 'visit.end', words: 'Goodbye' });
        return tokenIn(link);
      },
    ],
    [
      'is another person’s of that visit',
      async () =>
        site.tokens.sign({
          ...(await claims()),
          participant: (await site.rosterEntry(host, visit, 'Sam Hughes')).participant,
        }),
    ],
  ];

  async function claims() {
    const read = site.tokens.verify(tokenIn(link));
    if (read === null) throw new Error('A good link');
    return read;
  }

  async function revoked() {
    const { invitation } = await site.rosterEntry(host, visit, 'Dana Hughes');
    await site.command(host, visit, { type: 'invitation.revoke', invitation: invitation?.id });
    return tokenIn(link);
  }

  test.each(bad)('because it %s is answered like every other, and no sooner', async (_, make) => {
    const token = await make();
    const before = await site.store.load(visit);
    const browser = site.browser();
    const response = await join(browser, token);
    const { date: _date, ...headers } = Object.fromEntries(response.headers);

    const plain = await join(site.browser(), 'nonsense');
    const { date: __date, ...plainHeaders } = Object.fromEntries(plain.headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toBe(await plain.text());
    expect(headers).toEqual(plainHeaders);
    expect(browser.cookie).toBe('');
    expect(site.pauses).toEqual([150, 150]);
    expect(await site.store.load(visit)).toEqual(before);
  });

  test('is not answered before its time', async () => {
    const release = site.holdRefusals();
    let isAnswered = false;
    const answered = join(site.browser(), 'nonsense').then(() => {
      isAnswered = true;
    });
    await joined(site.browser());
    await expect.poll(() => site.pauses).toEqual([150, 150]);
    await site.browser().get('/api/settings');
    expect(isAnswered).toBe(false);
    release();
    await answered;
  });

  test('may be tried ten times a minute from one address', async () => {
    for (let tries = 0; tries < 10; tries += 1) expect((await join(site.browser(), 'nonsense')).status).toBe(403);
    const response = await join(site.browser(), 'nonsense');
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
    site.clock.advance(60_000);
    expect((await join(site.browser(), 'nonsense')).status).toBe(403);
  });

  test('may be tried ten times a minute, however many browsers it is tried on, when it was made here and opens nothing any more', async () => {
    site.clock.advance(5 * HOUR);
    for (let tries = 0; tries < 10; tries += 1) expect((await join(site.browser())).status).toBe(403);
    expect((await join(site.browser())).status).toBe(429);
  });

  test('[PRIV-5] keeps nobody else out who sits behind the same address, whatever is tried there', async () => {
    const [hers, phone] = [await site.linkFor(host, visit, 'Sam Hughes'), site.browser()];
    await joined(phone, tokenIn(hers));
    const old = tokenIn(link);
    await site.linkFor(host, visit, 'Dana Hughes');
    for (const token of ['nonsense', old])
      for (let tries = 0; tries < 20; tries += 1) await join(site.browser(), token);

    await joined(phone, tokenIn(hers));
    await joined(site.browser(), tokenIn(hers));
  });

  test('does not count against a family that shares its address with many: good links are not limited', async () => {
    const links = [link, await site.linkFor(host, visit, 'Sam Hughes')];
    for (let devices = 0; devices < 15; devices += 1) {
      for (const each of links) await joined(site.browser(), tokenIn(each));
    }
  });
});
