import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { Product } from '../harness/Product.ts';
import { AtTheDesk } from './people/AtTheDesk.ts';
import { barriers } from './people/barriers.ts';
import { Host } from './people/Host.ts';
import { PRIYA } from './people/priya.ts';
import { requestsOf } from './people/requestsOf.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('what professionals said before they went in', () => {
  let product: Product;
  let host: Host;
  let priya: Host;
  let desk: AtTheDesk;

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    await host.plans([{ name: 'Dana Hughes', role: 'parent' }]);
    const requests = requestsOf(host.person.context, product.origin);
    await new Desk(requests).command(host.visit, { type: 'roster.add', person: PRIYA });
    desk = new AtTheDesk(host, product.origin);
    await host.enters();
    priya = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, 'Priya Shah');
    await priya.page.goto(`/visit#${host.visit}`);
  });

  afterAll(async () => {
    await Promise.allSettled([host, priya].map((one) => one?.close()));
    await product?.stop();
  });

  const answers = (question: RegExp, answer: 'Yes' | 'No') =>
    priya.page.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check();

  test('[DEV-1] a device of her own is warned of, and keeps nobody out', async () => {
    const { page } = priya;
    await button(page, 'Check camera and enter').click();
    await answers(/device of your authority/, 'No');
    await page.getByText(/If you go in with your own, the host sees it and it is kept/).waitFor();
    await answers(/hear you/, 'Yes');
    await button(page, 'Enter the visit').click();
    await button(page, 'Leave').waitFor();
    await desk.reads('Priya Shah', { equipment: 'personal', overheard: 'yes' });
  });

  test('[DEV-2] who leaves and goes in again is asked again', async () => {
    const { page } = priya;
    await button(page, 'Leave').click();
    await button(page, 'To the page of the visit').click();
    await button(page, 'Check camera and enter').click();
    await answers(/device of your authority/, 'Yes');
    await button(page, 'Enter the visit').click();
    await button(page, 'Leave').waitFor();
    await desk.reads('Priya Shah', { equipment: 'authority', headset: 'notSaid' });
  });

  test('[DEV-2] what somebody says who was put out, and asks to come back, is heard when she asks', async () => {
    const { page } = priya;
    await desk.removes('Priya Shah');
    await button(page, 'To the page of the visit').click();
    await button(page, 'Check camera and ask to come back').click();
    await answers(/headset/, 'Yes');
    await button(page, 'Enter the visit').click();
    await button(page, 'Ask to come back').click();
    await desk.reads('Priya Shah', { equipment: 'notSaid', headset: 'yes' });
    await host.admits('Priya Shah');
    await button(page, 'Leave').waitFor();
  });

  test('[DEV-1] [DEV-2] the page of the ended visit has what each said before going in, a device of one’s own, and that nothing was said', async () => {
    const { page } = host;
    await button(page, 'End for everyone').click();
    await page.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await button(page, 'See who was there').click();
    const said = page.getByRole('table', { name: 'What professionals said before they went in' });
    const rowsOf = (name: string) => said.getByRole('row').filter({ hasText: name });
    await rowsOf('Amina Okafor').getByText('Nothing was said.').waitFor();

    const [first, second, third] = [
      rowsOf('Priya Shah').nth(0),
      rowsOf('Priya Shah').nth(1),
      rowsOf('Priya Shah').nth(2),
    ];
    await first.getByText('Their own device: was asked to use one of the authority').waitFor();
    await first.getByText('Somebody else could hear them or see the screen').waitFor();
    await second.getByText('A device of the authority').waitFor();
    await second.getByText('Not said: what was behind them').waitFor();
    await third.getByText('Wore a headset').waitFor();
    expect(await rowsOf('Priya Shah').count()).toBe(3);
    expect(await barriers(page)).toEqual([]);
  });
});
