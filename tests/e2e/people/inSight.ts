import type { Page } from 'playwright';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';

/** Of each person's tiles on a page, whether the picture is in the window, whole, and covered by nothing. */
const picturesInSight = (page: Page, names: readonly string[]): Promise<readonly (readonly [string, boolean])[]> =>
  page.evaluate((wanted) => {
    const tiles = [...document.querySelectorAll('figure')];
    const isInSight = (tile: Element): boolean => {
      const { left, top, right, bottom, width } =
        tile.querySelector('button')?.getBoundingClientRect() ?? new DOMRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      return width > 40 && isInside && tile.contains(document.elementFromPoint(x, y));
    };
    return wanted.map((name) => {
      const own = tiles.filter((tile) => tile.querySelector('strong')?.textContent === name);
      return [name, own.length > 0 && own.every(isInSight)] as const;
    });
  }, names);

/** Waits until the pictures of all of them are in sight at once. */
export const seesAtOnce = (page: Page, names: readonly string[]): Promise<void> =>
  eventually(async () => {
    expect(await picturesInSight(page, names)).toEqual(names.map((name) => [name, true]));
  });

/** Whose face takes the most room on a page of the family. */
export const largestOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const sizeOf = (tile: Element): number => tile.getBoundingClientRect().width * tile.getBoundingClientRect().height;
    const [largest] = [...document.querySelectorAll('figure')].sort((one, other) => sizeOf(other) - sizeOf(one));
    return largest?.querySelector('figcaption > :first-child')?.textContent ?? null;
  });
