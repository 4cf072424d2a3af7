import type { Page } from 'playwright';

declare global {
  interface Window {
    /** What a page of a test is made to believe of its device. Kept over a reload where the device itself would keep it. */
    readonly __device?: {
      blur(on: boolean): void;
      takeCamera(): void;
      giveCameraBack(): void;
      pullHeadset(next: string): void;
    };
  }
}

/**
 * Written into a page before its own scripts: the ways in which a browser tells of its device. Blur is told by the track's settings and
 * `configurationchange`; another app takes the camera by ending its track and refusing a new one; while `silent` is kept, an element
 * sounds only once a tap has played it. (The browser's own rule is of no use here: whoever drives a page counts as tapping all the time.)
 */
export const PRETEND = `(() => {
  const own = [];
  let blur, taken = false, microphone = '';
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (taken && constraints.video) throw new DOMException('Taken', 'NotReadableError');
    const stream = await open(constraints);
    for (const track of stream.getTracks()) {
      if (track.kind === 'audio' && microphone !== '') Object.defineProperty(track, 'label', { value: microphone });
      own.push(track);
    }
    return stream;
  };
  const { getSettings, getCapabilities } = MediaStreamTrack.prototype;
  const tells = (track) => blur !== undefined && track.kind === 'video' && own.includes(track);
  MediaStreamTrack.prototype.getSettings = function () {
    return { ...getSettings.call(this), ...(tells(this) && { backgroundBlur: blur }) };
  };
  MediaStreamTrack.prototype.getCapabilities = function () {
    return { ...getCapabilities.call(this), ...(tells(this) && { backgroundBlur: [true, false] }) };
  };
  const { play } = HTMLAudioElement.prototype;
  const unlocked = new WeakSet();
  let tapping = false;
  addEventListener('click', () => {
    tapping = true;
    setTimeout(() => { tapping = false; });
  }, true);
  HTMLAudioElement.prototype.play = function () {
    if (tapping) unlocked.add(this);
    const refused = sessionStorage.getItem('silent') !== null && !unlocked.has(this);
    return refused ? Promise.reject(new DOMException('Needs a tap', 'NotAllowedError')) : play.call(this);
  };
  const end = (kind) => {
    for (const track of own.filter((one) => one.kind === kind && one.readyState === 'live')) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  };
  window.__device = {
    blur: (on) => {
      blur = on;
      for (const track of own) track.dispatchEvent(new Event('configurationchange'));
    },
    takeCamera: () => {
      taken = true;
      end('video');
    },
    giveCameraBack: () => {
      taken = false;
    },
    pullHeadset: (next) => {
      microphone = next;
      end('audio');
    },
  };
})()`;

/** Written into a page before its own scripts: a browser that hands frames to no worker, as on iOS before 15.4. */
export const UNABLE_TO_ENCRYPT = `(() => {
  delete window.RTCRtpScriptTransform;
  for (const end of [RTCRtpSender, RTCRtpReceiver]) delete end.prototype.createEncodedStreams;
})()`;

/** Written into a page before its own scripts: a browser that hands frames over in the older way alone, as Chromium before 141. */
export const WITH_STREAMS_ONLY = 'delete window.RTCRtpScriptTransform';

/** The person turns the blur of their device on or off, outside our page. */
export const blurs = (page: Page, on: boolean): Promise<void> =>
  page.evaluate((blurred) => window.__device?.blur(blurred), on);

/** Another app takes the camera … */
export const losesCamera = (page: Page): Promise<void> => page.evaluate(() => window.__device?.takeCamera());

/** … and does not need it any more. Whoever had it has to take it back. */
export const mayHaveCamera = (page: Page): Promise<void> => page.evaluate(() => window.__device?.giveCameraBack());

/** The microphone that is used is gone; the next one that is opened is called so. */
export const losesHeadset = (page: Page, next: string): Promise<void> =>
  page.evaluate((name) => window.__device?.pullHeadset(name), next);

/** The page comes back in a browser that plays no sound without a tap. */
export async function reloadsSilent(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.setItem('silent', 'yes'));
  await page.reload();
}

/** Another app is put in front of this page, or the screen is locked; and back. By hand, since a driven browser keeps every page in sight. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (isHidden ? 'hidden' : 'visible'),
    });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
