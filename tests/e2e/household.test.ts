import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { barriers, type Look } from './people/barriers.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { focusOf } from './people/keyboard.ts';
import { keptBy } from './people/Watch.ts';

const EVERY_LOOK: readonly Look[] = ['light', 'dark', 'high contrast'];

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const sheet = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
/** How the host reads of somebody beside a device: at the door and on the roster. */
const beside = (desk: Page, words: string) => desk.getByText(words).first();

/** Of the place of the faces and of the way out, what the sheet lies over; nothing may. The faces keep a third of the screen. */
const covered = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const sheet = boxOf('main section');
    const faces = boxOf('main > :first-child');
    const meets = (other: DOMRect): boolean => {
      const isBeside = other.right <= sheet.left + 1 || other.left >= sheet.right - 1;
      return !isBeside && other.bottom > sheet.top + 1 && other.top < sheet.bottom - 1;
    };
    return [
      ...(sheet.height === 0 ? ['no sheet'] : []),
      ...(meets(faces) ? ['the faces'] : []),
      ...(meets(boxOf('header a')) ? ['the way out'] : []),
      ...(faces.height < innerHeight / 3 ? ['hardly any room for faces'] : []),
    ];
  });

describe('who is with you, and who is here', () => {
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
    sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', { hue: 210, pitch: 1000 });
    desk = host.page;
    phone = dana.page;
    await host.enters();
  });

  afterAll(async () => {
    await Promise.all([host, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  test('[JOIN-5] asked before the wait; what was typed outlives a reload, and nothing of it is left once it is told', async () => {
    await (await dana.opensLink()).isReady();
    expect((await focusOf(phone)).words).toBe('Who is with you?');
    await button(phone, 'Somebody is with me').click();
    await button(phone, 'Gran').click();
    await phone.getByLabel('First name').fill('Rut');

    await phone.reload();
    await phone.getByText('Hello Dana Hughes').waitFor();
    await dana.isReady();
    expect(await phone.getByLabel('First name').inputValue()).toBe('Rut');
    expect(await button(phone, 'Gran').getAttribute('aria-pressed')).toBe('true');
    await phone.getByLabel('First name').fill('Ruth');
    await button(phone, 'Add').click();
    await phone.getByText('Ruth (Gran)').waitFor();
    await button(phone, 'That is everyone').click();
    await dana.waits();
    expect((await keptBy(phone)).readable).not.toMatch(/Ruth|Gran/);
    await beside(desk, 'Ruth, Gran').waitFor();
  });

  test('[JOIN-5] in the lobby a reload does not ask again; somebody who comes in is told from there, also on a lost line', async () => {
    await phone.reload();
    await dana.waits();
    expect(await sheet(phone, /Who is with you/).count()).toBe(0);

    await button(phone, 'Somebody came in?').click();
    await sheet(phone, 'Who is with you now?').getByText('Ruth (Gran)').waitFor();
    expect(await barriers(phone)).toEqual([]);
    await dana.person.context.setOffline(true);
    await button(phone, 'Add somebody else').click();
    await button(phone, 'Friend').click();
    await phone.getByLabel('First name').fill('Ola');
    await button(phone, 'Add').click();
    await button(phone, 'That is everyone').click();
    await dana.person.context.setOffline(false);
    await beside(desk, 'Ola, Friend').waitFor();
    await button(phone, 'Somebody came in?').waitFor();
  });

  test('[JOIN-5] a child is asked in words of their own, and need not say', async () => {
    await (await sam.opensLink()).isReady();
    await heading(sam.page, 'Who is there with you?').waitFor();
    await sam.page.getByText('You do not have to say. That is fine.').waitFor();
    await button(sam.page, 'Not now').click();
    await sam.waits();
    for (const name of ['Dana Hughes', 'Sam Hughes']) await host.admits(name);
    await sees(sam.person, [host.person, dana.person], [host.person, dana.person, sam.person]);
    await beside(desk, 'Ruth, Gran').waitFor();
  });

  test('[SEE-5] [ROST-1] who is here: everyone in words, whoever sits beside them too; four controls', async () => {
    expect(await sam.page.getByRole('group', { name: 'You' }).getByRole('button').count()).toBe(4);
    await button(sam.page, 'Who is here').click();
    expect((await focusOf(sam.page)).words).toBe('Who is here');
    const list = sheet(sam.page, 'Who is here').getByRole('listitem');
    await list.filter({ hasText: 'Amina Okafor' }).getByText('Your worker').waitFor();
    await list.filter({ hasText: 'Dana Hughes' }).getByText('With them: Ruth (Gran), Ola (Friend)').waitFor();
    expect(await list.count()).toBe(3);
    expect(await covered(sam.page)).toEqual([]);
    expect(await barriers(sam.page, EVERY_LOOK)).toEqual([]);
  });

  test('[ROST-2] somebody whose line is lost is getting back, in words', async () => {
    const list = sheet(sam.page, 'Who is here').getByRole('listitem');
    await dana.person.context.setOffline(true);
    await list.filter({ hasText: 'Dana Hughes' }).getByText('Getting back').waitFor();
    await dana.person.context.setOffline(false);
    await list.filter({ hasText: 'Getting back' }).waitFor({ state: 'detached' });
    await sam.page.keyboard.press('Escape');
    expect(await focusOf(sam.page)).toMatchObject({ words: 'Who is here' });
    expect(await sheet(sam.page, 'Who is here').count()).toBe(0);
  });

  test('[JOIN-5] the host asks again: the answer of before is filled in, “Later” keeps it in reach, nothing is covered', async () => {
    await host.looksAt('Dana Hughes');
    await button(desk, 'Ask who is with them Dana Hughes').click();
    const asked = sheet(phone, 'Amina Okafor asks: who is with you now?');
    await asked.getByText('Ola (Friend)').waitFor();
    expect((await focusOf(phone)).words).toBe('Your meeting');
    expect(await covered(phone)).toEqual([]);
    expect(await barriers(phone, EVERY_LOOK)).toEqual([]);

    await phone.keyboard.press('Escape');
    await button(phone, 'Say who is with you').click();
    await button(phone, 'Take off Ola').click();
    await button(phone, 'That is everyone').click();
    await asked.waitFor({ state: 'hidden' });
    expect(await button(phone, 'Say who is with you').count()).toBe(0);
    await beside(desk, 'Ola, Friend').waitFor({ state: 'hidden' });
    await beside(desk, 'Ruth, Gran').waitFor();
  });

  test('[JOIN-5] nobody who is typing is torn away by a question, and a reload in the call loses nothing of it', async () => {
    await button(phone, 'Who is here').click();
    await button(phone, 'Somebody came in?').click();
    await button(phone, 'Add somebody else').click();
    await phone.getByLabel('First name').pressSequentially('Be');
    await button(desk, /^See and hear/).click();
    await button(desk, 'Ask everyone now').click();
    await sheet(sam.page, 'Can you see and hear everyone?').waitFor();
    await phone.keyboard.type('a');
    expect(await phone.getByLabel('First name').inputValue()).toBe('Bea');

    await phone.reload();
    await dana.isInside();
    await sheet(phone, 'Can you see and hear everyone?').waitFor();
    await button(phone, 'Later').click();
    await button(phone, 'Who is here').click();
    await button(phone, 'Somebody came in?').click();
    expect(await phone.getByLabel('First name').inputValue()).toBe('Bea');
    await button(phone, 'Back').click();
    await button(phone, 'Back').click();
  });

  test('[ROST-4] who cannot hear is helped at once, the host is told, and the answer changes with a tap', async () => {
    await button(phone, 'Say if you see and hear').click();
    const asked = sheet(phone, 'Can you see and hear everyone?');
    await asked.getByRole('group', { name: 'Can you see everyone?' }).getByRole('button', { name: 'Yes' }).click();
    const hears = asked.getByRole('group', { name: 'Can you hear everyone?' });
    await hears.getByRole('button', { name: 'No' }).click();
    await asked.getByText(/^Turn your sound up/).waitFor();
    await desk.getByText('Dana Hughes cannot hear the others').waitFor();
    expect(await covered(phone)).toEqual([]);
    expect(await barriers(phone, EVERY_LOOK)).toEqual([]);

    await button(phone, 'Tap to hear').click();
    await hears.getByRole('button', { name: 'Yes' }).click();
    await asked.waitFor({ state: 'hidden' });
    await desk.getByText('Dana Hughes cannot hear the others').waitFor({ state: 'hidden' });
    for (const yes of await sheet(sam.page, 'Can you see and hear everyone?')
      .getByRole('button', { name: 'Yes' })
      .all())
      await yes.click();
    await desk.getByText('2 of 3 see and hear').waitFor();
  });

  test('[ROST-3] whoever is called on reads it large; the others read who it is; somebody beside a phone is called on by it', async () => {
    await button(desk, /^Introductions/).click();
    await button(desk, 'Call on Dana Hughes').click();
    await phone.getByText('Please say who you are.').waitFor();
    await sam.page.getByText('Now we hear who Dana Hughes is.').waitFor();
    expect(await barriers(phone)).toEqual([]);
    await button(desk, 'Call on Ruth').click();
    await phone.getByText('Ruth, please say who you are.').waitFor();
    await sam.page.getByText('Now we hear who Ruth is.').waitFor();
    await button(desk, 'Mark Ruth as introduced').click();
    await phone.getByText('Ruth, please say who you are.').waitFor({ state: 'hidden' });
  });

  test('[JOIN-6] a tip from the host is read in the call as well, and put away', async () => {
    await button(desk, /^People/).click();
    await host.looksAt('Sam Hughes');
    await button(desk, 'Send help to Sam Hughes').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Take your time' }).click();
    await sam.page.getByRole('alert').getByText('Take your time. You are doing well.').waitFor();
    await button(sam.page, 'Done').click();
    await eventually(async () => expect(await sam.page.getByText('Take your time.').count()).toBe(0));
  });

  test('[SAFE-5] a screen of ours that falls says so kindly, keeps the way out, shows nobody, and leads back to the same place', async () => {
    await sam.page.evaluate(() => {
      Element.prototype.scrollIntoView = () => {
        throw new Error('A browser with ideas of its own');
      };
    });
    await button(desk, /^See and hear/).click();
    await button(desk, 'Ask everyone again').click();
    await heading(sam.page, 'Sorry, this page stopped').waitFor();
    expect((await focusOf(sam.page)).words).toBe('Sorry, this page stopped');
    await sam.page.getByRole('link', { name: 'Leave quickly' }).waitFor();
    expect(await barriers(sam.page, EVERY_LOOK)).toEqual([]);
    await sees(dana.person, [host.person], [host.person, dana.person, sam.person]);

    await button(sam.page, 'Carry on').click();
    await sam.isInside();
    await sees(sam.person, [host.person, dana.person], [host.person, dana.person, sam.person]);
  });
});
