import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { hears, sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import type { Person } from './people/Person.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
] as const;

describe('a talk in private with the child', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let sam: Family;
  let everybody: readonly Person[];

  const words = (one: Host | Family): Promise<string> => one.page.locator('body').innerText();
  const tap = (one: Family, name: string | RegExp): Promise<void> => one.page.getByRole('button', { name }).tap();
  const press = (name: string | RegExp): Promise<void> => host.page.getByRole('button', { name }).click();
  /** From the card of the blue room in the host’s panel. */
  const ask = async (name: string): Promise<void> => {
    const card = host.page.getByRole('listitem').filter({ has: host.page.getByRole('heading', { name: 'Blue room' }) });
    const way = card.getByRole('button', { name: `Ask ${name}` });
    if (!(await way.isVisible())) await card.getByText('Ask somebody to come').click();
    await way.click();
  };
  const isHeld = (one: Family): Promise<void> => one.page.getByText('Nobody can see or hear you now.').waitFor();
  const isMicrophoneOff = async (one: Family): Promise<void> =>
    eventually(async () => {
      expect(await one.page.getByRole('button', { name: /^Microphone/ }).innerText()).toMatch(/Off/);
    });

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans(PEOPLE);
    const link = (name: string): string => links.get(name) ?? '';
    [dana, sam] = await Promise.all([
      Family.with(link('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 }),
      Family.with(link('Sam Hughes'), 'Sam Hughes', { hue: 210, pitch: 1000 }),
    ]);
    everybody = [host.person, dana.person, sam.person];
    await host.enters();
    for (const one of [dana, sam]) {
      await (await one.opensLink()).knocks();
      await host.admits(one.name);
      await one.isInside();
    }
    await sees(host.person, [dana.person, sam.person], everybody);
  });

  afterAll(async () => {
    await Promise.all([host, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  test('[PRIV-7] the child is asked where to and who is there, says no by a touch, and nothing has happened', async () => {
    await press(/^Rooms/);
    await press('Open a private room');
    const dialog = host.page.getByRole('dialog');
    await dialog.getByLabel('Sam Hughes').check();
    await dialog.getByLabel('I go there now').uncheck();
    await dialog.getByRole('button', { name: 'Open the room' }).click();
    await host.page.getByText('Asked to come, no answer yet: Sam Hughes').waitFor();
    await sam.page.getByRole('heading', { name: /do you want to come to the blue room\?$/ }).waitFor();
    await sam.page.getByText('Nobody is there yet.').waitFor();
    await tap(sam, 'No, stay here');
    await sam.page.getByText('Nobody is there yet.').waitFor({ state: 'detached' });
    await host.page.getByText('Asked to come, no answer yet').waitFor({ state: 'detached' });
    expect(await words(dana)).not.toMatch(/room|away|talking with/i);
    await sees(dana.person, [host.person, sam.person], everybody);
  });

  test('[PRIV-10] with the host gone nobody of the family is seen or heard, and each reads so beside their own picture', async () => {
    await sam.switches('Microphone');
    await press('Go there (Blue room)');
    await host.page.getByRole('region', { name: 'Blue room' }).waitFor();
    for (const one of [dana, sam]) {
      await isHeld(one);
      await sees(one.person, [], everybody);
      await hears(one.person, [], everybody);
      await one.page.getByRole('button', { name: 'Please phone me instead' }).waitFor();
      await one.page.getByRole('link', { name: 'Leave quickly' }).waitFor();
      expect(await one.page.getByRole('figure').filter({ hasText: 'You' }).count()).toBe(1);
    }
    await host.page.getByText('Sam Hughes and Dana Hughes on hold in: Main room.').first().waitFor();
  });

  test('[PRIV-2] [PRIV-3] the child comes by a touch; sound and picture go both ways, with the microphone as it was', async () => {
    await ask('Sam Hughes');
    await tap(sam, 'Yes, go there');
    await sam.page.getByText('You are in the blue room with Amina Okafor.', { exact: true }).waitFor();
    await sees(sam.person, [host.person], everybody);
    await sees(host.person, [sam.person], everybody);
    await isMicrophoneOff(sam);
    await hears(host.person, [], everybody);
    await sam.switches('Microphone');
    await hears(host.person, [sam.person], everybody);
    await hears(sam.person, [host.person], everybody);
    await sam.switches('Microphone');
    await isMicrophoneOff(sam);
  });

  test('[PRIV-8] whether anybody is there the child answers by a touch; only the host reads it', async () => {
    await sam.page.getByRole('heading', { name: 'Is someone there with you?' }).waitFor();
    await tap(sam, 'Somebody is here');
    await sam.page.getByRole('heading', { name: 'Is someone there with you?' }).waitFor({ state: 'detached' });
    await host.page.getByText('Says that somebody else is there').first().waitFor();
    expect(await words(sam)).not.toMatch(/somebody/i);
    // Changed later, by oneself: and the screen does not show what was said before.
    await tap(sam, 'Is someone with you?');
    expect(await sam.page.locator('[aria-pressed="true"]', { hasText: 'Somebody is here' }).count()).toBe(0);
    await tap(sam, 'Just me');
    await host.page.getByText('Says that nobody else is there').first().waitFor();
  });

  test('[PRIV-4] the host is back: the mother reads that the child is away, and gets nothing of him', async () => {
    await press('Go back');
    await dana.page.getByText('Nobody can see or hear you now.').waitFor({ state: 'detached' });
    await dana.page.getByText('Sam Hughes is away for a moment.').first().waitFor();
    await sees(dana.person, [host.person], everybody);
    await hears(dana.person, [host.person], everybody);
    await sees(host.person, [dana.person], everybody);
    expect(await words(dana)).not.toMatch(/room/i);
  });

  test('[PRIV-9] [PRIV-10] the child alone in the room is on hold, and reads what the host writes to him', async () => {
    await isHeld(sam);
    await sees(sam.person, [], everybody);
    await host.page
      .getByText(/^Sam Hughes on hold in: Blue room/)
      .first()
      .waitFor();
    const card = host.page.getByRole('listitem').filter({ has: host.page.getByRole('heading', { name: 'Blue room' }) });
    await card.getByText('Write to this room').click();
    await card.getByLabel('Words for: Blue room').fill('I am with you in a minute');
    await card.getByRole('button', { name: 'Show it to them' }).click();
    await sam.page.getByText('I am with you in a minute').first().waitFor();
    expect(await words(dana)).not.toContain('in a minute');
    await tap(sam, 'OK');
    await sam.page.getByText('I am with you in a minute').waitFor({ state: 'detached' });
    // Read once, it is read: also when the page is loaded again.
    await sam.page.reload();
    await isHeld(sam);
    expect(await words(sam)).not.toContain('in a minute');
  });

  test('[PRIV-3] [PRIV-7] he goes back when he wants, wholly, and his microphone is off as he left it', async () => {
    await tap(sam, 'Go back');
    await sees(sam.person, [host.person, dana.person], everybody);
    await sees(dana.person, [host.person, sam.person], everybody);
    await isMicrophoneOff(sam);
    await hears(dana.person, [host.person], everybody);
    await sam.switches('Microphone');
    await hears(dana.person, [host.person, sam.person], everybody);
    expect(await words(dana)).not.toContain('away for a moment');
    expect(await words(sam)).not.toMatch(/blue room/i);
  });
});
