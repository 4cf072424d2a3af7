import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { barriers, type Look } from './people/barriers.ts';
import { Family } from './people/Family.ts';
import { Host } from './people/Host.ts';
import { focusOf, press, tabTo } from './people/keyboard.ts';

/** Where people with other eyes meet other colours: once per kind of screen. */
const EVERY_LOOK: readonly Look[] = ['light', 'dark', 'high contrast'];

const isOpen = (page: Page, screen: string, looks?: readonly Look[]) =>
  expect.soft(barriers(page, looks), screen).resolves.toEqual([]);

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('nobody is barred by eyes, hands or screen', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let sam: Family;
  let desk: Page;
  let phone: Page;

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans([
      { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
      { name: 'Sam Hughes', role: 'child' },
    ]);
    dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
    sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', { hue: 210, pitch: 1000 }, 'laptop');
    desk = host.page;
    phone = dana.page;
  });

  afterAll(async () => {
    await Promise.all([host, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  test('before a visit: signing in, the list, a plan with errors', async () => {
    const stranger = await host.person.openAnotherBrowser();
    await stranger.goto(product.origin);
    await button(stranger, 'Sign in as Amina Okafor').waitFor();
    await isOpen(stranger, 'sign in', EVERY_LOOK);
    await stranger.context().close();

    await desk
      .getByText('Under way')
      .or(desk.getByText('Expected'))
      .or(desk.getByText('Dana Hughes'))
      .first()
      .waitFor();
    await isOpen(desk, 'list', EVERY_LOOK);

    await desk.goto('/plan');
    await desk.getByLabel('Date').fill('2020-01-01');
    await desk.getByLabel('Relationship to the child').first().fill('sister');
    await button(desk, 'Save the visit').click();
    await heading(desk, 'There is a problem').waitFor();
    expect((await focusOf(desk)).words).toContain('The date has passed');
    await isOpen(desk, 'plan with errors', EVERY_LOOK);
  });

  test('the page of a visit and what it asks', async () => {
    await desk.goto(`/visit#${host.visit}`);
    await desk.getByRole('heading', { name: 'People', exact: true }).waitFor();
    await isOpen(desk, 'visit page', EVERY_LOOK);

    await button(desk, 'Change the plan').click();
    await isOpen(desk, 'change the plan');
    await desk.keyboard.press('Escape');
    await button(desk, 'Add a person').click();
    await isOpen(desk, 'add a person');
    await desk.keyboard.press('Escape');
    expect((await focusOf(desk)).words).toBe('Add a person');

    await button(desk, 'More about Dana Hughes').click();
    await button(desk, 'Show link').first().click();
    await desk.getByRole('img', { name: /^QR code/ }).waitFor();
    await isOpen(desk, 'link', EVERY_LOOK);
    await desk.keyboard.press('Escape');
    await button(desk, 'Stop link').click();
    await isOpen(desk, 'stop the link?');
    await desk.keyboard.press('Escape');
    await button(desk, 'Change who Dana Hughes is kept apart from').click();
    await desk.getByRole('dialog').getByLabel('These people', { exact: true }).check();
    await button(desk, 'Keep them apart').click();
    await desk.getByText('Choose from whom Dana Hughes is kept apart').waitFor();
    await isOpen(desk, 'keep apart, with an error', EVERY_LOOK);
    await desk.keyboard.press('Escape');
  });

  test('[CARE-5] the family’s way in on a phone', async () => {
    await phone.goto(dana.link);
    await button(phone, 'Start').waitFor();
    await isOpen(phone, 'first screen', EVERY_LOOK);
    await button(phone, 'Start').click();
    await button(phone, 'Next').waitFor();
    await isOpen(phone, 'invited', EVERY_LOOK);
    await button(phone, 'Next').click();
    await isOpen(phone, 'asking for camera and sound');
    await button(phone, 'Turn on camera and sound').click();
    await heading(phone, 'This is how you look').waitFor();
    await isOpen(phone, 'oneself', EVERY_LOOK);
    await button(phone, 'Go straight in').click();
    await heading(phone, 'Who is with you?').waitFor();
    await isOpen(phone, 'who is with you', EVERY_LOOK);
    await button(phone, 'Somebody is with me').click();
    await button(phone, 'Somebody else').click();
    await button(phone, 'Add').click();
    await phone.getByText('Please write a name, or tap who it is.').first().waitFor();
    await isOpen(phone, 'adding somebody, with an error', EVERY_LOOK);
    await button(phone, 'Gran').click();
    await phone.getByLabel('First name').fill('Ruth');
    await button(phone, 'Add').click();
    await button(phone, 'That is everyone').waitFor();
    await isOpen(phone, 'somebody is with me', EVERY_LOOK);
    await button(phone, 'That is everyone').click();
    await dana.waits();
    await isOpen(phone, 'lobby', EVERY_LOOK);
  });

  test('going in, and a console with nobody, with somebody who waits, and by keyboard with somebody inside', async () => {
    await desk.reload();
    await button(desk, 'Check camera and start').click();
    await button(desk, 'Start the visit').waitFor();
    expect((await focusOf(desk)).words).toBe('Check your camera, microphone and connection');
    await isOpen(desk, 'camera and microphone', EVERY_LOOK);
    await button(desk, 'Start the visit').click();
    await desk.getByText('1 person is waiting').waitFor();
    expect((await focusOf(desk)).words).toBe('Home visit');
    await isOpen(desk, 'console with lobby', EVERY_LOOK);

    await press(desk, 'Let in Dana Hughes');
    await dana.isInside();
    await heading(desk, 'You are the only one here').waitFor({ state: 'hidden' });
    expect((await focusOf(desk)).words).toBe('Home visit');
    await isOpen(desk, 'console with people', EVERY_LOOK);
  });

  test('the child’s whole way by keyboard alone; “Leave quickly” comes first, each screen is read from its heading', async () => {
    const { page } = sam;
    const reads = async (words: RegExp) => {
      await heading(page, words).first().waitFor();
      expect((await focusOf(page)).words).toMatch(words);
    };
    await page.goto(sam.link);
    await heading(page, 'A video meeting with your worker').waitFor();
    await page.keyboard.press('Tab');
    expect(await focusOf(page)).toEqual({ words: 'Leave quickly', ringed: true });

    await press(page, 'Start');
    await reads(/wants to talk with you/);
    await press(page, 'Next');
    await reads(/Now your camera and sound/);
    await press(page, 'Turn them on');
    await reads(/There you are/);
    await press(page, 'Go straight in');
    await reads(/Who is there with you/);
    await press(page, 'Somebody is here');
    await press(page, 'Mum');
    await press(page, 'Add');
    await press(page, 'That is all');
    await reads(/knows you are here/);

    await press(desk, 'Let in Sam Hughes');
    await sam.isInside();
    await reads(/Your meeting/);
    await tabTo(page, /^Microphone/);
    await press(page, 'Leave');
    await reads(/Do you want to stop/);
    await press(page, 'No, stay');
    expect(await focusOf(page)).toEqual({ words: 'Leave', ringed: true });

    await page.reload();
    await sam.isInside();
    await reads(/Your meeting/);
    await page.keyboard.press('Shift+Tab');
    expect(await focusOf(page)).toEqual({ words: 'Leave quickly', ringed: true });
  });

  test('in the visit, and the questions that are asked there', async () => {
    await isOpen(phone, 'in the visit', EVERY_LOOK);
    await isOpen(sam.page, 'a child in the visit', EVERY_LOOK);
    await button(phone, 'Leave').click();
    await isOpen(phone, 'leave?', EVERY_LOOK);
    await button(phone, 'Yes, leave').click();
    await heading(phone, 'You have left').waitFor();
    await isOpen(phone, 'left');

    await button(desk, 'Devices').click();
    await isOpen(desk, 'devices');
    await desk.keyboard.press('Escape');
    await host.looksAt('Sam Hughes');
    await isOpen(desk, 'more about somebody');
    await button(desk, 'Remove Sam Hughes').click();
    await isOpen(desk, 'remove?');
    await desk.keyboard.press('Escape');
    await button(desk, 'Leave').click();
    await isOpen(desk, 'leave?', EVERY_LOOK);
    await desk.keyboard.press('Escape');
  });

  test('after the visit, for those who came and for the host', async () => {
    await button(desk, 'End for everyone').click();
    await desk.getByRole('dialog').getByLabel('My own words').check();
    await desk.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await desk.getByText('Write what everyone should read').waitFor();
    await isOpen(desk, 'end without words', EVERY_LOOK);
    await desk.getByLabel('What should they read?').fill('Thank you both. I will call you on Tuesday.');
    await desk.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await heading(desk, 'The visit has ended').waitFor();
    expect((await focusOf(desk)).words).toBe('The visit has ended');
    await isOpen(desk, 'ended');
    await heading(sam.page, 'All done!').waitFor();
    expect((await focusOf(sam.page)).words).toBe('All done!');
    await isOpen(sam.page, 'the child’s goodbye');
    await heading(phone, 'The meeting has ended').waitFor();
    await isOpen(phone, 'the parent’s goodbye', EVERY_LOOK);

    await button(desk, 'See who was there').click();
    await desk
      .getByRole('row', { name: /Dana Hughes/ })
      .first()
      .waitFor();
    await isOpen(desk, 'who was there', EVERY_LOOK);
  });
});
