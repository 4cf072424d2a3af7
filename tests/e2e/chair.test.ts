import { visitId } from '@doorstep/shared/protocol/commands.ts';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { Product } from '../harness/Product.ts';
import { barriers } from './people/barriers.ts';
import { Family } from './people/Family.ts';
import { Host } from './people/Host.ts';
import { lineOf } from './people/lineOf.ts';
import { requestsOf } from './people/requestsOf.ts';

const SECOND_DEVICE = 'A second device is using Dana Hughes’s link';
const NEAR_DANA = 'Somebody was seen or heard near Dana Hughes’s phone';
const LAST_WORDS = 'We stop here, because nobody would say who was in the room. Amina will ring Dana at four.';
/** Whatever a family may never read, in words or in what the server tells their page. */
const NOT_FOR_FAMILIES = /second device|unexpected|unknown\.|unknowns|seen or heard|cupboard|Leeds/i;

const alerts = (page: Page) => page.getByRole('region', { name: 'People whom nobody expected' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const isShown = (page: Page, words: string) => alerts(page).getByText(words).first().waitFor();

describe('a visit with a host and a chair', () => {
  let product: Product;
  let amina: Host;
  let tom: Host;
  let dana: Family;
  let second: Family;
  let desk: Page;
  let chair: Page;
  let danasLine: readonly string[];
  let secondsLine: readonly string[];
  let link: string;

  beforeAll(async () => {
    product = await Product.start();
    amina = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    tom = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, 'Tom Reilly');
    desk = amina.page;
    chair = tom.page;
  });

  afterAll(async () => {
    await Promise.all([amina, tom, dana, second].map((one) => one?.close()));
    await product?.stop();
  });

  /** The chair is in the room, by what only the room has. */
  const chairIsInside = () => chair.getByRole('figure').filter({ hasText: 'Dana Hughes' }).waitFor();

  test('[UNK-1] the plan names one of the staff as chair, who finds the visit in their own list', async () => {
    await desk.goto('/plan');
    await desk.getByLabel('Name').nth(0).fill('Sam Hughes');
    await desk.getByLabel('Name').nth(1).fill('Dana Hughes');
    await desk.getByLabel('What is it for?').fill('To agree what helps Sam.');
    expect(await desk.getByLabel('Who chairs?').count()).toBe(0);
    await desk.getByLabel('Tom Reilly').check();
    await desk.getByLabel('Who chairs?').selectOption('Tom Reilly');
    expect(await barriers(desk)).toEqual([]);
    await press(desk, 'Save the visit');
    await row(desk, 'Tom Reilly').getByText('Chair', { exact: true }).waitFor();

    const visit = visitId.parse(new URL(desk.url()).hash.slice(1));
    link = await new Desk(requestsOf(amina.person.context, product.origin)).newLinkFor(visit, 'Dana Hughes');
    await chair.goto(`/visit#${visit}`);
    await chair.getByText('You are the chair').waitFor();
    await chair.getByText('The host has not started this visit yet.').waitFor();
  });

  test('the chair comes in from the desk, and has none of the host’s tools', async () => {
    await button(desk, /^Check camera and/).click();
    await press(desk, 'Start the visit');
    await amina.isInside();
    dana = await Family.with(link, 'Dana Hughes', { hue: 120, pitch: 700 });
    danasLine = lineOf(dana.page);
    await (await dana.opensLink()).knocks();
    await button(chair, /^Check camera and/).click();
    await press(chair, 'Enter the visit');
    await amina.admits('Dana Hughes');
    await dana.isInside();
    await chairIsInside();
    await dana.page.getByText('Leads the meeting').first().waitFor();
    for (const name of [/^End for everyone/, /^Remove/, /^Let in/, /^Send help/, /^Ask everybody/])
      expect(await button(chair, name).count()).toBe(0);
  });

  test('[UNK-1] a second device knocks, and the alert stands on both screens', async () => {
    second = await Family.with(link, 'Dana Hughes', { hue: 210, pitch: 1000 });
    secondsLine = lineOf(second.page);
    await (await second.opensLink()).knocks();
    for (const page of [desk, chair]) {
      await isShown(page, SECOND_DEVICE);
      await isShown(page, 'It waits at the door, and sees and hears nothing.');
    }
    await isShown(chair, 'Only the host can let it in.');
    expect(await button(chair, 'Let in and ask there').count()).toBe(0);
    expect(await button(chair, 'Do not let in').count()).toBe(1);
  });

  test('[UNK-1] [UNK-2] the chair takes a step, and the host reads it with its words', async () => {
    await button(chair, `What to do ${SECOND_DEVICE}`).click();
    await alerts(chair).getByLabel('What you say aloud').fill('Dana, whose is the other phone?');
    expect(await barriers(chair, ['light', 'dark', 'high contrast'])).toEqual([]);
    await press(chair, 'I have asked');
    await isShown(chair, 'The family was asked');
    await isShown(desk, 'The family was asked');
    await button(desk, `What to do ${SECOND_DEVICE}`).click();
    await isShown(desk, 'Dana, whose is the other phone?');
  });

  test('[UNK-1] it stays on the chair’s screen: over a reload, and outside the room', async () => {
    await chair.reload();
    await chairIsInside();
    await isShown(chair, 'The family was asked');
    await press(chair, 'Leave');
    await chair.getByRole('heading', { name: /left/ }).waitFor();
    await isShown(chair, SECOND_DEVICE);
    await press(chair, 'To the page of the visit');
    await chair.getByRole('heading', { name: 'Under way' }).waitFor();
    await isShown(chair, SECOND_DEVICE);
    await button(chair, /^Check camera and/).click();
    await isShown(chair, SECOND_DEVICE);
    await press(chair, 'Enter the visit');
    await chairIsInside();
    await isShown(chair, 'The family was asked');
  });

  test('[UNK-1] the host closes it, and both are rid of it', async () => {
    const panel = alerts(desk);
    await panel.getByLabel('What the family said').fill('Her sister Jo from Leeds');
    await press(desk, 'Keep what they said');
    await panel.getByLabel('Their name').fill('Jo Hughes');
    await panel.getByLabel('Who they are to the child').fill('aunt');
    await press(desk, 'They have introduced themselves');
    for (const page of [desk, chair]) {
      await alerts(page).getByText('Dealt with (1)').waitFor();
      expect(await alerts(page).getByText('Somebody unexpected').count()).toBe(0);
    }
  });

  test('[ROST-3] [ROST-4] the chair leads the rounds: calls on people, and asks whether they see and hear', async () => {
    await button(chair, /^Introductions/).click();
    await press(chair, 'Call on Dana Hughes');
    await chair.getByText('Dana Hughes is called on').waitFor();
    await dana.page.getByText('Please say who you are.').first().waitFor();
    await press(chair, 'Mark Dana Hughes as introduced');
    await button(chair, /^See and hear/).click();
    await press(chair, 'Ask everyone now');
    await chair.getByText('0 of 3 see and hear').waitFor();
    await desk.getByText('Can you see and hear the others?').waitFor();
    await press(desk, 'Yes');
    await chair.getByText('1 of 3 see and hear').waitFor();
    expect(await button(chair, /^Send help/).count()).toBe(0);
  });

  test('[UNK-1] [UNK-3] what the chair hears and raises stands on both screens, and its steps are the chair’s at once', async () => {
    await press(chair, 'Somebody else is there');
    await chair.getByLabel('Near which device?').selectOption('Dana Hughes (phone)');
    await chair.getByLabel('What did you see or hear?').fill('A man’s voice from the cupboard');
    await press(chair, 'Raise it');
    await chair.getByText(/^Amina Okafor was told at \d\d:\d\d\.$/).waitFor();
    await isShown(desk, NEAR_DANA);
    await isShown(desk, 'Noticed by Tom Reilly');
    await alerts(chair).getByRole('heading', { name: 'Ask the family' }).waitFor();
  });

  test('[UNK-1] nothing of it was on either phone', async () => {
    for (const [page, line] of [
      [dana.page, danasLine],
      [second.page, secondsLine],
    ] as const) {
      expect(await page.locator('body').innerText()).not.toMatch(NOT_FOR_FAMILIES);
      expect(line.length).toBeGreaterThan(0);
      expect(line.join('\n')).not.toMatch(NOT_FOR_FAMILIES);
    }
  });

  test('[UNK-2] [UNK-5] refused and warned, the chair ends the call for everyone, with the reason', async () => {
    const panel = alerts(chair);
    await press(chair, 'I have asked');
    expect(await button(chair, 'End the call for everyone').count()).toBe(0);
    await press(chair, 'They would not say');
    await panel.getByLabel('What happened').fill('Dana looks aside and says nothing.');
    await press(chair, 'They would not say');
    await press(chair, 'I have said it');
    await isShown(desk, 'Warned that the call will end');
    await press(chair, 'End the call for everyone');
    await panel.getByLabel('What everyone reads').fill(LAST_WORDS);
    await press(chair, 'End the call for everyone');
    for (const page of [desk, chair, dana.page]) await page.getByText(LAST_WORDS).waitFor();
    for (const page of [desk, chair]) expect(await alerts(page).count()).toBe(0);
  });
});
