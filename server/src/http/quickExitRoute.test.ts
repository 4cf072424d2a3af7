import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshId } from '../identity/credential.ts';
import { answer, Browser } from './testing/Browser.ts';
import { TestSite } from './testing/TestSite.ts';

let site: TestSite;
let host: Browser;
let visit: VisitId;
let link: string;
beforeEach(async () => {
  ({ site, host, visit, link } = await TestSite.withLink());
});
afterEach(() => site.close());

const join = (browser: Browser, url: string, attempt?: string) =>
  browser.post('/api/join', { token: url.split('#')[1], device: 'phone', ...(attempt !== undefined && { attempt }) });
const joined = async (browser: Browser, url = link) =>
  (await answer<{ session: SessionId }>(join(browser, url))).session;
const leave = (browser: Browser, place: object) => browser.post('/api/join/quick-exit', place);
const departures = async () =>
  (await site.store.load(visit)).flatMap(({ event }) => (event.type === 'session.left' ? [event] : []));

describe('[CARE-5] the quick exit', () => {
  test('tells the visit, and leaves nothing in the browser', async () => {
    const phone = site.browser();
    const session = await joined(phone);
    const response = await leave(phone, { session });
    expect(response.status).toBe(204);
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(phone.cookie).toBe('');
    expect(await departures()).toMatchObject([{ session, quickly: true }]);
  });

  test('is nobody else’s to press', async () => {
    const session = await joined(site.browser());
    const stranger = site.browser();
    await joined(stranger, await site.linkFor(host, visit, 'Sam Hughes'));
    expect((await leave(stranger, { session })).status).toBe(204);
    expect(await departures()).toEqual([]);
  });

  test('may be pressed again', async () => {
    const phone = site.browser();
    const session = await joined(phone);
    await leave(phone, { session });
    expect((await leave(new Browser(site.url), { session })).status).toBe(204);
  });

  test('on a page that has no place: the browser is forgotten all the same', async () => {
    const phone = site.browser();
    const session = await joined(phone);
    expect((await leave(phone, {})).status).toBe(204);
    expect(phone.cookie).toBe('');
    expect(await joined(phone)).not.toBe(session);
  });

  test('is not lost in a crowd that shares the address and has used up its allowance', async () => {
    const crowded = await TestSite.start({ limits: { requestsPerMinute: 3, failedTriesPerMinute: 10 } });
    const phone = crowded.browser();
    for (let times = 0; times < 3; times += 1) await phone.get('/api/settings');
    expect((await phone.get('/api/settings')).status).toBe(429);
    expect((await leave(phone, {})).status).toBe(204);
    await crowded.close();
  });

  test('is limited, too: generously, and from our own pages only', async () => {
    const busy = await TestSite.start({ limits: { requestsPerMinute: 3, failedTriesPerMinute: 10 } });
    const statuses = [];
    for (let times = 0; times < 4; times += 1) statuses.push((await leave(busy.browser(), {})).status);
    expect(statuses).toEqual([204, 204, 204, 429]);
    expect((await site.browser().post('/api/join/quick-exit', {}, { origin: 'https://evil.example' })).status).toBe(
      403,
    );
    await busy.close();
  });
});

describe('[CARE-5] a quick exit while the link is being exchanged', () => {
  const attempt = freshId();

  test('that comes before the answer has arrived leaves the place that the answer would have told', async () => {
    const { session } = await answer<{ session: SessionId }>(join(site.browser(), link, attempt));
    // The answer never came, and no cookie with it.
    expect((await leave(site.browser(), { attempt })).status).toBe(204);
    expect(await departures()).toMatchObject([{ session, quickly: true }]);
  });

  test('that overtakes the link: there is no place to be had by it, and the visit is told', async () => {
    const phone = site.browser();
    await leave(phone, { attempt });
    expect((await join(phone, link, attempt)).status).toBe(403);
    expect(phone.cookie).toBe('');
    expect(await departures()).toMatchObject([{ quickly: true }]);
  });

  test('concerns that try alone', async () => {
    await leave(site.browser(), { attempt: freshId() });
    expect((await join(site.browser(), link, attempt)).status).toBe(200);
    expect(await departures()).toEqual([]);
  });
});
