import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { Device } from '../harness/Device.ts';
import { openLink } from '../harness/openLink.ts';
import { Product } from '../harness/Product.ts';
import { AtTheDesk } from './people/AtTheDesk.ts';
import { Family } from './people/Family.ts';
import { isInCompany } from './people/flow.ts';
import { Host } from './people/Host.ts';
import { requestsOf } from './people/requestsOf.ts';
import { DESKS, PHONES, seesThemselves } from './people/selfView.ts';

/** They sit on lines without pictures: what counts here is the room that they take. */
const QUIET = ['Ray Cole', 'Gran Hughes', 'Uncle Bartholomew Featherstonehaugh'] as const;
const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
  ...QUIET.map((name) => ({ name, role: 'householdMember', relationship: 'of the family' }) as const),
] as const;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('[DEV-3] oneself on a telephone, among five others', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let sam: Family;
  let desk: Desk;
  const quiet: Device[] = [];

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans(PEOPLE);
    desk = new Desk(requestsOf(host.person.context, product.origin));
    await host.enters();
    dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
    sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', { hue: 210, pitch: 1000 });
    for (const one of [dana, sam]) {
      await (await one.opensLink()).knocks();
      await host.admits(one.name);
      await one.isInside();
    }
    for (const name of QUIET) {
      const device = await Device.connect(product.origin, await openLink(links.get(name) ?? ''));
      quiet.push(device);
      await device.command({ type: 'lobby.knock' });
      await host.admits(name);
      await device.until(({ screen }) => screen === 'room');
    }
    await isInCompany(dana.page, { pictures: 2, voices: 2 });
  });

  afterAll(async () => {
    for (const device of quiet) device.close();
    await Promise.allSettled([host, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  const bids = (command: Parameters<Desk['command']>[1]) => desk.command(host.visit, command);
  const seesHerself = (what: string) => seesThemselves(dana.page, what, PHONES);
  const idOf = async (name: string): Promise<ParticipantId> => {
    const view = await desk.view(host.visit);
    const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
    const entry = roster.find((each) => each.name === name);
    if (entry === undefined) throw new Error(`Nobody is called ${name}`);
    return entry.participant;
  };

  test('while nothing is asked, for her and for a child', async () => {
    expect(await dana.page.locator('figure').count()).toBe(6);
    await seesHerself('nothing asked');
    await seesThemselves(sam.page, 'child, nothing asked', PHONES);
  });

  test('however far the page is moved', async () => {
    const { page } = dana;
    for (const to of [10_000, 0]) {
      await page.evaluate((top) => {
        for (const each of document.querySelectorAll('*')) each.scrollTop = top;
      }, to);
      await seesHerself(`moved to ${to}`);
    }
  });

  test('beside the list of who is here, and the question that leads from it', async () => {
    const { page } = dana;
    await button(page, 'Who is here').click();
    await seesHerself('who is here');
    await button(page, 'I cannot see or hear well').click();
    await seesHerself('cannot see or hear');
    for (const question of ['Can you see everyone?', 'Can you hear everyone?'])
      await page.getByRole('group', { name: question }).getByRole('button', { name: 'No' }).click();
    await button(page, 'Tap to hear').waitFor();
    await seesHerself('help with seeing and hearing');
    for (const question of ['Can you see everyone?', 'Can you hear everyone?'])
      await page.getByRole('group', { name: question }).getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('heading', { name: 'Can you see and hear everyone?' }).waitFor({ state: 'detached' });
  });

  test('beside the question who is with her, asked by the host', async () => {
    const { page } = dana;
    await bids({ type: 'household.ask', participant: await idOf('Dana Hughes') });
    await page.getByRole('heading', { name: 'Amina Okafor asks: who is with you now?' }).waitFor();
    await seesHerself('who is with you');
    await button(page, /^(Nobody else|Only me)$/).click();
    await page.getByRole('heading', { name: 'Amina Okafor asks: who is with you now?' }).waitFor({ state: 'detached' });
  });

  test('while she is called on to introduce herself, and beside the question whether she sees and hears', async () => {
    const { page } = dana;
    await bids({ type: 'introduction.call', who: await idOf('Dana Hughes') });
    await page.getByText('Please say who you are.').waitFor();
    await seesHerself('her turn');
    // Nothing new comes while somebody says who they are.
    await bids({ type: 'introduction.done', who: await idOf('Dana Hughes') });
    await bids({ type: 'senses.ask' });
    await page.getByRole('group', { name: 'Can you see everyone?' }).waitFor();
    await seesHerself('asked whether she sees and hears');
    for (const question of ['Can you see everyone?', 'Can you hear everyone?'])
      await page.getByRole('group', { name: question }).getByRole('button', { name: 'Yes' }).click();
  });

  test('beside a tip of the host’s, and the question whether to leave', async () => {
    const { page } = dana;
    await new AtTheDesk(host, product.origin).sends('Dana Hughes', 'turnSideways');
    await button(page, 'Done').waitFor();
    await seesHerself('a tip');
    await button(page, 'Leave').click();
    await seesHerself('leave?');
    await button(page, 'No, stay here').click();
  });

  test('while the line is lost, and that is said', async () => {
    const { page } = dana;
    await page.context().setOffline(true);
    await page.getByText(/We are getting you back\.$/).waitFor();
    await seesHerself('reconnecting');
    await page.context().setOffline(false);
    await isInCompany(page, { pictures: 2, voices: 2 });
  });

  test('and a professional on a tablet or a telephone, whatever is beside the pictures', async () => {
    const { page } = host;
    await seesThemselves(page, 'host', DESKS);
    await host.looksAt('Dana Hughes');
    await seesThemselves(page, 'host, looking at somebody', DESKS);
    const before = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 640 });
    await button(page, /^People/).click();
    await seesThemselves(page, 'host, people on a phone', [
      [360, 640],
      [320, 568],
      [640, 360],
    ]);
    if (before !== null) await page.setViewportSize(before);
  });
});
