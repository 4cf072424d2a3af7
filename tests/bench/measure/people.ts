import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { eventually } from '../../e2e/people/eventually.ts';
import { REMEMBER_CONNECTIONS } from '../../e2e/people/mediaProbe.ts';

/**
 * Written into every page: notes when the first picture of somebody else is shown, whatever page it is.
 * A picture is somebody else's when its track came over a peer connection, and it is shown when an element on the page has presented a frame of it.
 */
const NOTICE_FIRST_PICTURE = `(() => {
  window.__firstPictureAt = null;
  const isRemote = (track) => (window.__connections ?? []).some((pc) => pc.getReceivers().some((receiver) => receiver.track === track));
  const look = () => {
    for (const video of document.querySelectorAll('video')) {
      const track = video.srcObject?.getVideoTracks?.()[0];
      if (track && isRemote(track) && video.getVideoPlaybackQuality().totalVideoFrames > 0) {
        window.__firstPictureAt = performance.timeOrigin + performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** One browser for a whole bench: every person has a context of their own in it, with Chromium's own test camera at 640×360. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream=fps=20',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });
}

export interface Someone {
  readonly context: BrowserContext;
  readonly page: Page;
}

export async function someone(browser: Browser, origin: string): Promise<Someone> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 360, height: 640 },
    permissions: ['camera', 'microphone'],
    reducedMotion: 'reduce',
  });
  await context.addInitScript(REMEMBER_CONNECTIONS);
  await context.addInitScript(NOTICE_FIRST_PICTURE);

  return { context, page: await context.newPage() };
}

/** When the first picture of somebody else was shown on that page, in milliseconds since 1970. */
export const firstPictureAt = (page: Page): Promise<number> =>
  eventually(async () => {
    const at = await page.evaluate(() => Reflect.get(globalThis, '__firstPictureAt'));
    if (typeof at !== 'number') throw new Error('No picture of anybody else was shown');

    return at;
  });

/** RTP packets that have come to that page so far: what the server has forwarded to it. */
export const packetsReceived = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const connections = window.__connections ?? [];
    const reports = await Promise.all(
      connections.filter((pc) => pc.signalingState !== 'closed').map((pc) => pc.getStats()),
    );

    return reports
      .flatMap((report) => [...report.values()])
      .filter((stat) => stat.type === 'inbound-rtp')
      .reduce((sum, stat) => sum + stat.packetsReceived, 0);
  });
