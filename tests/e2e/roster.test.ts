import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import type { Condition } from '@doorstep/shared/visit/condition/state.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { Device } from '../harness/Device.ts';
import { openLink } from '../harness/openLink.ts';
import { Product } from '../harness/Product.ts';
import { barriers } from './people/barriers.ts';
import { Family } from './people/Family.ts';
import { sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { press } from './people/keyboard.ts';
import { PRIYA } from './people/priya.ts';
import { requestsOf } from './people/requestsOf.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
  { name: 'Ray Cole', role: 'householdMember', relationship: 'mother’s friend' },
  { name: 'Ida Cole', role: 'supporter' },
] as const;
const NAN = { name: 'Nan Hughes', relationship: 'grandmother' };
const REFUSED: CheckReport = {
  camera: 'refused',
  picture: 'notTried',
  microphone: 'works',
  speaker: 'notHeard',
  network: 'good',
  overheard: 'no',
  headset: 'no',
  behind: 'fine',
};
const TEN_MINUTES = 10 * 60_000;
const before = (millis: number) => (Date.now() - millis) as Instant;
const HINT = 'Please turn your phone on its side.';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const row = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'People' })
    .locator('li')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
const turn = (page: Page) => page.getByRole('region', { name: 'Introductions' }).getByRole('status');
const isInRoom = (described: (room: RoomView) => boolean) => (view: { readonly screen: string }) =>
  view.screen === 'room' && described(view as RoomView);

/** Ray’s and Ida’s phones are without a browser: they say what other phones’ pages say, and come back as those do when a busy machine loses their line. */
describe('who is here, as the host sees it', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let sam: Family;
  let ray: Device;
  let ida: Device;
  let desk: Page;
  let links: ReadonlyMap<string, string>;

  const linkOf = (name: string): string => links.get(name) ?? '';
  const comes = async (name: string) =>
    Device.connect(product.origin, await openLink(linkOf(name)), { comesBack: true });

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    desk = host.page;
    links = await host.plans(PEOPLE);
    await new Desk(requestsOf(host.person.context, product.origin)).command(host.visit, {
      type: 'visit.replan',
      plan: { kind: 'homeVisit', purpose: 'To see Sam', scheduledFor: before(TEN_MINUTES), lengthMinutes: 45 },
    });
    dana = await Family.with(linkOf('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 });
    sam = await Family.with(linkOf('Sam Hughes'), 'Sam Hughes', { hue: 210, pitch: 1000 });
  });

  afterAll(async () => {
    for (const device of [ray, ida]) device?.close();
    await Promise.all([host, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  test('[JOIN-6] the host is told to go in before the others; inside, who is not here yet and is late', async () => {
    await desk.goto(`/visit#${host.visit}`);
    await desk.getByText(/^The visit was to begin at \d\d:\d\d\.$/).waitFor();
    await host.enters();
    await desk.getByText('Not here yet: 4 people').waitFor();
    await desk.getByText(/^Late: planned for/).waitFor();
    await row(desk, 'Sam Hughes').getByText('Expected, late').waitFor();
  });

  test('[JOIN-6] somebody who is getting ready is in sight, and reads the help that the host sends', async () => {
    await dana.opensLink();
    const door = desk.getByRole('region', { name: 'At the door' });
    await door.getByText(/^Getting ready/).waitFor();
    await door.getByText('Not checked yet').waitFor();
    await button(door.page(), 'Send help to Dana Hughes').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Turn the phone sideways' }).click();
    await dana.page.getByRole('alert').getByText(HINT).waitFor();
    await door.getByText(`On their screen: “${HINT}`).waitFor();
    await button(dana.page, 'Done').click();
    await door.getByText('On their screen').waitFor({ state: 'hidden' });
  });

  test('[JOIN-6] what a check found that is not fine is listed, and what somebody asks stays until it is seen to', async () => {
    ray = await comes('Ray Cole');
    await ray.insist({ type: 'check.report', report: REFUSED });
    await ray.insist({ type: 'help.ask', what: 'phoneMe' });
    await desk.getByText('The camera was not allowed').waitFor();
    await desk.getByText('Did not hear the test sound').waitFor();
    await desk.getByRole('alert').filter({ hasText: 'Ray Cole asks to be phoned' }).waitFor({ state: 'attached' });
    await button(desk, 'Done with what Ray Cole asked').click();
    await button(desk, 'Done with what Ray Cole asked').waitFor({ state: 'hidden' });
    await ray.until((view) => 'me' in view && 'help' in view.me && view.me.help.asked === null);
  });

  test('[JOIN-5] whoever is beside a device stands there at the door, and on the roster once it is inside', async () => {
    await ray.insist({ type: 'household.tell', people: [NAN] });
    await ray.insist({ type: 'lobby.knock' });
    await dana.knocks();
    await (await sam.opensLink()).knocks();
    const card = desk.locator('li').filter({ has: button(desk, 'Let in Ray Cole') });
    await card.getByText('Nan Hughes, grandmother').waitFor();
    for (const name of ['Sam Hughes', 'Dana Hughes', 'Ray Cole']) await host.admits(name);
    await row(desk, 'Ray Cole').getByText('Nan Hughes, grandmother').waitFor();
    await sees(host.person, [dana.person, sam.person], [host.person, dana.person, sam.person]);
  });

  test('[JOIN-5] asked again, it is shown as asked until it is answered; that nobody is there is an answer', async () => {
    await host.looksAt('Ray Cole');
    await button(desk, 'Ask who is with them Ray Cole').click();
    await row(desk, 'Ray Cole').getByText('Asked who is with them. No answer yet.').waitFor();
    await ray.until(isInRoom(({ me }) => me.asked.whoIsWithYou));
    await ray.insist({ type: 'household.tell', people: [] });
    await row(desk, 'Ray Cole').getByText('Says that nobody is with them').waitFor();
    await button(desk, 'Ask everybody who is with them').click();
    await desk.getByText('Asked. 3 have not answered yet.').waitFor();
    await ray.insist({ type: 'household.tell', people: [NAN] });
    await row(desk, 'Ray Cole').getByText('Nan Hughes, grandmother').waitFor();
  });

  test('[ROST-1] [SEE-3] [SEE-7] each line says who, how they are known and on what; blur and program cameras plainly', async () => {
    await row(desk, 'Dana Hughes')
      .getByText(/^Parent or carer, mother · By link only · Phone, blur (off|not known)$/)
      .waitFor();
    await row(desk, 'Amina Okafor')
      .getByText(/^Host · Signed in · Computer/)
      .waitFor();
    const condition: Condition = { blur: 'on', camera: 'virtual', interruption: 'none', hears: 'yes' };
    await ray.insist({ type: 'condition.tell', condition });
    await row(desk, 'Ray Cole').getByText('The background is blurred.').waitFor();
    await row(desk, 'Ray Cole')
      .getByText(/^A virtual camera/)
      .waitFor();
    await button(desk, 'Ray Cole').click();
    expect(await desk.evaluate(() => document.activeElement?.textContent)).toContain('Ray Cole');
    await ray.insist({ type: 'condition.tell', condition: { ...condition, blur: 'notKnown', camera: 'ordinary' } });
    await row(desk, 'Ray Cole').getByText('The background is blurred.').waitFor({ state: 'hidden' });
    await row(desk, 'Ray Cole')
      .getByText(/Phone, blur not known/)
      .waitFor();
  });

  test('[ROST-3] introductions by keyboard: the child first, whoever sits beside somebody too, a latecomer is next', async () => {
    await press(desk, /^Introductions/);
    await press(desk, 'Call on Sam Hughes');
    await desk.getByText('Sam Hughes is called on').waitFor();
    for (const next of ['Dana Hughes', 'Ray Cole', 'Nan Hughes', 'Amina Okafor']) {
      await button(desk, `Done, call on ${next}`).click();
      await turn(desk).getByText(`${next} is called on`).waitFor();
    }
    await desk.getByText('It is your turn: say who you are and why you are here.').waitFor();
    await button(desk, 'Mark Amina Okafor as introduced').click();
    await turn(desk).getByText('Everybody here is introduced.').waitFor();
    expect(await barriers(desk)).toEqual([]);

    ida = await comes('Ida Cole');
    await ida.insist({ type: 'lobby.knock' });
    await host.admits('Ida Cole');
    await turn(desk).getByText('Next: Ida Cole').waitFor();
    await button(desk, /^People/).click();
    await row(desk, 'Ida Cole').getByText('Not introduced yet').waitFor();
    await row(desk, 'Dana Hughes').getByText('Not introduced yet').waitFor({ state: 'hidden' });
  });

  test('[ROST-4] who cannot see or hear is named to the host, with what to do; who has not answered is not counted as well', async () => {
    await button(desk, /^See and hear/).click();
    await button(desk, 'Ask everyone now').click();
    await desk.getByText('0 of 5 see and hear').waitFor();
    await button(desk, 'Yes').click();
    await ida.insist({ type: 'senses.answer', sees: 'yes', hears: 'yes' });
    await ray.insist({ type: 'senses.answer', sees: 'yes', hears: 'no' });
    await desk.getByText('2 of 5 see and hear').waitFor();
    await desk.getByText('Ray Cole cannot hear the others').waitFor();
    await desk.getByText(/^No answer yet: Sam Hughes, Dana Hughes$/).waitFor();
    await button(desk, /^See and hear 1 problem$/).waitFor();
    expect(await barriers(desk)).toEqual([]);

    await button(desk, 'Send help to Ray Cole').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Turn the sound up' }).click();
    await ray.until(isInRoom(({ me }) => me.help.hint === 'turnSoundUp'));
    await ray.insist({ type: 'senses.answer', sees: 'yes', hears: 'yes' });
    await desk.getByText('Ray Cole cannot hear the others').waitFor({ state: 'hidden' });
  });

  test('[ROST-3] whoever leaves while they are called on does not hold up the round', async () => {
    await button(desk, /^Introductions/).click();
    await button(desk, 'Call on Ida Cole').click();
    await turn(desk).getByText('Ida Cole is called on').waitFor();
    await ida.insist({ type: 'presence.leave', quickly: false });
    await turn(desk).getByText('Everybody here is introduced.').waitFor();
    await desk.getByText('5 of 5').waitFor();
  });

  test('on a phone the same is one or two presses away', async () => {
    await desk.setViewportSize({ width: 360, height: 640 });
    await button(desk, 'People').click();
    for (const tab of [/^People/, /^Introductions/, /^See and hear/]) await button(desk, tab).click({ trial: true });
    await button(desk, 'Pictures').click();
    await desk.setViewportSize({ width: 1366, height: 768 });
    await button(desk, /^People/).click();
  });

  test('[ROST-5] of two devices of one person the host puts one out; the other stays, and the one that went can only ask', async () => {
    const second = await comes('Ray Cole');
    try {
      await second.insist({ type: 'lobby.knock' });
      await host.admits('Ray Cole');
      await second.until(({ screen }) => screen === 'room');
      await host.opens('Ray Cole');
      await button(desk, 'Remove only the phone (second device) Ray Cole').click();
      const question = desk.getByRole('dialog');
      await question.getByText('It can only ask to come in again, and you decide.').waitFor();
      expect(await barriers(desk)).toEqual([]);
      await question.getByRole('button', { name: 'Remove only the phone (second device)' }).click();
      await second.until(({ screen }) => screen === 'out');
      await question.waitFor({ state: 'detached' });
      expect(ray.view.screen).toBe('room');
      await button(desk, /^Remove only the phone/).waitFor({ state: 'detached' });
      await second.insist({ type: 'lobby.knock' });
      await button(desk, 'Let in Ray Cole').waitFor();
    } finally {
      second.close();
    }
  });

  test('[ROST-1] [ROST-3] a colleague sees who is in the room, who is beside them and who is introduced, and nothing that is the host’s', async () => {
    await new Desk(requestsOf(host.person.context, product.origin)).command(host.visit, {
      type: 'roster.add',
      person: PRIYA,
    });
    const priya = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, 'Priya Shah');
    try {
      await priya.page.goto(`/visit#${host.visit}`);
      await button(priya.page, 'Check camera and enter').click();
      await button(priya.page, 'Enter the visit').click();
      await row(priya.page, 'Ray Cole').getByText('Nan Hughes, grandmother').waitFor();
      await row(priya.page, 'Priya Shah').getByText('Not introduced yet').waitFor();
      const words = await priya.page.locator('body').innerText();
      for (const secret of [/blur/i, /Send help/, /Introductions/, /Expected/]) expect(words).not.toMatch(secret);
    } finally {
      await priya.close();
    }
  });
});
