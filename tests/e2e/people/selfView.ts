import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';

export type Screen = readonly [width: number, height: number];

/** A laptop, a tablet upright, a phone upright and on its side; in CSS pixels. */
const SCREENS: readonly Screen[] = [
  [1366, 768],
  [820, 1180],
  [360, 640],
  [640, 360],
];
/** A phone upright, a small one, and either turned on its side. */
export const PHONES: readonly Screen[] = [
  [360, 640],
  [640, 360],
  [320, 568],
  [568, 320],
];
/** A tablet upright and on its side, and what else professionals sit at or stand with. */
export const DESKS: readonly Screen[] = [
  [820, 1180],
  [1180, 820],
  [1366, 768],
  [360, 640],
  [640, 360],
];

/** What somebody sees of themselves in the visit. */
const ofMyself = (page: Page): Locator =>
  page.locator('figure').filter({ has: page.getByText('You', { exact: true }) });

interface Sight {
  /** Of nine points of the picture, those with nothing over them. */
  readonly inSight: number;
  /** Every edge within the window. */
  readonly whole: boolean;
  readonly width: number;
  /** Pictures drawn so far. */
  readonly drawn: number;
}

const sightOf = (picture: Locator): Promise<Sight> =>
  picture.evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const shares = [0.1, 0.5, 0.9];
    const points = shares.flatMap((x) => shares.map((y) => [left + x * width, top + y * height] as const));
    const owner = element.closest('figure');

    return {
      // A button that is laid over one's own picture belongs to it.
      inSight: points.filter(([x, y]) => owner?.contains(document.elementFromPoint(x, y))).length,
      // Half a pixel is rounding.
      whole: left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5,
      width,
      drawn: element instanceof HTMLVideoElement ? element.getVideoPlaybackQuality().totalVideoFrames : 0,
    };
  });

/** [DEV-3] Waits until somebody sees themselves, moving, whole and with nothing over it, on a screen of each size. */
export async function seesThemselves(page: Page, what: string, screens = SCREENS): Promise<void> {
  const before = page.viewportSize();
  for (const [width, height] of screens) {
    await page.setViewportSize({ width, height });
    const screen = `${what} ${width}×${height}`;
    let drawn: number | null = null;
    await eventually(async () => {
      const sight = await sightOf(ofMyself(page).locator('video'));
      drawn ??= sight.drawn;
      const { inSight, whole } = sight;
      expect({ screen, inSight, whole }).toEqual({ screen, inSight: 9, whole: true });
      expect(sight.width, screen).toBeGreaterThanOrEqual(72);
      expect(sight.drawn, screen).toBeGreaterThan(drawn);
    }, 8_000);
  }
  if (before !== null) await page.setViewportSize(before);
}

/** [DEV-3] Waits until the one picture of the page, oneself before joining, is large on a screen of each size: a good part of its width or height. */
export async function seesThemselvesLarge(page: Page, what: string): Promise<void> {
  const before = page.viewportSize();
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    await eventually(async () => {
      const box = await page.locator('video').boundingBox();
      const share = Math.max((box?.width ?? 0) / width, (box?.height ?? 0) / height);
      expect({
        screen: `${what} ${width}×${height}`,
        large: share >= 0.35,
        inSight: (box?.y ?? height) < height * 0.8,
      }).toEqual({
        screen: `${what} ${width}×${height}`,
        large: true,
        inSight: true,
      });
    }, 8_000);
  }
  if (before !== null) await page.setViewportSize(before);
}
