import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StaticSite } from './StaticSite.ts';
import { EXPORT, TestSite } from './testing/TestSite.ts';

let site: TestSite;
beforeAll(async () => {
  site = await TestSite.start();
});
afterAll(() => site.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => site.browser().get(path, headers);
const policyOf = async (path: string) =>
  new Map(
    ((await get(path)).headers.get('content-security-policy') ?? '').split('; ').map((each) => {
      const [name = '', ...sources] = each.split(' ');
      return [name, sources];
    }),
  );
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('every answer', () => {
  test.each(['/', '/join', '/nothing', '/_next/static/a.js', '/api/settings', '/api/nothing', '/metrics'])(
    'keeps others out: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('permissions-policy')).toMatch(/^camera=\(self\), microphone=\(self\)(, [a-z-]+=\(\))+$/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  test('asks browsers to stay with HTTPS where they speak it, and only there', async () => {
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull();
    const secure = await TestSite.start({ secure: true });
    expect((await secure.browser().get('/')).headers.get('strict-transport-security')).toBe('max-age=31536000');
    await secure.close();
    const selfSigned = await TestSite.start({ secure: true, trusted: false });
    expect((await selfSigned.browser().get('/')).headers.get('strict-transport-security')).toBeNull();
    await selfSigned.close();
  });
});

describe('a page', () => {
  test.each([
    ['/', 'Visits'],
    ['/index.html', 'Visits'],
    ['/join', 'Meeting'],
    ['/join/', 'Meeting'],
    ['/join.html', 'Meeting'],
    ['/join?a=b', 'Meeting'],
  ])('is found at %s', async (path, title) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain(`<title>${title}</title>`);
  });

  test('has the authority’s own words, and its policy allows exactly what then stands there', async () => {
    const text = await (await get('/join')).text();
    expect(text).toContain('<p>Call Brookshire on 01632 960 123</p>');
    expect(text).not.toContain('{{');

    const policy = await policyOf('/join');
    expect(policy.get('script-src')).toEqual(["'self'", hashOf('say("Brookshire")')]);
    expect(policy.get('style-src')).toEqual(["'self'", hashOf('p{margin:0}')]);
  });

  test('loads nothing from anybody else and lets nothing inline run but its own', async () => {
    const policy = await policyOf('/');
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'", hashOf('start()')],
      'style-src': ["'self'"],
      'connect-src': ["'self'", `ws://${new URL(site.url).host}`],
      'img-src': ["'self'", 'data:'],
      'media-src': ["'self'", 'blob:'],
      'font-src': ["'self'"],
      'manifest-src': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
    });
  });

  test('does not let the asker write into its policy', async () => {
    const response = await site.app?.inject({ path: '/', headers: { host: "a;script-src 'unsafe-inline' b" } });
    expect(response?.headers['content-security-policy']).not.toContain('unsafe');
  });
});

describe('a file', () => {
  test('is kept for good when its name goes with its content', async () => {
    expect((await get('/_next/static/a.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  test('is asked for anew when words were put into it', async () => {
    const response = await get('/_next/static/words.js');
    expect(await response.text()).toBe('name="Brookshire"');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('is not sent twice', async () => {
    const etag = (await get('/icon.svg')).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await get('/icon.svg', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/icon.svg', { 'if-none-match': '"older"' })).status).toBe(200);
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ])('is sent compressed as the browser can take it: %s', async (accepts, encoding) => {
    const response = await get('/_next/static/a.js', { 'accept-encoding': accepts });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('accept-encoding');
    expect(await response.text()).toBe(EXPORT['_next/static/a.js']);
  });
});

describe('what is not there', () => {
  test('is said on a page of ours', async () => {
    const response = await get('/nothing');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Nothing here');
  });

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/_next/static/..\\..\\a',
    '/%',
    '/%00',
    '/join.html%00',
    '//etc/passwd',
    '/constructor',
    '/__proto__',
  ])('cannot be reached either: %s', async (path) => {
    const response = await site.app?.inject({ method: 'GET', url: path });
    expect([400, 404]).toContain(response?.statusCode);
    expect(response?.body).not.toContain('root:');
  });
});

test('a folder without a web app is refused in a sentence', async () => {
  await expect(StaticSite.load('/nowhere', {})).rejects.toThrow(/There is no built web app in \/nowhere: /);
  await expect(StaticSite.load(`${tmpdir()}/../dev/null`, {})).rejects.toThrow(/There is no built web app/);
});
