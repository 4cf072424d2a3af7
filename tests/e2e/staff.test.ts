import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { Family } from './people/Family.ts';
import { Host } from './people/Host.ts';

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 640 };
const PURPOSE = 'Hear how the first week with grandmother has been.';
const LAST_WORDS = 'Thank you, Dana. I will ring on Thursday at four.';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

describe('a social worker’s afternoon, through the pages alone', () => {
  let product: Product;
  let amina: Host;
  let priya: Host;
  let dana: Family;
  let stranger: Family;
  let desk: Page;
  let link = '';

  beforeAll(async () => {
    product = await Product.start();
    amina = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    await amina.person.context.grantPermissions(['camera', 'microphone', 'clipboard-read', 'clipboard-write']);
    desk = amina.page;
  });

  afterAll(async () => {
    await Promise.all([amina, priya, dana, stranger].map((one) => one?.close()));
    await product?.stop();
  });

  /** The link as the dialog has it, once it has been copied. */
  async function copies(): Promise<string> {
    await button(desk, 'Copy link').click();
    await desk.getByText('Copied. Paste it into a message to this person alone.').waitFor();
    const copied = await desk.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await desk.getByLabel('Link', { exact: true }).inputValue());

    return copied;
  }

  test('[PLAN-1] plans a visit: what is wrong is said, and nothing that was typed is lost', async () => {
    await desk.getByRole('link', { name: 'Plan a visit' }).click();
    const today = await desk.getByLabel('Date').inputValue();
    await desk.getByLabel('Date').fill('2020-01-01');
    await desk.getByLabel('Name').nth(0).fill('Dana Hughes');
    await desk.getByLabel('Role').nth(0).selectOption('Parent or carer');
    await desk.getByLabel('Relationship to the child').nth(0).fill('mother');
    await desk.getByLabel('Relationship to the child').nth(1).fill('grandmother');
    await desk.getByLabel('Priya Shah').check();
    await button(desk, 'Save the visit').click();

    await heading(desk, 'There is a problem').waitFor();
    await desk.getByRole('link', { name: 'The date has passed. Choose today or later' }).waitFor();
    await desk.getByRole('link', { name: 'Enter the name of person 2' }).click();
    expect(await desk.evaluate(() => document.activeElement?.id)).toBe('person-1-name');
    expect(await desk.title()).toBe('Error: Plan a visit');
    expect(await desk.getByLabel('Name').nth(0).inputValue()).toBe('Dana Hughes');
    expect(await desk.getByLabel('Relationship to the child').nth(1).inputValue()).toBe('grandmother');
    expect(await desk.getByLabel('Priya Shah').isChecked()).toBe(true);

    await desk.getByLabel('Name').nth(1).fill('Ida Cole');
    await desk.getByLabel('Date').fill(today);
    await button(desk, 'Save the visit').click();
    await desk.getByText('This visit has no purpose yet').waitFor();
  });

  test('[PLAN-1] a visit without a purpose is a draft: no links, in words; with one they can be made', async () => {
    await desk.getByText('Links can be made once you have said what the visit is for.').waitFor();
    await row(desk, 'Dana Hughes').getByText('The visit needs a purpose first.').waitFor();
    expect(await button(desk, 'Make a link').count()).toBe(0);

    await button(desk, 'Say what it is for').click();
    await desk.getByRole('dialog').getByLabel('What is it for?').fill(PURPOSE);
    await button(desk, 'Save changes').click();
    await desk.getByText(PURPOSE).waitFor();
    await button(desk, 'Make a link').first().waitFor();
  });

  test('[JOIN-2] makes a link, copies it, shows it, marks it as sent, sends another and stops that', async () => {
    const danas = row(desk, 'Dana Hughes');
    await danas.getByRole('button', { name: 'Make a link' }).click();
    await button(desk, 'No, go on to the link').click();
    await heading(desk, 'Link for Dana Hughes').waitFor();
    const qr = desk.getByRole('img', { name: 'QR code with the link for Dana Hughes' });
    await expect
      .poll(() => qr.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 100))
      .toBe(true);
    const first = await copies();
    await button(desk, 'Mark as sent').click();
    await danas.getByText('Link sent').waitFor();

    await button(desk, 'More about Dana Hughes').click();
    await danas.getByRole('button', { name: 'New link' }).click();
    await desk.getByText('The link they have now stops working.').waitFor();
    await desk.getByRole('dialog').getByRole('button', { name: 'New link' }).click();
    await danas.getByText('Link made, not sent').waitFor();
    await danas.getByRole('button', { name: 'Show link' }).click();
    expect(await copies()).not.toBe(first);
    await desk.keyboard.press('Escape');

    await danas.getByRole('button', { name: 'Stop link' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Stop link' }).click();
    await danas.getByText('Link stopped').waitFor();
    await danas.getByRole('button', { name: 'New link' }).click();
    link = await copies();
    await button(desk, 'Mark as sent').click();
    await danas.getByText('Link sent').waitFor();
  });

  test('a colleague finds the visit in her own list, and cannot go in before it starts', async () => {
    priya = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, 'Priya Shah');
    await priya.page
      .getByRole('link', { name: /Dana Hughes/ })
      .filter({ hasText: 'Ida Cole' })
      .click();
    await priya.page.getByText('The host has not started this visit yet.').waitFor();
    expect(await button(priya.page, /link/i).count()).toBe(0);
  });

  test('starts after a look at herself; Dana waits; on a phone’s screen she can be let in as well', async () => {
    dana = await Family.with(link, 'Dana Hughes', { hue: 120, pitch: 700 });
    await (await dana.opensLink()).knocks();
    await desk.getByText('1 person is waiting').waitFor();
    await button(desk, 'Check camera and start').click();
    await desk.getByRole('group', { name: 'Do you wear a headset?' }).waitFor();
    await button(desk, 'Start the visit').click();
    await amina.isInside();
    await dana.waits();

    await desk.setViewportSize(PHONE);
    await amina.admits('Dana Hughes');
    await dana.isInside();
    await desk.getByRole('figure').filter({ hasText: 'Dana Hughes' }).getByText('Camera on').waitFor();
    await button(desk, 'People').click();
    await row(desk, 'Dana Hughes')
      .getByText(/^Here since/)
      .waitFor();
    await button(desk, 'Pictures').click();
    await desk.setViewportSize(LAPTOP);
  });

  test('[ROST-1] the colleague comes in without the lobby, is seen by all, and has none of the host’s controls', async () => {
    const { page } = priya;
    await button(page, 'Check camera and enter').click();
    await button(page, 'Enter the visit').click();
    await page.getByRole('figure').filter({ hasText: 'Dana Hughes' }).waitFor();
    await desk.getByRole('figure').filter({ hasText: 'Priya Shah' }).waitFor();
    await dana.page.getByRole('figure').filter({ hasText: 'Priya Shah' }).waitFor();
    for (const name of [/^End for everyone/, /^Remove/, /^Let in/]) expect(await button(page, name).count()).toBe(0);
  });

  test('[JOIN-7] a stranger with Dana’s link is told apart in words; “not now” twice, and the link is closed', async () => {
    stranger = await Family.with(link, 'Dana Hughes', { hue: 290, pitch: 1300 });
    await (await stranger.opensLink()).knocks();
    await desk.getByText('This link was already opened on another device. Make sure who this is').waitFor();
    expect(await priya.page.getByText(/already opened|is waiting/).count()).toBe(0);

    await button(desk, 'Not now Dana Hughes').click();
    await heading(stranger.page, 'You cannot come in just now').waitFor();
    await button(stranger.page, 'Ask again').click();
    await button(desk, 'Not now Dana Hughes').click();
    await heading(desk, 'Say “not now” to Dana Hughes again?').waitFor();
    await button(desk, 'Not now, and stop the link').click();
    await heading(stranger.page, 'This link does not work any more').waitFor();
    expect(await button(stranger.page, 'Ask again').count()).toBe(0);

    const again = await stranger.person.openAnotherBrowser();
    await again.goto(link);
    await button(again, 'Start').click();
    await heading(again, 'This link does not work any more').waitFor();
    await dana.isInside();
  });

  test('[UNK-5] ends it with her own words, which everybody inside reads, and sees who was there', async () => {
    await button(desk, 'End for everyone').click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('My own words').check();
    await dialog.getByRole('button', { name: 'End for everyone' }).click();
    await dialog.getByText('Write what everyone should read').waitFor();
    await dialog.getByLabel('What should they read?').fill(LAST_WORDS);
    await dialog.getByRole('button', { name: 'End for everyone' }).click();

    await dana.page.getByText(LAST_WORDS).waitFor();
    await priya.page.getByText(LAST_WORDS).waitFor();
    expect(await stranger.page.getByText(LAST_WORDS).count()).toBe(0);
    await button(desk, 'See who was there').click();
    const there = desk.getByRole('table').first();
    for (const name of ['Amina Okafor', 'Dana Hughes', 'Priya Shah']) await there.getByRole('row', { name }).waitFor();
    expect(await there.getByRole('row').count()).toBe(4);
  });

  test('cannot be signed out without a network, and is told so', async () => {
    await desk.route('**/api/sign-out', (route) => route.abort());
    await button(desk, 'Sign out').click();
    await desk.getByRole('alert').filter({ hasText: 'You may still be signed in' }).waitFor();
    await desk.unroute('**/api/sign-out');
  });

  test('signs out, and nothing is left on the screen or behind the Back button', async () => {
    await button(desk, 'Sign out').click();
    await button(desk, 'Sign in as Amina Okafor').waitFor();
    await desk.goBack();
    await button(desk, 'Sign in as Amina Okafor').waitFor();
    expect(await desk.locator('body').innerText()).not.toContain('Dana');
    expect((await amina.person.context.request.get('/api/visits')).status()).toBe(401);
  });
});
