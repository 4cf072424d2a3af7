import { type Browser, type BrowserContextOptions, chromium, devices, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { barriers } from './people/barriers.ts';
import { Host } from './people/Host.ts';

const PHONE = { ...devices['Galaxy S9+'], viewport: { width: 360, height: 640 } };
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const CALL = 'Call 0300 123 4567';
const HELP = 'This page cannot open your meeting yet';
/** A name without a certificate: to a browser not a safe place, unlike this machine's own address. */
const UNSAFE = 'visits.test';
/** How long anybody is left in front of a page that does nothing. */
const PATIENCE_MS = 10_000;

let product: Product;
let host: Host;
let links: ReadonlyMap<string, string>;
/** With a camera and a microphone, but nobody there to allow them. */
let equipped: Browser;
let bare: Browser;
const open: Page[] = [];

beforeAll(async () => {
  const address = { PUBLIC_URL: '', AUTHORITY_NAME: 'Northmoor & District', AUTHORITY_PHONE: '0300 123 4567' };
  product = await Product.start({ env: address });
  host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
  links = await host.plans(
    ['Dana Hughes', 'Ray Cole', 'Jo Hughes', 'Ida Hughes', 'Bo Hughes'].map((name) => ({ name, role: 'parent' })),
  );
  const launch = (...args: string[]) =>
    chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--disable-background-networking', ...args] });
  equipped = await launch('--use-fake-device-for-media-stream');
  bare = await launch(`--host-resolver-rules=MAP ${UNSAFE} 127.0.0.1`);
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(async () => {
  await Promise.all([host, equipped, bare].map((one) => one?.close()));
  await product?.stop();
});

async function phone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, baseURL: product.origin, permissions: [], ...options });
  const page = await context.newPage();
  open.push(page);

  return page;
}

const linkOf = (name: string): string => links.get(name) ?? '';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** Up to the question of the browser, and past it. */
async function turnsOn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await button(page, 'Start').click();
  await button(page, 'Next').click();
  await button(page, 'Turn on camera and sound').click();
}

const isAtTheDoor = (page: Page) => heading(page, 'We have told Amina Okafor that you are here').waitFor();

test('[JOIN-1] without JavaScript the page gives the authority’s name and number, and keeps no gap to be filled', async () => {
  const page = await phone(bare, { javaScriptEnabled: false });
  await page.goto(linkOf('Dana Hughes'));

  await heading(page, HELP).waitFor();
  expect(await page.getByRole('link', { name: '0300 123 4567' }).getAttribute('href')).toBe('tel:0300 123 4567');
  expect(await page.locator('[data-name]').isVisible()).toBe(true);
  expect(await page.content()).toContain('Northmoor &amp; District');
  expect(await page.content()).not.toContain('{{');
});

test.each([
  ['does not load', { abort: true, body: '' }],
  ['is broken', { abort: false, body: 'throw new Error("broken");' }],
  ['is not what it should be', { abort: false, body: '' }],
])('[JOIN-1] a page whose program %s says so, with the number, before patience ends', async (_, { abort, body }) => {
  const page = await phone(bare);
  await page.clock.install();
  await page.route('**/_next/**/*.js', (route) =>
    abort ? route.abort() : route.fulfill({ contentType: 'text/javascript', body }),
  );
  await page.goto(linkOf('Dana Hughes'));
  await page.clock.runFor(PATIENCE_MS);

  expect(await heading(page, HELP).isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: '0300 123 4567' }).isVisible()).toBe(true);
  await page.getByText('Northmoor & District').waitFor();
  expect(await page.locator('html').innerText()).not.toContain('{{');
  expect(await page.getByRole('link', { name: 'Leave quickly' }).isVisible()).toBe(true);
});

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 7; wv) AppleWebKit/537.36 Version/4.0 Chrome/130.0 Mobile';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';

test.each([
  ['a message app on Android', `${ANDROID} Safari/537.36`, 'Open Chrome.'],
  ['a picture app on an iPhone', `${IPHONE} Instagram 340.0.0`, 'Open Safari.'],
  ['some app on an iPhone', IPHONE, 'Open Safari.'],
  ['some app that says nothing', PHONE.userAgent, 'Open Chrome.'],
])(
  '[JOIN-1] inside %s without a camera, the way out of the app comes first; the link is not used up',
  async (_, userAgent, step) => {
    const page = await phone(bare, { userAgent });
    await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(linkOf('Dana Hughes'));

    await heading(page, /^This page is open inside (an app|Instagram)$/).waitFor();
    await page.getByText(step).waitFor();
    await page.getByRole('link', { name: CALL }).waitFor();
    await button(page, 'Copy my link').click();
    await page.getByText(/Your link is copied|Hold your finger on the link/).waitFor();
    await button(page, 'Stay here and try').click();
    await button(page, 'Start').waitFor();
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  },
);

test('[JOIN-1] whose browser may use neither is told how to change that, and can come in to watch and listen', async () => {
  const page = await phone(equipped);
  await turnsOn(page, linkOf('Dana Hughes'));

  await heading(page, 'This page may not use your camera and microphone').waitFor();
  await page.getByText('Tap “Permissions”.').waitFor();
  await page.getByText('Or call us on 0300 123 4567.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Go on with sound only').click();
  await button(page, 'Go on. I will watch and listen').click();
  await button(page, 'Go straight in').click();
  await button(page, 'Nobody else').click();
  await isAtTheDoor(page);
});

test('[JOIN-1] whose browser may use the microphone alone goes on with sound', async () => {
  const page = await phone(equipped, { permissions: ['microphone'] });
  await turnsOn(page, linkOf('Ray Cole'));

  await heading(page, 'This page may not use your camera and microphone').waitFor();
  await button(page, 'Go on with sound only').click();
  await heading(page, 'Can we hear you?').waitFor();
  await button(page, 'Go straight in').click();
  await button(page, 'Nobody else').click();
  await isAtTheDoor(page);
  await page.getByText('Your camera is off').waitFor();
});

test('[JOIN-1] who has no camera and no microphone is told so, and can come in to watch and listen', async () => {
  const page = await phone(bare);
  await turnsOn(page, linkOf('Jo Hughes'));

  await heading(page, 'We cannot find your camera and microphone').waitFor();
  await page.getByText('Or call us on 0300 123 4567.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Go on with sound only').click();
  await button(page, 'Go on. I will watch and listen').click();
  await button(page, 'Go straight in').click();
  await button(page, 'Nobody else').click();
  await isAtTheDoor(page);
});

test('[JOIN-1] on an address that is not safe, where no camera works, the page says so and has a way on', async () => {
  const page = await phone(bare);
  const link = new URL(linkOf('Ida Hughes'));
  link.hostname = UNSAFE;
  await turnsOn(page, link.href);

  await heading(page, 'Your camera and microphone cannot work on this page').waitFor();
  await page.getByText('Ask your worker for a new link.').waitFor();
  await page.getByText('Or call us on 0300 123 4567.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Go on. I will watch and listen').click();
  await button(page, 'Go straight in').click();
  await button(page, 'Nobody else').click();
  await isAtTheDoor(page);
});

test('[JOIN-1] who wants to be heard and not seen is asked for no camera', async () => {
  const page = await phone(equipped, { permissions: ['microphone'] });
  await page.goto(linkOf('Bo Hughes'));
  await button(page, 'Start').click();
  await button(page, 'Next').click();
  await button(page, 'Use sound only').click();

  await heading(page, 'Can we hear you?').waitFor();
  await button(page, 'Go straight in').click();
  await button(page, 'Nobody else').click();
  await isAtTheDoor(page);
});
