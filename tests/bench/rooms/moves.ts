import type { Browser, Page } from 'playwright';
import type { Product } from '../../harness/Product.ts';
import { knock, Office } from '../measure/office.ts';

const GUEST = 'Guest';
/** What is asked of everybody who comes into a private room; the way back is behind it. */
const ALONE = 'Just me';

/** Runs in the page: presses the button and tells how long it takes until a picture is on the screen whose track was not there before; in milliseconds. */
function tapAndWait(button: HTMLElement | SVGElement): Promise<number> {
  const trackOf = ({ srcObject }: HTMLVideoElement): string | undefined =>
    srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.id : undefined;
  const before = new Set([...document.querySelectorAll('video')].map(trackOf));
  const isNew = (video: HTMLVideoElement): boolean =>
    trackOf(video) !== undefined && !before.has(trackOf(video)) && video.getVideoPlaybackQuality().totalVideoFrames > 0;
  const tapped = performance.now();
  if (button instanceof HTMLElement) button.click();

  return new Promise((resolve) => {
    const look = (): void => {
      if ([...document.querySelectorAll('video')].some(isNew)) resolve(performance.now() - tapped);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** “Yes, go there”, and how long until the host, who is there, is seen. */
async function goesThere(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: 'Go there', exact: true });
  await button.waitFor();

  return button.evaluate(tapAndWait);
}

/**
 * So many times from the main room into a private one, from the tap of the person who is moved to the first picture of the host.
 * Stops the product afterwards.
 */
export async function moves(
  browser: Browser,
  trials: number,
  product: Pick<Product, 'origin' | 'stop'>,
): Promise<readonly number[]> {
  const took: number[] = [];
  try {
    const office = await Office.open(browser, product.origin);
    await office.begin([GUEST]);
    const guest = await knock(browser, await office.linkFor(GUEST));
    await office.admit(GUEST);
    await guest.page.getByRole('button', { name: 'Leave', exact: true }).waitFor();
    await office.waitsInPrivateRoom();
    for (let trial = 0; trial < trials; trial += 1) {
      await office.asks(GUEST);
      took.push(await goesThere(guest.page));
      await guest.page.getByRole('button', { name: ALONE, exact: true }).click();
      await guest.page.getByRole('button', { name: 'Go back', exact: true }).click();
      await guest.page.getByText('Nobody can see or hear you now.').waitFor();
    }
    await Promise.all([guest, office.host].map(({ context }) => context.close()));
  } finally {
    await product.stop();
  }

  return took;
}
