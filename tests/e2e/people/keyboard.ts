import type { Page } from 'playwright';

/** More presses than any screen has controls. */
const PATIENCE = 60;

/** What has the focus: its name or words (none where nothing has it), and whether a ring is to be seen around it. */
export const focusOf = (page: Page): Promise<{ readonly words: string; readonly ringed: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { words: '', ringed: false };

    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      words: words.replace(/\s+/g, ' ').trim(),
      ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });

/** Goes on with Tab until that control has the focus, as somebody without a mouse does. Throws where no Tab leads to it, or where it cannot be seen. */
export async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < PATIENCE; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    const isThere = typeof words === 'string' ? focus.words === words : words.test(focus.words);
    if (isThere && focus.ringed) return;
    if (isThere) throw new Error(`Nothing shows that ${focus.words} has the focus`);
    passed.push(focus.words.slice(0, 30));
  }
  throw new Error(`No Tab leads to ${words}, only to ${passed.join(' | ')}`);
}

/** Goes there by Tab and presses it. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.press('Enter');
}
