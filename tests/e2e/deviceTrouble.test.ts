import { type Browser, chromium, devices, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { AtTheDesk } from './people/AtTheDesk.ts';
import { barriers } from './people/barriers.ts';
import { Host } from './people/Host.ts';
import { CHROMIUM } from './people/Person.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

let product: Product;
let host: Host;
let desk: AtTheDesk;
let link: string;
let browser: Browser;
const open: Page[] = [];

beforeAll(async () => {
  product = await Product.start();
  host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
  desk = new AtTheDesk(host, product.origin);
  link = (await host.plans([{ name: 'Ray Cole', role: 'parent' }])).get('Ray Cole') ?? '';
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--disable-background-networking'],
  });
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(async () => {
  await Promise.all([host, browser].map((one) => one?.close()));
  await product?.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** A phone whose browser calls itself like that, and begins each page with that script. */
async function elsewhere(userAgent: string, script: string): Promise<Page> {
  const phone = { ...devices['Galaxy S9+'], viewport: { width: 360, height: 640 } };
  const context = await browser.newContext({ ...phone, baseURL: product.origin, userAgent });
  await context.addInitScript(script);
  const page = await context.newPage();
  open.push(page);

  return page;
}

/** A page whose browser answers like this when it is asked for a camera. Written into it before its own scripts. */
const refusing = (name: string, permission: string) => `(() => {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${name}'));
  navigator.permissions.query = async () => ({ state: '${permission}' });
})()`;

describe('[JOIN-4] what fails has a screen of its own, with what to do in this very browser', () => {
  async function asks(page: Page): Promise<void> {
    await page.goto(link);
    await button(page, 'Start').click();
    await button(page, 'Next').click();
    await button(page, 'Turn on camera and sound').click();
  }

  const SAFARI = `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`;
  const CHROME_ON_IPHONE = `${IPHONE} CriOS/126.0 Mobile/15E148 Safari/604.1`;
  const FIREFOX = `${WINDOWS.replace('x64)', 'x64; rv:127.0)')} Gecko/20100101 Firefox/127.0`;
  const EDGE = `${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0`;
  const ANDROID = devices['Galaxy S9+']?.userAgent ?? '';

  test.each([
    [
      'refused in Safari on an iPhone',
      SAFARI,
      'NotAllowedError',
      'denied',
      /may not use your/,
      '“Website Settings”',
      'refused',
    ],
    [
      'refused in Chrome on an iPhone',
      CHROME_ON_IPHONE,
      'NotAllowedError',
      'denied',
      /may not use your/,
      'Go down to “Chrome”',
      'refused',
    ],
    ['refused in Firefox', FIREFOX, 'NotAllowedError', 'denied', /may not use your/, 'crossed-out camera', 'refused'],
    ['left unanswered', ANDROID, 'NotAllowedError', 'prompt', /^May we use your/, 'Choose “Allow”.', 'refused'],
    [
      'shut off by the phone',
      ANDROID,
      'NotAllowedError',
      'granted',
      /is shut off for this app/,
      'Tap “Apps”',
      'refused',
    ],
    ['not found', EDGE, 'NotFoundError', 'granted', /^We cannot find your/, 'plug your camera in', 'missing'],
    [
      'in use elsewhere',
      ANDROID,
      'NotReadableError',
      'granted',
      /is busy$/,
      'Close your other apps. End any call.',
      'inUse',
    ],
    ['broken', ANDROID, 'OddError', 'granted', /did not start$/, 'Turn your phone off and on', 'failed'],
  ] as const)('%s', async (_what, userAgent, error, permission, title, step, found) => {
    const page = await elsewhere(userAgent, refusing(error, permission));
    await asks(page);
    await heading(page, title).waitFor();
    await page.getByText(step).first().waitFor();
    await button(page, 'Please phone me instead').waitFor();
    expect(await barriers(page)).toEqual([]);
    await desk.reads('Ray Cole', { camera: found, microphone: found });
  });

  test('a camera that comes free is seen when it is tried again; without one it goes on with sound', async () => {
    const page = await elsewhere(
      ANDROID,
      `(() => {
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = (asked) =>
          asked.video && !window.__free ? Promise.reject(new DOMException('', 'NotReadableError')) : real(asked);
      })()`,
    );
    await page.context().grantPermissions(['camera', 'microphone']);
    await asks(page);
    await heading(page, 'Your camera is busy').waitFor();
    await desk.reads('Ray Cole', { camera: 'inUse', microphone: 'works' });

    await button(page, 'Go on with sound only').click();
    await page.getByText('Step 1 of 5').waitFor();
    await button(page, 'Turn camera on').click();
    await heading(page, 'Your camera is busy').waitFor();
    await page.evaluate('window.__free = true');
    await button(page, 'Try again').click();
    await heading(page, 'This is how you look').waitFor();
    await desk.reads('Ray Cole', { camera: 'works', microphone: 'works' });
  });
});

test.each([
  [`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]`, 'Facebook', 'Tap “Open in external browser”.'],
  [`${IPHONE} Mobile/15E148 Snapchat/12.90`, 'Snapchat', 'Tap “Open in Safari”.'],
])(
  '[JOIN-9] %s: the way out of this very app, with the link where its menu takes it from',
  async (userAgent, app, step) => {
    const page = await elsewhere(userAgent, '');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(link);
    await heading(page, `This page is open inside ${app}`).waitFor();
    await page.getByText(step).waitFor();
    expect(page.url()).toBe(link);

    await button(page, 'Stay here and try').click();
    await button(page, 'Start').waitFor();
    expect(page.url()).toBe(`${product.origin}/join`);
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  },
);
