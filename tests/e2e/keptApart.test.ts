import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { hears, sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { received } from './people/mediaProbe.ts';
import type { Person } from './people/Person.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Everything that reaches a page from the server. */
class Ear {
  readonly #heard: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#heard.push(String(payload)));
    });
    page.on('response', (response) => {
      if (!/\/api\/|socket/.test(response.url())) return;
      this.#heard.push(response.url());
      response.text().then(
        (text) => this.#heard.push(text),
        () => undefined,
      );
    });
  }

  /** … and everything that stands on the page now, its title included, also where it is not seen. */
  async all(): Promise<string> {
    return [...this.#heard, await this.#page.content()].join('\n');
  }
}

describe('two people of one visit who must not learn of each other', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let ray: Family;
  let danas: Ear;
  let rays: Ear;
  let desk: Page;
  const links = new Map<string, string>();
  const row = (name: string) =>
    desk
      .getByRole('list', { name: 'Who will be there?' })
      .getByRole('listitem')
      .filter({ has: desk.getByText(name, { exact: true }) });
  const inSection = () => desk.getByRole('list', { name: 'Keep people apart' });

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    desk = host.page;
  });

  afterAll(async () => {
    await Promise.all([host, dana, ray].map((one) => one?.close()));
    await product?.stop();
  });

  async function showsLinkOf(name: string): Promise<void> {
    links.set(name, await desk.getByRole('dialog').getByLabel('Link', { exact: true }).inputValue());
    await button(desk, 'Mark as sent').click();
    await row(name).getByText('Link sent').waitFor();
  }

  /** [PRIV-5] Neither's device has been told anything by which the other could be known. */
  async function knowNothing(): Promise<void> {
    const [toldDana, toldRay] = [await danas.all(), await rays.all()];
    expect(toldDana).toContain('Dana Hughes');
    expect(toldRay).toContain('Ray Cole');
    for (const secret of [/\bRay\b/, /\bCole\b/]) expect(toldDana).not.toMatch(secret);
    for (const secret of [/\bDana\b/, /\bHughes\b/, /\bIona\b/]) expect(toldRay).not.toMatch(secret);
    for (const told of [toldDana, toldRay]) expect(told).not.toMatch(/kept ?apart|separat|stranger|main-\d/i);
  }

  test('[PRIV-6] the form asks for whom an interpreter is there, and the row says it', async () => {
    await desk.getByRole('link', { name: 'Plan a visit' }).click();
    await desk.getByLabel('What is it for?').fill('To hear from each of them how the week has been.');
    for (const [place, name] of ['Dana Hughes', 'Ray Cole', 'Iona Pop'].entries()) {
      if (place === 2) await button(desk, 'Add another person').click();
      await desk.getByLabel('Name').nth(place).fill(name);
      await desk
        .getByLabel('Role')
        .nth(place)
        .selectOption(place === 2 ? 'Interpreter' : 'Parent or carer');
    }
    await desk.getByLabel('For whom?').selectOption('Dana Hughes');
    await button(desk, 'Save the visit').click();
    await row('Iona Pop').getByText('Interprets for Dana Hughes').waitFor();
  });

  test('[PLAN-10] before the first link is shown it is asked who must not know of whom, and the way leads there', async () => {
    await row('Dana Hughes').getByRole('button', { name: 'Make a link' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByText('Is there anybody who must not know that somebody else is in this visit?').waitFor();
    expect(await desk.getByLabel('Link', { exact: true }).count()).toBe(0);
    await button(desk, 'Yes, keep people apart first').click();
    await expect.poll(() => desk.evaluate(() => document.activeElement?.textContent)).toBe('Keep people apart');

    await button(desk, 'Change who Dana Hughes is kept apart from').click();
    await dialog.getByLabel('These people', { exact: true }).check();
    await button(desk, 'Keep them apart').click();
    await dialog.getByText('Choose from whom Dana Hughes is kept apart').waitFor();
    await dialog.getByLabel('Ray Cole').check();
    await button(desk, 'Keep them apart').click();

    await row('Dana Hughes').getByText('Kept apart from Ray Cole').waitFor();
    await row('Ray Cole').getByText('Kept apart from Dana Hughes').waitFor();
    await inSection().getByText('Kept apart from Dana Hughes').waitFor();
  });

  test('[PRIV-6] her interpreter is let in where she is, so there is nothing to point out', async () => {
    expect(await inSection().getByText('Iona Pop', { exact: true }).count()).toBe(1);
    expect(
      await inSection()
        .getByText(/^Iona Pop is there for/)
        .count(),
    ).toBe(0);
  });

  test('[PLAN-10] then links go out, and whoever changes it afterwards is told what cannot be taken back', async () => {
    await row('Dana Hughes').getByRole('button', { name: 'Show link' }).click();
    await showsLinkOf('Dana Hughes');
    await row('Ray Cole').getByRole('button', { name: 'Make a link' }).click();
    await showsLinkOf('Ray Cole');

    await button(desk, 'Change who Ray Cole is kept apart from').click();
    await desk.getByText('what was in messages that you sent earlier cannot be taken back', { exact: false }).waitFor();
    await button(desk, 'Cancel').click();
  });

  test('[PLAN-10] [PRIV-5] each opens their link, gets ready and waits, and neither’s device is told of the other', async () => {
    dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
    ray = await Family.with(links.get('Ray Cole') ?? '', 'Ray Cole', { hue: 290, pitch: 1300 });
    danas = new Ear(dana.page);
    rays = new Ear(ray.page);
    for (const one of [dana, ray]) await (await one.opensLink()).knocks();
    await knowNothing();
  });

  test('[PLAN-10] [PRIV-5] both are let in, each into a room of their own: no name, no tile, no voice, no picture of the other', async () => {
    await button(desk, 'Check camera and start').click();
    await button(desk, 'Start the visit').click();
    await host.isInside();
    for (const one of [dana, ray]) {
      await host.admits(one.name);
      await one.isInside();
    }

    const everybody: readonly Person[] = [host.person, dana.person, ray.person];
    await sees(dana.person, [host.person], everybody);
    await hears(dana.person, [host.person], everybody);
    await sees(host.person, [dana.person], everybody);
    await eventually(async () => {
      const kinds = (await received(dana.page)).map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['audio', 'video']);
    });
    expect(await received(ray.page)).toEqual([]);
    expect(await dana.page.getByRole('figure').filter({ hasText: 'Ray' }).count()).toBe(0);
    expect(await ray.page.getByRole('figure').filter({ hasText: 'Dana' }).count()).toBe(0);
    await knowNothing();
  });

  test('[PLAN-10] the record of the visit says who was kept apart from whom', async () => {
    await button(desk, 'End for everyone').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await knowNothing();
    await button(desk, 'See who was there').click();
    const table = desk.getByRole('table', { name: 'Who was kept apart' });
    await table.getByRole('row', { name: /^Dana Hughes Kept apart from Ray Cole/ }).waitFor();
  });
});
