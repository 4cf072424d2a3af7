import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { Product } from '../harness/Product.ts';
import { AtTheDesk } from './people/AtTheDesk.ts';
import { barriers } from './people/barriers.ts';
import { Family } from './people/Family.ts';
import { isInCompany } from './people/flow.ts';
import { Host } from './people/Host.ts';
import { setHidden } from './people/pretences.ts';
import { PRIYA } from './people/priya.ts';
import { requestsOf } from './people/requestsOf.ts';
import { seesThemselves, seesThemselvesLarge } from './people/selfView.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
] as const;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const microphone = (page: Page) => page.getByRole('switch', { name: 'Microphone' });

describe('a professional’s own device', () => {
  let product: Product;
  let host: Host;
  let priya: Host;
  let dana: Family;
  let sam: Family;
  let desk: AtTheDesk;
  /** Everything that Priya's page has said over its line. */
  const said: string[] = [];

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans(PEOPLE);
    const { visit } = host;
    await new Desk(requestsOf(host.person.context, product.origin)).command(visit, {
      type: 'roster.add',
      person: PRIYA,
    });
    desk = new AtTheDesk(host, product.origin);
    dana = await Family.with(links.get('Dana Hughes') ?? '', 'Dana Hughes', { hue: 120, pitch: 700 });
    sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', { hue: 210, pitch: 1000 });
    await host.enters();
    priya = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, 'Priya Shah');
    priya.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => said.push(String(payload))));
    await priya.page.goto(`/visit#${visit}`);
  });

  afterAll(async () => {
    await Promise.allSettled([host, priya, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  const answers = (question: RegExp, answer: 'Yes' | 'No') =>
    priya.page.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check();
  const answersBoth = async (page: Page, answer: 'Yes' | 'No'): Promise<void> => {
    for (const question of ['Can you see everyone?', 'Can you hear everyone?'])
      await page.getByRole('group', { name: question }).getByRole('button', { name: answer }).click();
  };
  const danaHears = (voices: number) => isInCompany(dana.page, { pictures: 3, voices });

  test('[DEV-3] sees herself large before she goes in, on every screen', async () => {
    await button(priya.page, 'Check camera and enter').click();
    await seesThemselvesLarge(priya.page, 'staff check');
  });

  test('[DEV-3] a parent sees herself large before she goes in, and in the corner with one other', async () => {
    await dana.opensLink();
    await button(dana.page, 'Next').click();
    await button(dana.page, /^Turn (on camera and sound|them on)$/).click();
    await dana.page.getByText('Step 1 of 7').waitFor();
    await seesThemselvesLarge(dana.page, 'family check');
    await button(dana.page, 'Go straight in').click();
    await button(dana.page, /^(Nobody else|Only me)$/).click();
    await dana.waits();
    await host.admits('Dana Hughes');
    await dana.isInside();
    await seesThemselves(dana.page, 'family with one');
  });

  test('[DEV-2] answers the short list, reads what to do, and is not kept out', async () => {
    const { page } = priya;
    await answers(/device of your authority/, 'No');
    await page.getByText(/If you go in with your own, the host sees it and it is kept/).waitFor();
    await answers(/behind you/, 'No');
    await page.getByText(/put away papers and pictures/).waitFor();
    await answers(/hear you/, 'Yes');
    await page.getByText(/Close the door or go to another room/).waitFor();
    await answers(/headset/, 'No');
    await page.getByText(/keep your microphone closed between turns/).waitFor();
    await page.getByText('Your connection is good').waitFor({ timeout: 20_000 });
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Enter the visit').click();
    await button(page, 'Leave').waitFor();
  });

  test('[DEV-2] what she answered reaches the host; of somebody who answered nothing it is kept that nothing was said', async () => {
    const found = { camera: 'works', microphone: 'works' } as const;
    const said = { equipment: 'personal', behind: 'toTidy', overheard: 'yes', headset: 'no' } as const;
    await desk.reads('Priya Shah', { ...said, network: 'good', ...found });
    await desk.reads('Amina Okafor', { behind: 'notSaid', overheard: 'notSaid', headset: 'notSaid', ...found });
  });

  test('[DEV-3] the family see themselves with several as well, and beside the list of who is here', async () => {
    await (await sam.opensLink()).knocks();
    await host.admits('Sam Hughes');
    await sam.isInside();
    await isInCompany(dana.page, { pictures: 3, voices: 3 });
    await seesThemselves(dana.page, 'family with three');
    await seesThemselves(sam.page, 'child with three');
    await button(dana.page, 'Who is here').click();
    await seesThemselves(dana.page, 'family, who is here');
  });

  test('[DEV-3] nor does a question, or the help that follows it, hide the family from themselves', async () => {
    const { page } = dana;
    await button(page, 'Somebody came in?').click();
    await page.getByRole('heading', { name: 'Who is with you now?' }).waitFor();
    await seesThemselves(page, 'family, who is with you');
    await button(page, 'Back').click();
    await button(page, 'Who is here').click();
    await button(page, 'I cannot see or hear well').click();
    await answersBoth(page, 'No');
    await button(page, 'Tap to hear').waitFor();
    await seesThemselves(page, 'family, help with seeing and hearing');
    await answersBoth(page, 'Yes');
    await page.getByRole('heading', { name: 'Can you see and hear everyone?' }).waitFor({ state: 'detached' });
  });

  test('[DEV-3] professionals see themselves in every layout, also beside the list of people', async () => {
    for (const [page, who] of [
      [host.page, 'host'],
      [priya.page, 'colleague'],
    ] as const) {
      await seesThemselves(page, who);
      await page.setViewportSize({ width: 360, height: 640 });
      await button(page, 'People').click();
      await seesThemselves(page, `${who}, people`);
      await page.setViewportSize({ width: 360, height: 640 });
      await button(page, 'Pictures').click();
      await button(page, 'Somebody else is there').click();
      await seesThemselves(page, `${who}, raising that somebody is there`);
      await button(page, 'Cancel').click();
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('[DEV-4] whoever has no headset is offered to keep the microphone closed; nobody else is', async () => {
    expect(await button(host.page, 'Close it between turns').count()).toBe(0);
    expect(await microphone(priya.page).getAttribute('aria-checked')).toBe('true');
    await danaHears(3);
    await button(priya.page, 'Close it between turns').click();
    await danaHears(2);
    await host.page.getByRole('figure').filter({ hasText: 'Priya Shah' }).getByText('Microphone off').waitFor();
    expect(await barriers(priya.page)).toEqual([]);
  });

  test('[DEV-4] she is heard while she holds the Space bar, and only then', async () => {
    const { page } = priya;
    for (const place of [button(page, 'Hold to talk'), page.locator('#console')]) {
      await place.focus();
      await page.keyboard.down('Space');
      await page.getByText('You are heard').waitFor();
      await danaHears(3);
      await host.page
        .getByRole('figure')
        .filter({ hasText: 'Priya Shah' })
        .getByText(/^(Microphone on|Speaking)$/)
        .waitFor();
      await page.keyboard.up('Space');
      await danaHears(2);
    }
  });

  test('[DEV-4] a finger or the mouse on the button does the same', async () => {
    const { page } = priya;
    const box = await button(page, 'Hold to talk').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await danaHears(3);
    await page.mouse.up();
    await danaHears(2);

    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await danaHears(3);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await danaHears(2);
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  });

  test('[DEV-4] the Space bar still writes in a field and presses a button, and a page that goes out of sight lets go', async () => {
    const { page } = priya;
    await button(page, 'I do not know this person').click();
    const field = page.getByRole('textbox').first();
    await field.focus();
    await page.keyboard.type('a b');
    expect(await field.inputValue()).toBe('a b');
    expect(await microphone(page).getAttribute('aria-checked')).toBe('false');
    await button(page, 'Cancel').click();

    await microphone(page).focus();
    await page.keyboard.press('Space');
    await danaHears(3);
    await page.getByText('Your microphone is on.').waitFor();
    await button(page, 'Close it between turns').click();
    await danaHears(2);

    await page.keyboard.down('Space');
    await page.getByText('You are heard').waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await danaHears(2);
    await page.keyboard.up('Space');
  });

  test('[DEV-4] after a reload it goes on as before; once stopped it is offered no more', async () => {
    const { page } = priya;
    await page.reload();
    await button(page, 'Hold to talk').waitFor();
    await danaHears(2);
    await button(page, 'Stop this').click();
    await page.reload();
    await button(page, 'Leave').waitFor();
    for (const name of ['Hold to talk', 'Close it between turns']) expect(await button(page, name).count()).toBe(0);
  });

  test('[DEV-5] in the visit nothing leads to other work', async () => {
    for (const { page } of [host, priya]) expect(await page.getByRole('link').count()).toBe(0);
  });

  test('[DEV-5] two minutes at something else are said to herself alone, when she is back', async () => {
    const { page } = priya;
    await danaHears(2);
    said.length = 0;
    const left = await page.evaluate(() => Date.now());
    await setHidden(page, true);
    await page.clock.setFixedTime(left + 125_000);
    await button(page, 'Leave').waitFor();
    expect(await page.getByText('You were away').count()).toBe(0);
    await setHidden(page, false);
    await page
      .getByText('You were away from this visit for 2 minutes. Only you see this: nobody else was told.')
      .waitFor();
    expect(await barriers(page)).toEqual([]);

    await microphone(page).click();
    await danaHears(3);
    expect(said.join('\n')).toContain('presence.setMedia');
    expect(said.join('\n')).not.toContain('hidden');
    expect((await desk.deviceOf('Priya Shah')).interruption).toBe('none');
    for (const other of [host.page, dana.page])
      expect(await other.getByText(/Not looking|Away from the visit/).count()).toBe(0);
    await button(page, 'Understood').click();
    await page.getByText('You were away').waitFor({ state: 'detached' });
  });
});
