import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { Product } from '../harness/Product.ts';
import { barriers } from './people/barriers.ts';
import { Host } from './people/Host.ts';
import { PRIYA } from './people/priya.ts';
import { requestsOf } from './people/requestsOf.ts';

const NOT_LOADED = 'This part of the page could not be loaded';
const APART = /^Dana Hughes and Ray Cole are kept apart\. Do not speak of one to the other\.$/;

/** From now on the code with these words in it does not come to the page, until the returned function is called. */
async function withholds(page: Page, words: string): Promise<() => Promise<void>> {
  const scripts = '**/_next/static/chunks/*.js';
  await page.route(scripts, async (route) => {
    const answer = await route.fetch();
    if ((await answer.text()).includes(words)) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  });

  return () => page.unroute(scripts);
}

describe('the page of a visit, whose parts come when they are wanted', () => {
  let product: Product;
  let host: Host;
  let priya: Host;
  let desk: Page;
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    priya = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, PRIYA.name);
    desk = host.page;
    await host.plans([
      { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
      { name: 'Ray Cole', role: 'parent', relationship: 'father' },
    ]);
    const planning = new Desk(requestsOf(host.person.context, product.origin));
    await planning.command(host.visit, { type: 'roster.add', person: PRIYA });
    const view = await planning.view(host.visit);
    const [dana, ray] = ['Dana Hughes', 'Ray Cole'].map((name) =>
      view.screen === 'preparing' ? view.console?.roster.find((entry) => entry.name === name)?.participant : undefined,
    );
    if (dana === undefined || ray === undefined) throw new Error('Not on the roster');
    const against = { is: 'these', people: [ray] } as const;
    await planning.command(host.visit, { type: 'separation.order', participant: dana, against });
  });

  afterAll(async () => {
    await Promise.all([host, priya].map((one) => one?.close()));
    await product?.stop();
  });

  test('[SAFE-5] when the plan cannot be loaded the rest of the page stands, says so, and the plan comes when it is tried again', async () => {
    const gives = await withholds(desk, 'Is there anybody who must not know that somebody else is in this visit?');
    await desk.goto(`/visit#${host.visit}`);
    await desk.getByRole('alert').getByText(NOT_LOADED).waitFor();
    await button(desk, 'Check camera and start').waitFor();
    expect(await barriers(desk)).toEqual([]);

    await gives();
    await button(desk, 'Try again').click();
    await desk.getByRole('list', { name: 'Who will be there?' }).getByText('Dana Hughes', { exact: true }).waitFor();
    await button(desk, 'Change the plan').click();
    await desk.getByRole('dialog').getByLabel('What is it for?').waitFor();
    await button(desk, 'Cancel').click();
  });

  test('[PLAN-10] a colleague reads on the page of the visit, before going in, who is kept apart', async () => {
    await priya.page.goto(`/visit#${host.visit}`);
    await priya.page.getByText('Dana Hughes and Ray Cole are kept apart.').waitFor();
    expect(await barriers(priya.page)).toEqual([]);
  });

  test('[SAFE-5] when the call cannot be loaded, the page says so and leads back into the visit', async () => {
    await host.enters();
    const gives = await withholds(desk, 'room.open');
    await desk.reload();
    await desk.getByRole('heading', { name: 'This page has stopped' }).waitFor();
    await desk.getByText(/The visit itself goes on/).waitFor();

    await gives();
    await button(desk, 'Load the page and go back in').click();
    await host.isInside();
  });

  test('[PLAN-10] … and inside as well, also on a telephone', async () => {
    const { page } = priya;
    await button(page, 'Check camera and enter').click();
    await button(page, 'Enter the visit').click();
    await page.getByRole('status').getByText(APART).waitFor();

    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByText(APART).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('[SAFE-5] the record comes when the visit has ended, and when it was tried again', async () => {
    await button(desk, 'End for everyone').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    const gives = await withholds(desk, 'Nobody was kept apart from anybody in this visit.');
    await button(desk, 'See who was there').click();
    await desk.getByRole('alert').getByText(NOT_LOADED).waitFor();
    await gives();
    await button(desk, 'Try again').click();
    await desk.getByRole('table', { name: 'Who was kept apart' }).waitFor();
  });
});
