import { type Browser, type BrowserContextOptions, chromium, devices, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { FamilyPages } from './people/FamilyPages.ts';

const PHONE = { ...devices['Galaxy S9+'], viewport: { width: 360, height: 640 } };
const LINK = '/join#aaaa.bbbb.cccc';

let browser: Browser;
let pages: FamilyPages;
const open: Page[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
});
afterAll(() => browser.close());
beforeEach(async () => {
  pages = await FamilyPages.open();
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  await pages.close();
});

/** A phone with an empty page open, so that Back has somewhere to go. */
async function phone(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ ...PHONE, baseURL: pages.url, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  open.push(page);

  return { page, complaints };
}

const start = (page: Page) => page.getByRole('button', { name: 'Start', exact: true });

/** Everything that the browser keeps for this site and a script could read. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    session: Object.values(sessionStorage),
    local: Object.values(localStorage),
    databases: await indexedDB.databases(),
    cookies: document.cookie,
    caches: await caches.keys(),
  }));

const NOTHING = { session: [], local: [], databases: [], cookies: '', caches: [] };

test('[JOIN-2] opening a link takes its secret out of the address and tells nobody, until Start is pressed', async () => {
  const { page, complaints } = await phone();
  await page.goto(LINK);
  await start(page).waitFor();

  expect(page.url()).toBe(`${pages.url}/join`);
  expect(await page.title()).toBe('Meeting');
  expect(pages.asked).toEqual([]);
  expect(await kept(page)).toEqual(NOTHING);
  expect(complaints).toEqual([]);

  await start(page).click();
  await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  expect(pages.asked.map(({ method, address }) => `${method} ${address}`)).toEqual(['POST /api/join']);
  expect(pages.asked[0]?.body).toContain('aaaa.bbbb.cccc');
});

test('[JOIN-1] a page without a link says where to find it, and whom to call', async () => {
  const { page } = await phone();
  await page.goto('/join');

  await page.getByRole('heading', { name: 'Please open your link again' }).waitFor();
  expect(await page.getByRole('link', { name: 'Call 0300 123 4567' }).getAttribute('href')).toBe('tel:03001234567');
  await page.getByText('Northmoor & District').waitFor();
});

test('[CARE-5] the way out is the first thing in tab order and leads to an empty page that Back does not undo', async () => {
  const { page } = await phone();
  await page.goto(LINK);
  await start(page).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Leave quickly');

  await page.keyboard.press('Enter');
  await page.waitForURL('about:blank');
  await page.goBack();
  expect(page.url()).toBe('about:blank');

  await page.goto('/tab.html');
  expect(await page.title()).toBe('New tab');
  await expect.poll(() => kept(page)).toEqual(NOTHING);
  expect(pages.asked).toEqual([{ method: 'POST', address: '/api/join/quick-exit', body: '{}' }]);
});

test('[CARE-5] whoever leaves in one tab has left in the others', async () => {
  const { page } = await phone();
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    await tab.goto(LINK);
    await start(tab).waitFor();
  }

  await page.getByRole('link', { name: 'Leave quickly' }).click();
  await page.waitForURL('about:blank');
  await other.waitForURL('about:blank');
  expect(pages.asked).toHaveLength(1);
});

test('[CARE-5] a page whose browser keeps nothing can be left just as quickly', async () => {
  const { page } = await phone();
  await page.addInitScript(() => {
    const forbid = {
      get: () => {
        throw new DOMException('No', 'SecurityError');
      },
    };
    Object.defineProperty(window, 'localStorage', forbid);
    Object.defineProperty(window, 'sessionStorage', forbid);
  });
  await page.goto(LINK);
  await start(page).waitFor();
  await page.getByRole('link', { name: 'Leave quickly' }).click();

  await page.waitForURL('about:blank');
  await expect.poll(() => pages.asked.map(({ address }) => address)).toEqual(['/api/join/quick-exit']);
});

test('[CARE-5] Shift three times leaves from wherever one is', async () => {
  const { page } = await phone();
  await page.goto(LINK);
  await start(page).focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');

  await page.waitForURL('about:blank');
});

test('[JOIN-1] without JavaScript the page says what to do, and the way out works', async () => {
  const { page } = await phone({ javaScriptEnabled: false });
  await page.goto(LINK);

  await page.getByRole('heading', { name: 'This page cannot open your meeting yet' }).waitFor();
  await page.getByRole('link', { name: '0300 123 4567' }).waitFor();
  // Playwright finds no text inside noscript, seen or not.
  expect(await page.locator('[data-name]').isVisible()).toBe(true);

  await page.getByRole('link', { name: 'Leave quickly' }).click();
  await page.waitForURL('**/tab.html');
});

test('[JOIN-1] a page whose program does not load says what to do', async () => {
  const { page } = await phone();
  await page.route('**/_next/**/*.js', (route) => route.abort());
  await page.goto(LINK);

  await page.getByRole('heading', { name: 'This page cannot open your meeting yet' }).waitFor();
  await page.getByRole('link', { name: '0300 123 4567' }).waitFor();
});

test('[JOIN-1] a program that loads late still works, and takes the help away', async () => {
  const { page, complaints } = await phone();
  await page.clock.install();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/_next/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(LINK, { waitUntil: 'commit' });
  const help = page.getByRole('heading', { name: 'This page cannot open your meeting yet' });
  await page.locator('#help-words').waitFor({ state: 'attached' });
  expect(await help.isVisible()).toBe(false);

  await page.clock.runFor(8_000);
  await help.waitFor();

  letGo();
  await start(page).waitFor();
  expect(await help.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});
