import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';

/** A laptop, a tablet upright, a phone upright and on its side; in CSS pixels. */
const SCREENS = [
  [1366, 768],
  [820, 1180],
  [360, 640],
  [640, 360],
] as const;

/** What somebody sees of themselves in the visit. */
const ofMyself = (page: Page): Locator =>
  page.locator('figure').filter({ has: page.getByText('You', { exact: true }) });

/** How many of nine points of their own picture somebody really sees: inside the window, and with nothing over it. */
const pointsInSight = (picture: Locator): Promise<number> =>
  picture.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const shares = [0.1, 0.5, 0.9];
    const points = shares.flatMap((x) => shares.map((y) => [left + x * width, top + y * height] as const));
    const owner = element.closest('figure');

    // A button that is laid over one's own picture belongs to it.
    return points.filter(([x, y]) => owner?.contains(document.elementFromPoint(x, y))).length;
  });

/** [DEV-3] Waits until somebody sees themselves, moving and whole, on a screen of each size. */
export async function seesThemselves(page: Page, what: string): Promise<void> {
  const before = page.viewportSize();
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    await eventually(async () => {
      const picture = ofMyself(page).locator('video');
      const seen = { screen: `${what} ${width}×${height}`, inSight: await pointsInSight(picture) };
      expect(seen).toEqual({ screen: `${what} ${width}×${height}`, inSight: 9 });
      expect((await picture.boundingBox())?.width ?? 0).toBeGreaterThanOrEqual(72);
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
