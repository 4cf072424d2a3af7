import type { ParticipantId, StaffId } from '@doorstep/shared/visit/ids.ts';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { PhoneNetwork } from '../harness/PhoneNetwork.ts';
import { Product } from '../harness/Product.ts';
import { AtTheDesk } from './people/AtTheDesk.ts';
import { barriers } from './people/barriers.ts';
import { eventually } from './people/eventually.ts';
import { Host } from './people/Host.ts';
import { CHROMIUM } from './people/Person.ts';
import { setHidden } from './people/pretences.ts';
import { requestsOf } from './people/requestsOf.ts';

const PRIYA = {
  participant: 'priya' as ParticipantId,
  name: 'Priya Shah',
  role: 'colleague',
  relationship: '',
  staff: 'priya-shah' as StaffId,
} as const;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const says = (page: Page, words: string | RegExp) => page.getByText(words).waitFor({ timeout: 20_000 });

describe('[JOIN-4] a professional’s line, before they go in', () => {
  let network: PhoneNetwork;
  let product: Product;
  let host: Host;
  let priya: Host;
  let requests: Desk;

  beforeAll(async () => {
    network = await PhoneNetwork.lay(CHROMIUM);
    product = await Product.start({ host: network.serverAddress });
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    await host.plans([{ name: 'Sam Hughes', role: 'child' }]);
    requests = new Desk(requestsOf(host.person.context, product.origin));
    await requests.command(host.visit, { type: 'roster.add', person: PRIYA });
    priya = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, 'Priya Shah', network.browser);
  });

  afterAll(async () => {
    await Promise.allSettled([host, priya].map((one) => one?.close()));
    await product?.stop();
    await network?.close();
  });

  /** How each of the professionals stands on the host’s roster, and with how many devices. */
  const roster = async () => {
    const view = await requests.view(host.visit);
    const entries = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
    return entries
      .filter(({ joinsBy }) => joinsBy === 'signsIn')
      .map(({ name, state, devices }) => `${name}: ${state}, ${devices.length}`);
  };

  test('the host reads that hers is good before the visit has begun, and stands nowhere for it', async () => {
    const { page } = host;
    await page.goto(`/visit#${host.visit}`);
    await button(page, /^Check camera and/).click();
    await says(page, 'Your connection is good');
    expect(await barriers(page)).toEqual([]);
    expect((await roster()).sort()).toEqual(['Amina Okafor: expected, 0', 'Priya Shah: expected, 0']);
  });

  test('it is tried again when she comes back to the check, and she goes in without waiting for it', async () => {
    const { page } = host;
    await button(page, 'Back to the visit').click();
    await button(page, /^Check camera and/).click();
    await says(page, /^Trying it now/);
    await button(page, 'Start the visit').click();
    await host.isInside();
    await new AtTheDesk(host, product.origin).reads('Amina Okafor', { network: 'notTried', camera: 'works' });
  });

  test('where the server has too much to do, or she looked elsewhere, it is said that nothing is known, and it can be tried again', async () => {
    const { page } = priya;
    await page.route('**/line', (route) => route.fulfill({ json: { ok: false, refusal: 'tooMany' } }));
    await page.goto(`/visit#${host.visit}`);
    await button(page, 'Check camera and enter').click();
    await says(page, 'Your connection could not be tried just now');
    await page.unroute('**/line');
    await button(page, 'Try the connection again').click();
    await says(page, /^Trying it now/);
    await setHidden(page, true);
    await says(page, 'Your connection could not be tried just now');
    await setHidden(page, false);
    await button(page, 'Try the connection again').click();
    await says(page, 'Your connection is good');
  });

  test('a colleague on a line that carries little reads so and what to do, and goes in all the same', async () => {
    const { page } = priya;
    await button(page, 'Back to the visit').click();
    await network.narrowsTo(100);
    await button(page, 'Check camera and enter').click();
    // On so thin a line the server may end the try before it has told anything; then the page asks to try again.
    await eventually(async () => {
      if (await page.getByText('Your connection could not be tried just now').isVisible())
        await button(page, 'Try the connection again').click();
      await page
        .getByText(/^(Your connection is weak|The connection test did not get through)$/)
        .waitFor({ timeout: 1_000 });
    }, 90_000);
    expect(await barriers(page)).toEqual([]);
    expect((await roster()).sort()).toEqual(['Amina Okafor: here, 1', 'Priya Shah: expected, 0']);
    await button(page, 'Enter the visit').click();
    await button(page, 'Leave').waitFor({ timeout: 30_000 });
    await network.narrowsTo(20_000);
  });

  test('and the host reads it of her, as of everybody’s device', async () => {
    await host.looksAt('Priya Shah');
    await host.page.getByText(/^(The connection is weak|The connection test did not get through)$/).waitFor();
  });
});
