import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { Family } from './people/Family.ts';
import { Host } from './people/Host.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
] as const;
const EXIT = '**/api/join/quick-exit';

const start = (page: Page) => page.getByRole('button', { name: 'Start', exact: true });

describe('[CARE-5] a quick exit of which the server does not hear at once', () => {
  let product: Product;
  let host: Host;
  let sam: Family;
  let dana: Family;

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans(PEOPLE);
    sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', { hue: 210, pitch: 1000 });
    dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
    await host.enters();
  });

  afterAll(async () => {
    await Promise.all([host, sam, dana].map((one) => one?.close()));
    await product?.stop();
  });

  const toldOf = (name: string) =>
    host.page
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText(/Left by the quick exit/);

  async function leavesQuickly({ page }: Family): Promise<void> {
    await page.getByRole('link', { name: 'Leave quickly' }).click();
    await page.waitForURL('about:blank');
  }

  test('without a network it is as quick as ever', async () => {
    await (await sam.opensLink()).knocks();
    await host.admits('Sam Hughes');
    await sam.isInside();

    await sam.person.context.setOffline(true);
    await leavesQuickly(sam);
  });

  test('whoever then opens the link on that phone sees nothing of the visit until the host has been told', async () => {
    const asked: string[] = [];
    sam.page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(new URL(request.url()).pathname);
    });
    await sam.page.route(EXIT, (route) => route.abort());
    await sam.person.context.setOffline(false);
    const refused = sam.page.waitForEvent('requestfailed', (request) => request.url().includes('quick-exit'));
    await sam.page.goto(sam.link);
    await refused;

    await sam.page.getByText('Opening your meeting').waitFor();
    expect(await start(sam.page).count()).toBe(0);
    expect(new Set(asked)).toEqual(new Set(['/api/join/quick-exit']));
    expect(await toldOf('Sam Hughes').count()).toBe(0);

    await sam.page.unroute(EXIT);
    await start(sam.page).waitFor();
    await toldOf('Sam Hughes').waitFor();
    expect(await sam.person.context.cookies()).toEqual([]);
    expect(await sam.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  test('and is outside, as anybody who left', async () => {
    await start(sam.page).click();
    await sam.page.getByText('Hello Sam Hughes').waitFor();
    expect(await sam.page.getByRole('button', { name: 'Leave', exact: true }).count()).toBe(0);
  });

  test('while the link was being exchanged, the host is told of it all the same', async () => {
    let exchanged = (): void => undefined;
    const isExchanged = new Promise<void>((resolve) => {
      exchanged = resolve;
    });
    // It reaches the server, and the answer is lost.
    await dana.page.route('**/api/join', async (route) => {
      await route.fetch();
      exchanged();
    });
    await dana.page.goto(dana.link);
    await start(dana.page).click();
    await isExchanged;
    await leavesQuickly(dana);

    await toldOf('Dana Hughes').waitFor();
    await expect.poll(() => dana.person.context.cookies()).toEqual([]);
  });
});
