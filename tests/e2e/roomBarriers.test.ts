import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PhoneNetwork } from '../harness/PhoneNetwork.ts';
import { TwoRooms } from '../harness/TwoRooms.ts';
import { barriers } from './people/barriers.ts';
import { CHROMIUM } from './people/Person.ts';

const SIZES = { phone: { width: 360, height: 640 }, desktop: { width: 1366, height: 768 } } as const;

/** On a telephone and on a desk, whichever it is meant for. */
async function isOpen(page: Page, screen: string): Promise<void> {
  const own = page.viewportSize() ?? SIZES.desktop;
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    expect.soft(await barriers(page), `${screen}, ${name}`).toEqual([]);
  }
  await page.setViewportSize(own);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('nobody is barred from a private room by eyes, hands or screen', () => {
  let network: PhoneNetwork;
  let rooms: TwoRooms;
  let desk: Page;
  let colleague: Page;
  let phone: Page;

  beforeAll(async () => {
    network = await PhoneNetwork.lay(CHROMIUM);
    rooms = await TwoRooms.begin(network);
    desk = rooms.amina.page;
    colleague = rooms.priya.page;
    phone = rooms.sam.page;
  });

  afterAll(async () => {
    await rooms?.close();
    await network?.close();
  });

  test('[PRIV-9] the host’s rooms, and the form that opens one', async () => {
    await desk.setViewportSize(SIZES.phone);
    await button(desk, 'People').click();
    await heading(desk, 'Blue room').waitFor();
    await desk.setViewportSize(SIZES.desktop);
    await isOpen(desk, 'rooms');
    await button(desk, 'Open a private room').click();
    await heading(desk, 'Open a private room').waitFor();
    await isOpen(desk, 'open a private room');
    await desk.keyboard.press('Escape');
  });

  test('[PRIV-7] asked to come, and in the room with the question who is there', async () => {
    await rooms.card('Blue room').getByRole('button', { name: 'Ask Sam Hughes' }).click();
    await heading(phone, /do you want to come to the blue room\?$/).waitFor();
    await isOpen(phone, 'asked to come');
    await button(phone, 'Yes, go there').tap();
    await heading(phone, 'Is someone there with you?').waitFor();
    await isOpen(phone, 'is someone there with you?');
    await button(phone, 'Just me').tap();
    await heading(phone, 'Is someone there with you?').waitFor({ state: 'detached' });
    await isOpen(phone, 'in a private room');
  });

  test('[PRIV-2] [PRIV-4] a colleague in the room with them, and the mother who stayed', async () => {
    await colleague.getByText('Says that nobody else is there').waitFor();
    await isOpen(colleague, 'a colleague in a private room');
    await rooms.dana.page.getByText('Sam Hughes is away for a moment.').first().waitFor();
    await isOpen(rooms.dana.page, 'somebody is away');
  });

  test('[PRIV-9] [PRIV-10] words of the host, and a room that is held, on each screen', async () => {
    await rooms.card('Blue room').getByText('Write to this room').click();
    await rooms.card('Blue room').getByLabel('Words for: Blue room').fill('Priya phones a doctor and is back soon');
    await rooms.card('Blue room').getByRole('button', { name: 'Show it to them' }).click();
    await phone.getByText('Priya phones a doctor').first().waitFor();
    await isOpen(phone, 'words of the host');
    await button(phone, 'OK').tap();
    await button(colleague, 'Go back').click();
    await phone.getByText('Nobody can see or hear you now.').waitFor();
    await isOpen(phone, 'on hold');
    await desk
      .getByText(/^Sam Hughes on hold in: Blue room/)
      .first()
      .waitFor();
    await isOpen(desk, 'somebody is on hold');
  });

  test('[PRIV-7] a colleague is asked to come', async () => {
    await rooms.card('Blue room').getByRole('button', { name: 'Ask Priya Shah' }).click();
    await colleague.getByText('You are asked to come: Blue room').waitFor();
    await isOpen(colleague, 'a colleague is asked to come');
    await button(colleague, 'Go there').click();
    await colleague.getByRole('region', { name: 'Blue room' }).waitFor();
  });

  test('[PRIV-3] on the way for longer than a move should take', async () => {
    await button(phone, 'Go back').tap();
    await rooms.band.waitFor({ state: 'detached' });
    await rooms.samIsAskedAndSaysYes(() => network.letsThroughOnly(Number(new URL(rooms.product.origin).port)));
    await phone.getByText('We are still bringing you to the blue room.').waitFor();
    await isOpen(phone, 'still on the way');
    await rooms.card('Blue room').getByText('Not there: no sound or picture reaches them').waitFor();
    await isOpen(desk, 'somebody has not arrived');
    await network.letsThrough();
  });
});
