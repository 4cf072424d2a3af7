import { instant, invitationId } from '@doorstep/shared/protocol/commands.ts';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvitationTokens } from '../../server/src/identity/InvitationTokens.ts';
import { deriveKey, readSecret } from '../../server/src/identity/secret.ts';
import { Product } from '../harness/Product.ts';
import { Family } from './people/Family.ts';
import { Host } from './people/Host.ts';
import { keptBy, Watch } from './people/Watch.ts';

/** As words: three letters come together by chance in what is drawn, as a cookie is. */
const NAMES = /(?<![a-z0-9])(Dana|Hughes|Ray|Cole|Amina|Okafor|Brookshire)(?![a-z0-9])/i;
/** As messengers say who they are when they fetch a link to show what is behind it. */
const BOTS = [
  'WhatsApp/2.23.20.0',
  'facebookexternalhit/1.1',
  'Slackbot-LinkExpanding 1.0',
  'TelegramBot (like TwitterBot)',
];
const PAGES = ['/', '/join', '/plan', '/visit', '/tab.html', '/not-there'];

const tokenOf = (link: string): string => new URL(link).hash.slice(1);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

describe('[JOIN-2] a link', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let desk: Page;
  let phone: Page;
  let atDesk: Watch;
  let onPhone: Watch;
  let rays: string;

  beforeAll(async () => {
    product = await Product.start({ env: { FAILED_TRIES_PER_MINUTE: '1000' } });
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans([
      { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
      { name: 'Ray Cole', role: 'householdMember' },
    ]);
    dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
    rays = links.get('Ray Cole') ?? '';
    desk = host.page;
    phone = dana.page;
    atDesk = await Watch.over(host.person.context);
    onPhone = await Watch.over(dana.person.context);
  });

  afterAll(async () => {
    await Promise.all([host, dana].map((one) => one?.close()));
    await product?.stop();
  });

  /** All that somebody learns who shows that token from a device that was never here: from the page, and from the answer itself. */
  async function whatItOpens(token: string): Promise<string> {
    const answer = await fetch(`${product.origin}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: product.origin },
      body: JSON.stringify({ token, device: 'phone' }),
    });
    const page = await host.person.openAnotherBrowser();
    await page.goto(`${product.origin}/join#${token}`);
    await button(page, 'Start').click();
    await heading(page, 'This link does not work any more').waitFor();
    const learnt = [answer.status, await answer.text(), await page.title(), await page.locator('body').innerText()];
    await page.context().close();

    return learnt.join('\n');
  }

  test('has a page whose policy lets nothing run that was not built, as all pages do', async () => {
    for (const path of PAGES) {
      const answer = await fetch(product.origin + path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toMatch(/script-src 'self'( 'sha256-[^']+')*;/);
      expect(policy, path).toMatch(/style-src 'self'( 'sha256-[^']+')*;/);
      expect(policy, path).not.toContain('unsafe');
    }
  });

  test.each(BOTS)('shows %s nothing but a neutral page', async (bot) => {
    const answer = await fetch(dana.link, { headers: { 'user-agent': bot } });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(page).toContain('<title>Meeting</title>');
    expect(page).toContain('<meta property="og:title" content="Meeting"/>');
    expect(page.replace(/Brookshire Children’s Services/g, '')).not.toMatch(NAMES);
  });

  test('is not used up by a program that loads the page with all its scripts and presses nothing', async () => {
    const robot = await host.person.openAnotherBrowser();
    const watch = await Watch.over(robot.context());
    await robot.goto(dana.link);
    await button(robot, 'Start').waitFor();
    await robot.waitForLoadState('networkidle');

    expect(
      (await watch.told()).map(({ address }) => new URL(address).pathname).filter((path) => /api|socket/.test(path)),
    ).toEqual([]);
    expect(await robot.locator('body').innerText()).not.toMatch(/Dana|Hughes|Amina|Okafor/);
    expect([...watch.titles]).toEqual(['Meeting']);
    await robot.context().close();

    await desk.goto(`/visit#${host.visit}`);
    await desk.getByText('Link made, not sent').first().waitFor();
    expect(await desk.getByText('Link opened').count()).toBe(0);
  });

  test('leaves the address bar and the history at once', async () => {
    await phone.goto('/tab.html');
    await phone.goto(dana.link);
    await button(phone, 'Start').waitFor();
    const browser = await phone.context().newCDPSession(phone);
    const { entries } = await browser.send('Page.getNavigationHistory');
    await browser.detach();

    expect(phone.url()).toBe(`${product.origin}/join`);
    expect(entries.map(({ url }) => url).filter((url) => url.includes('#'))).toEqual([]);
    expect(entries.map(({ title }) => title)).toEqual(expect.arrayContaining(['New tab', 'Meeting']));
    expect(entries.filter(({ title }) => NAMES.test(title))).toEqual([]);
  });

  test('that has run out, was stopped, was forged or was never made opens the same closed page', async () => {
    const secret = await readSecret({ file: null, dataFolder: product.dataFolder });
    const tokens = new InvitationTokens(deriveKey(secret, 'join'), () => instant.parse(Date.now()));
    const token = tokenOf(rays);
    const claims = tokens.verify(token);
    if (claims === null) throw new Error('The product signs with another key than its data folder has');
    await host.makesLinkFor('Ray Cole');
    const [head, body, seal = ''] = token.split('.');
    const closed = [
      token,
      tokens.sign({ ...claims, expiresAt: instant.parse(Date.now() - 60_000) }),
      tokens.sign({ ...claims, invitation: invitationId.parse('never-made') }),
      [head, body, [...seal].reverse().join('')].join('.'),
      'nonsense',
    ];

    const seen: string[] = [];
    for (const token of closed) seen.push(await whatItOpens(token));
    expect(seen[0]).toContain('This link does not work any more');
    expect(seen[0]).not.toMatch(/Dana|Hughes|Ray|Cole|Amina|Okafor/);
    expect(new Set(seen)).toEqual(new Set([seen[0]]));
  });

  test('[CARE-5] a whole visit: nothing goes to anybody else, no address tells the secret, nothing kept or titled tells a name', async () => {
    await desk.goto('/plan');
    await heading(desk, 'Plan a visit').waitFor();
    await desk.goto('/');
    await desk.getByRole('link', { name: 'Dana Hughes, Ray Cole' }).click();
    await button(desk, 'Show link').first().click();
    await button(desk, 'No, go on to the link').click();
    await desk.getByRole('img', { name: /^QR code/ }).waitFor();
    await desk.keyboard.press('Escape');

    await (await dana.opensLink()).knocks();
    await host.enters();
    await desk.getByText('1 person is waiting').waitFor();
    expect(await desk.getByText(/already opened on another device/).count()).toBe(0);
    await host.admits('Dana Hughes');
    await dana.isInside();
    await desk.getByRole('figure').filter({ hasText: 'Dana Hughes' }).waitFor();
    const kept = [await keptBy(phone), await keptBy(desk)];

    await button(desk, 'End for everyone').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await heading(phone, 'The meeting has ended').waitFor();
    await button(desk, 'See who was there').click();
    await desk
      .getByRole('row', { name: /Dana Hughes/ })
      .first()
      .waitFor();
    kept.push(await keptBy(phone), await keptBy(desk));

    for (const { readable, cookies } of kept) {
      expect(readable).not.toMatch(NAMES);
      expect(readable).not.toContain(tokenOf(dana.link));
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) {
        expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
        expect(cookie.name + cookie.value).not.toMatch(NAMES);
      }
    }
  });

  test('[CARE-5] … and afterwards, over both their browsers', async () => {
    const host = new URL(product.origin).host;
    for (const watch of [atDesk, onPhone]) {
      const told = await watch.told();
      const secret = tokenOf(dana.link);
      expect(told.length).toBeGreaterThan(20);
      expect(told.filter(({ address }) => !address.startsWith('data:') && new URL(address).host !== host)).toEqual([]);
      expect(told.filter(({ address, referer }) => (address + referer).includes(secret))).toEqual([]);
      expect(told.filter(({ referer }) => referer !== '')).toEqual([]);
      expect(
        told.filter(({ address }) => !address.startsWith('data:') && NAMES.test(decodeURIComponent(address))),
      ).toEqual([]);
      expect(watch.complaints).toEqual([]);
      expect([...watch.titles].filter((title) => NAMES.test(title))).toEqual([]);
    }
    expect([...onPhone.titles]).toEqual(expect.arrayContaining(['Meeting']));
    expect([...onPhone.titles].filter((title) => title !== 'Meeting' && title !== 'New tab')).toEqual([]);
    const carried = (await onPhone.told()).filter(({ body }) => body.includes(tokenOf(dana.link)));
    expect(carried.map(({ address, method }) => `${method} ${new URL(address).pathname}`)).toEqual(['POST /api/join']);
  });
});
