import { type Browser, type BrowserContext, chromium, devices, type Page } from 'playwright';
import { colouredCamera, FIREFOX, openFirefox } from './firefox.ts';
import { type Likeness, pictureOf, voiceOf } from './likeness.ts';
import { REMEMBER_CONNECTIONS } from './mediaProbe.ts';

export type DeviceOfPerson = 'phone' | 'laptop';

/** Drawn with one dot to a pixel: without a graphics card the dots of a real one cost more than the whole call does, and no test looks at them. */
const PHONE = { ...devices['Galaxy S9+'], viewport: { width: 360, height: 640 }, deviceScaleFactor: 1 };
const LAPTOP = { viewport: { width: 1366, height: 768 } };

/** Debian's Chromium, or the one that CHROMIUM names. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** One person at one device of their own: a real browser with a camera and a microphone that only this person has. */
export class Person {
  readonly likeness: Likeness;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #browser: Browser;

  private constructor(likeness: Likeness, browser: Browser, context: BrowserContext, page: Page) {
    this.likeness = likeness;
    this.#browser = browser;
    this.context = context;
    this.page = page;
  }

  /** Opens the device. `origin` is where camera and microphone are allowed without asking; `program` is started as its browser. */
  static async at(
    origin: string,
    device: DeviceOfPerson,
    likeness: Likeness,
    program: string = CHROMIUM,
  ): Promise<Person> {
    const screen = device === 'phone' ? PHONE : LAPTOP;
    const isFirefox = program === FIREFOX;
    const browser = await (isFirefox ? openFirefox(likeness) : openChromium(origin, likeness, program));
    const context = await browser.newContext({
      // Firefox has the rest by its settings.
      ...(isFirefox
        ? { viewport: screen.viewport }
        : { ...screen, permissions: ['camera', 'microphone'], reducedMotion: 'reduce' as const }),
      baseURL: origin,
    });
    await context.addInitScript(REMEMBER_CONNECTIONS);
    if (isFirefox) await context.addInitScript(colouredCamera(likeness));

    return new Person(likeness, browser, context, await context.newPage());
  }

  /** A browser that has never been here: no cookie, nothing kept. */
  async openAnotherBrowser(): Promise<Page> {
    const context = await this.#browser.newContext();

    return context.newPage();
  }

  /** Turns the device off, as an empty battery does. */
  async close(): Promise<void> {
    await this.#browser.close();
  }
}

const openChromium = async (origin: string, likeness: Likeness, program: string): Promise<Browser> =>
  chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${await pictureOf(likeness)}`,
      `--use-file-for-fake-audio-capture=${await voiceOf(likeness)}`,
      // Camera and microphone without a certificate, also where the server is not at localhost.
      `--unsafely-treat-insecure-origin-as-secure=${origin}`,
      '--autoplay-policy=user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      // So that a test can have the memory cleared when it wants to, not when the browser does.
      '--js-flags=--expose-gc',
    ],
  });
