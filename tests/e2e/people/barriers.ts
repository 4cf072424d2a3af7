import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { eventually } from './eventually.ts';

type Emulation = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** The ways in which people have their screens. Nothing moves: a colour on its way to another is neither. */
const LOOKS: Readonly<Record<'light' | 'dark' | 'high contrast', Emulation>> = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'high contrast': { colorScheme: 'light', contrast: 'more' },
};
export type Look = keyof typeof LOOKS;

/** Level A and AA of the Web Content Accessibility Guidelines 2.2. */
const GUIDELINES: Parameters<AxeBuilder['options']>[0] = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
};

/** CSS pixels: 1280 at a zoom of 400 % (WCAG 2.2, 1.4.10). */
const NARROW = 320;
/** Pixels of the letters that a browser has unless told, and twice as many (WCAG 2.2, 1.4.4). */
const LETTERS = { usual: 16, large: 32 };
/** Pictures find their places a moment after the window has changed. */
const SETTLES_WITHIN_MS = 2_000;

/**
 * What bars people from this screen: in each of these looks (light and dark unless told), in colours of their own, in a window
 * of 320 pixels, and with letters of twice the size. Leaves the screen as it was, and light.
 */
export async function barriers(page: Page, looks: readonly Look[] = ['light', 'dark']): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await page.emulateMedia({ ...LOOKS[look], reducedMotion: 'reduce' });
    // Without legacy mode a second page is opened for each check, which takes the focus away from this one.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(GUIDELINES).analyze();
    found.push(...violations.map(({ id, nodes }) => `${look}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`));
  }
  await page.emulateMedia(LOOKS.light);

  return [...found, ...(await withoutEdges(page)), ...(await whenNarrow(page)), ...(await withLargeLetters(page))];
}

/** Where people choose their own colours, grounds are gone: a button without a border is no more than a word. */
async function withoutEdges(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')]
      .filter((control) => control.checkVisibility() && !control.matches('[type=radio], [type=checkbox]'))
      .filter((control) => {
        const { borderBottomStyle, borderBottomWidth, textDecorationLine } = getComputedStyle(control);
        const isEdged = borderBottomStyle !== 'none' && borderBottomWidth !== '0px';
        return !isEdged && textDecorationLine === 'none';
      })
      .map(({ tagName, className, textContent }) => `forced colours: no edge: ${tagName}.${className} ${textContent}`),
  );
  await page.emulateMedia({ forcedColors: 'none' });

  return found;
}

async function whenNarrow(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  if (size === null) throw new Error('A page without a size');

  await page.setViewportSize({ ...size, width: NARROW });
  const outside = await cutOff(page);
  await page.setViewportSize(size);

  return outside.map((words) => `${NARROW} pixels: ${words}`);
}

async function withLargeLetters(page: Page): Promise<readonly string[]> {
  const browser = await page.context().newCDPSession(page);
  const setLetters = async (standard: number): Promise<void> => {
    await browser.send('Page.setFontSizes', { fontSizes: { standard } });
    await page.waitForFunction((size) => getComputedStyle(document.documentElement).fontSize === `${size}px`, standard);
  };
  await setLetters(LETTERS.large);
  const outside = await cutOff(page);
  await setLetters(LETTERS.usual);
  await browser.detach();

  return outside.map((words) => `letters of twice the size: ${words}`);
}

/** What cannot be reached without scrolling sideways, once the page has settled. */
async function cutOff(page: Page): Promise<readonly string[]> {
  let outside: readonly string[] = [];
  await eventually(async () => {
    outside = await outsideOf(page);
    if (outside.length > 0) throw new Error(outside.join());
  }, SETTLES_WITHIN_MS).catch(() => undefined);

  return outside;
}

const outsideOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const controls = [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea')];
    const outside = controls.filter((control) => {
      const { left, right, width } = control.getBoundingClientRect();
      return width > 1 && control.checkVisibility() && (right > clientWidth + 1 || left < -1);
    });

    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels to the side`] : []),
      ...outside.map((control) => `outside: ${control.textContent || `${control.tagName}.${control.className}`}`),
    ];
  });
