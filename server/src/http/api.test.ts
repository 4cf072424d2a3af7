import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, refusal } from './testing/Browser.ts';
import { AMINA, TestSite } from './testing/TestSite.ts';

let site: TestSite;
beforeAll(async () => {
  site = await TestSite.start();
});
afterAll(() => site.close());

const ROUTES = [
  'GET /api/health',
  'GET /api/me',
  'GET /api/settings',
  'GET /api/staff',
  'GET /api/visits',
  'GET /api/visits/{visit}',
  'GET /api/visits/{visit}/attendance',
  'GET /api/visits/{visit}/invitations/{invitation}/link',
  'GET /api/visits/{visit}/record',
  'POST /api/join',
  'POST /api/join/quick-exit',
  'POST /api/sign-in',
  'POST /api/sign-out',
  'POST /api/visits',
  'POST /api/visits/{visit}/commands',
  'POST /api/visits/{visit}/line',
  'POST /api/visits/{visit}/session',
];

describe('the description of the interface', () => {
  test('names every route that there is', async () => {
    const described = await answer<{ openapi: string; paths: Record<string, object> }>(
      site.browser().get('/api/openapi.json'),
    );
    const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.openapi).toBe('3.1.0');
    expect(routes.sort()).toEqual(ROUTES);
  });

  test('is made from the schemas that parse', async () => {
    const described = await answer<object>(site.browser().get('/api/openapi.json'));
    expect(described).toMatchObject({
      paths: {
        '/api/join': {
          post: {
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    required: ['token', 'device'],
                    additionalProperties: false,
                    properties: {
                      token: { maxLength: 2048 },
                      device: { enum: ['phone', 'tablet', 'computer', 'unknown'] },
                    },
                  },
                },
              },
            },
          },
        },
      },
    });
  });
});

describe('a request that is not of our pages’ making', () => {
  const post = (body: string, headers: Readonly<Record<string, string>> = {}, path = '/api/sign-in') =>
    refusal(site.browser().post(path, body, headers));

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an address', { origin: 'null' }],
    ['the same name on another port', { origin: 'http://127.0.0.1:1' }],
  ])('comes from %s: refused before it is read', async (_, headers) => {
    expect(await post('{"staff":"amina"}', headers)).toEqual([403, 'otherSite']);
  });

  test('says nothing of where it comes from: refused', async () => {
    const response = fetch(`${site.url}/api/sign-in`, {
      method: 'POST',
      body: '{"staff":"amina"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await refusal(response)).toEqual([403, 'otherSite']);
  });

  test.each<[string, string, readonly [number, string]]>([
    ['nothing', '', [400, 'malformed']],
    ['no JSON', '{staff: amina}', [400, 'malformed']],
    ['a list', '["amina"]', [400, 'malformed']],
    ['something missing', '{}', [400, 'malformed']],
    ['something more', '{"staff":"amina","admin":true}', [400, 'malformed']],
    ['another type', '{"staff":{"$ne":null}}', [400, 'malformed']],
    ['a prototype', '{"staff":"amina","__proto__":{"admin":true}}', [400, 'malformed']],
    ['a constructor', '{"staff":"amina","constructor":{"prototype":{"admin":true}}}', [400, 'malformed']],
    ['endless depth', `{"staff":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, [400, 'malformed']],
    ['endless length', `{"staff":"${'a'.repeat(70_000)}"}`, [413, 'tooLarge']],
  ])('has %s in it: refused, and the server goes on', async (_, body, expected) => {
    expect(await post(body)).toEqual(expected);
    expect(await answer(site.browser().post('/api/sign-in', { staff: AMINA.id }))).toEqual(AMINA);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', 'application/xml'])(
    'is %s: refused',
    async (type) => {
      expect(await post('{"staff":"amina"}', { 'content-type': type })).toEqual([415, 'notJson']);
    },
  );

  test.each(['PUT', 'DELETE', 'PATCH'])('is a %s: there is no such thing', async (method) => {
    const response = site.browser().send('/api/visits', { method, headers: { origin: site.url } });
    expect(await refusal(response)).toEqual([404, 'notFound']);
  });

  test.each(['/api/visits/%2e%2e', "/api/visits/'%20or%201=1", `/api/visits/${'a'.repeat(65)}`])(
    'names what nobody mints: %s',
    async (path) => {
      const browser = await site.signedIn(AMINA);
      const response = await browser.get(path);
      expect([400, 404]).toContain(response.status);
    },
  );
});

test('a fault is told to nobody: neither what nor where', async () => {
  const broken = await TestSite.start({
    store: {
      listFor: async () => {
        throw new Error('secret detail');
      },
    },
  });
  const browser = await broken.signedIn(AMINA);
  const response = await browser.get('/api/visits');
  expect(response.status).toBe(500);
  expect(await response.text()).toBe(
    '{"refusal":"fault","says":"Something went wrong on our side. Try again in a moment."}',
  );
  await broken.close();
});

describe('too many requests from one address', () => {
  test('are refused until a while has passed; another address is served', async () => {
    const busy = await TestSite.start({
      limits: { requestsPerMinute: 5, failedTriesPerMinute: 10 },
      isProxy: () => true,
    });
    const from = (address: string) => busy.browser().get('/api/settings', { 'x-forwarded-for': address });
    for (let times = 0; times < 5; times += 1) expect((await from('192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(200);
    busy.clock.advance(12_000);
    expect((await from('192.0.2.1')).status).toBe(200);
    await busy.close();
  });

  test('[SAFE-6] are one household’s, whichever address of its network it takes', async () => {
    const busy = await TestSite.start({
      limits: { requestsPerMinute: 2, failedTriesPerMinute: 10 },
      isProxy: () => true,
    });
    const from = (address: string) => busy.browser().get('/api/settings', { 'x-forwarded-for': address });
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2::2']) expect((await from(address)).status).toBe(200);
    expect((await from('2001:db8:1:2:ffff::3')).status).toBe(429);
    expect((await from('2001:db8:1:3::1')).status).toBe(200);
    await busy.close();
  });

  test('cannot be hidden behind an address that one claims to come from', async () => {
    const busy = await TestSite.start({ limits: { requestsPerMinute: 2, failedTriesPerMinute: 10 } });
    const claiming = (address: string) => busy.browser().get('/api/settings', { 'x-forwarded-for': address });
    const statuses = [];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) statuses.push((await claiming(address)).status);
    expect(statuses).toEqual([200, 200, 429]);
    await busy.close();
  });
});

describe('[PRIV-5] who sits behind one address with somebody else', () => {
  const LIMITS = { requestsPerMinute: 20, failedTriesPerMinute: 10 };

  /** Asks as somebody whom nobody knows until it is too much: how often that went. */
  async function asksOn(here: TestSite): Promise<number> {
    let asked = 0;
    while ((await here.browser().get('/api/settings')).status === 200) asked += 1;

    return asked;
  }

  test('is not put off for what they ask, nor can tell from what is left that they came', async () => {
    const { site: shared, link } = await TestSite.withLink({ limits: LIMITS });
    const phone = shared.browser();
    const joins = () => phone.post('/api/join', { token: link.split('#')[1], device: 'phone' });
    shared.clock.advance(60_000);
    for (let times = 0; times < 3; times += 1) expect((await joins()).status).toBe(200);
    expect(await asksOn(shared)).toBe(LIMITS.requestsPerMinute);

    for (let times = 0; times < 25; times += 1) await shared.browser().post('/api/join/quick-exit', {});
    expect((await joins()).status).toBe(200);
    expect((await phone.get('/api/settings')).status).toBe(200);
    expect((await phone.post('/api/join/quick-exit', {})).status).toBe(204);
    await shared.close();
  });
});

describe('health', () => {
  test.each([
    [{ database: true, workers: 2 }, 200, true],
    [{ database: false, workers: 2 }, 503, false],
    [{ database: true, workers: 0 }, 503, false],
  ])('is what the parts say: %j', async (parts, status, ok) => {
    const sick = await TestSite.start({ health: async () => parts });
    const response = await sick.browser().get('/api/health');
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ ok, ...parts });
    await sick.close();
  });
});

describe('the figures', () => {
  test('are for this machine, or for whoever has the token; never through a proxy', async () => {
    const open = await TestSite.start({ metricsToken: 'a token of some length' });
    const get = (headers: Readonly<Record<string, string>>) => open.browser().get('/metrics', headers);
    expect(await (await get({})).text()).toContain('doorstep_visits');
    expect((await get({ 'x-forwarded-for': '192.0.2.1' })).status).toBe(404);
    expect((await get({ 'x-forwarded-for': '192.0.2.1', authorization: 'Bearer wrong' })).status).toBe(404);
    expect((await get({ 'x-forwarded-for': '192.0.2.1', authorization: 'Bearer a token of some length' })).status).toBe(
      200,
    );
    await open.close();
  });
});

test('anyone may know whom to call', async () => {
  expect(await answer(site.browser().get('/api/settings'))).toEqual({
    authorityName: 'Brookshire',
    phoneNumber: '01632 960 123',
    demo: true,
  });
});

test('half a request holds nobody up', async () => {
  const half = request(`${site.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-length': '100', origin: site.url, 'content-type': 'application/json' },
  });
  half.on('error', () => {});
  half.write('{"staff":');
  expect((await site.browser().get('/api/settings')).status).toBe(200);
  half.destroy();
});
