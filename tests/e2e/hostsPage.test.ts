import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Device } from '../harness/Device.ts';
import { openLink } from '../harness/openLink.ts';
import { Product } from '../harness/Product.ts';
import { barriers } from './people/barriers.ts';
import { Family } from './people/Family.ts';
import { sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { setHidden } from './people/pretences.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('when the host’s page is not there for her', () => {
  let product: Product;
  let host: Host;
  let desk: Page;
  let dana: Family;
  let sam: Family;
  let links: ReadonlyMap<string, string>;

  const linkOf = (name: string): string => links.get(name) ?? '';

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    desk = host.page;
    links = await host.plans([
      { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
      { name: 'Sam Hughes', role: 'child' },
    ]);
    dana = await Family.with(linkOf('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 });
    sam = await Family.with(linkOf('Sam Hughes'), 'Sam Hughes', { hue: 210, pitch: 1000 });
    await host.enters();
    for (const one of [dana, sam]) await (await one.opensLink()).knocks();
    for (const name of ['Dana Hughes', 'Sam Hughes']) await host.admits(name);
    for (const one of [dana, sam]) await one.isInside();
  });

  afterAll(async () => {
    await Promise.allSettled([host, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  test('[SAFE-5] a page of the host that falls says what happened, lets nobody see her meanwhile, and leads back with what she was writing', async () => {
    await host.opens('Sam Hughes');
    await desk.getByLabel('What do you see of Sam Hughes?').fill('Holds on to his sister');
    await desk.evaluate(() => {
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get: () => {
          throw new Error('A browser with ideas of its own');
        },
      });
      // At once: a clock on the page may be the first to meet it.
      document.querySelector<HTMLElement>('[role="switch"][aria-label="Microphone"]')?.click();
    });
    await desk.getByRole('heading', { name: 'This page has stopped' }).waitFor();
    expect(await desk.evaluate(() => document.activeElement?.textContent)).toBe('This page has stopped');
    await desk.getByText(/The visit itself goes on/).waitFor();
    expect(await barriers(desk)).toEqual([]);
    // [PRIV-10] Without a professional the family is on hold.
    await sees(dana.person, [], [host.person, dana.person, sam.person]);

    await button(desk, 'Load the page and go back in').click();
    await host.isInside();
    await host.opens('Sam Hughes');
    expect(await desk.getByLabel('What do you see of Sam Hughes?').inputValue()).toBe('Holds on to his sister');
    await sees(host.person, [dana.person, sam.person], [host.person, dana.person, sam.person]);
  });

  test('[UNK-1] an alert calls the host who has left the room and looks at another tab, and stands there when she looks', async () => {
    await button(desk, 'Leave').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await button(desk, 'To the page of the visit').click();
    await desk.getByRole('heading', { name: 'Under way' }).waitFor();
    const title = await desk.title();
    await setHidden(desk, true);
    const second = await Device.connect(product.origin, await openLink(linkOf('Dana Hughes')), { comesBack: true });
    try {
      await second.insist({ type: 'lobby.knock' });
      await expect.poll(() => desk.title(), { timeout: 20_000 }).toBe(`(1) ${title}`);
      await setHidden(desk, false);
      expect(await desk.title()).toBe(title);
      await desk.getByText('A second device is using Dana Hughes’s link').first().waitFor();
    } finally {
      second.close();
    }
  });
});
