import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { Family } from './people/Family.ts';
import { Host } from './people/Host.ts';

/** CSS pixels: what a thumb hits without looking. */
const TARGET = 48;

/** What would trouble somebody on this screen, on a small phone, by eye, by thumb or by screen reader. */
async function troubles(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = await page.evaluate((least) => {
    const controls = [...document.querySelectorAll<HTMLElement>('a, button, select, summary')];
    const small = controls.filter((control) => {
      const { width, height } = control.getBoundingClientRect();
      return width > 0 && Math.min(width, height) < least - 0.5;
    });
    return [
      ...small.map((control) => `small: ${control.textContent}`),
      ...(document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []),
      ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one heading of the screen']),
      ...(document.title === 'Meeting' ? [] : [`title: ${document.title}`]),
    ];
  }, TARGET);

  return [...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), ...found];
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('a child on a small phone', () => {
  let product: Product;
  let host: Host;
  let mia: Family;
  let page: Page;

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans([{ name: 'Mia', role: 'child' }]);
    mia = await Family.with(links.get('Mia') ?? '', 'Mia', { hue: 210, pitch: 1000 });
    page = mia.page;
  });

  afterAll(async () => {
    await Promise.all([host?.close(), mia?.close()]);
    await product?.stop();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });

  test('[SAFE-7] up to the wait, every screen is easy to see, to read out and to hit', async () => {
    await page.goto(mia.link);
    await button('Start').waitFor();
    expect(await troubles(page)).toEqual([]);

    await button('Start').click();
    await button('Next').waitFor();
    expect(await focused(page)).toBe('Amina Okafor wants to talk with you');
    expect(await troubles(page)).toEqual([]);

    await button('Next').click();
    expect(await focused(page)).toBe('Now your camera and sound');
    expect(await troubles(page)).toEqual([]);

    await button('Turn them on').click();
    await page.getByText('Step 1 of 7').waitFor();
    expect(await focused(page)).toBe('There you are!');
    expect(await troubles(page)).toEqual([]);

    await button('Go straight in').click();
    await button('Only me').waitFor();
    expect(await focused(page)).toBe('Who is there with you?');
    expect(await troubles(page)).toEqual([]);

    await button('Somebody is here').click();
    await button('Gran').waitFor();
    expect(await troubles(page)).toEqual([]);

    await button('Back').click();
    await button('Only me').click();
    await mia.waits();
    expect(await focused(page)).toBe('Amina Okafor knows you are here');
    expect(await troubles(page)).toEqual([]);
  });

  test('[SAFE-7] so is the visit, with four controls at most', async () => {
    await host.enters();
    await host.admits('Mia');
    await mia.isInside();
    await page.getByText('Your worker').waitFor();

    expect(await focused(page)).toBe('Your meeting');
    expect(await page.getByRole('group', { name: 'You' }).getByRole('button').count()).toBeLessThanOrEqual(4);
    expect(await troubles(page)).toEqual([]);
  });

  test('[CARE-5] asking whether to leave leaves the way out open', async () => {
    await button('Leave').click();
    await page.getByRole('heading', { name: 'Do you want to stop?' }).waitFor();
    expect(await troubles(page)).toEqual([]);
    await page.getByRole('link', { name: 'Leave quickly' }).click({ trial: true });
    await page.keyboard.press('Escape');
    await button('Leave').waitFor();
  });

  test('who leaves without a line is gone at once; who was not seen before is not seen on coming back', async () => {
    await page.getByRole('button', { name: 'Camera' }).click();
    await page.getByText('Camera off').waitFor();
    await mia.person.context.setOffline(true);
    await button('Leave').click();
    await button('Yes, stop').click();
    await page.getByRole('heading', { name: 'You have left' }).waitFor();

    await mia.person.context.setOffline(false);
    await button('Ask to come back').click();
    await mia.waits();
    await page.getByText('Your camera is off').waitFor();
    await host.page.getByRole('button', { name: 'Let in Mia' }).waitFor();
  });
});
