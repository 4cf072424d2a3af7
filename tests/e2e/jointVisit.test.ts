import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../harness/Desk.ts';
import { Product } from '../harness/Product.ts';
import { Family } from './people/Family.ts';
import { hears, sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import type { Person } from './people/Person.ts';
import { PRIYA } from './people/priya.ts';
import { requestsOf } from './people/requestsOf.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
  { name: 'Ray Cole', role: 'parent', relationship: 'father' },
] as const;

/**
 * Two practitioners, a child in the bedroom on a device of his own, his mother in the living room on her phone; and the father, who must not
 * learn that they are there, nor they that he is.
 */
describe('a joint visit, from its plan to its record', () => {
  let product: Product;
  let amina: Host;
  let priya: Host;
  let dana: Family;
  let sam: Family;
  let ray: Family;
  let everybody: readonly Person[];

  const asked = (host: Host, name: string | RegExp): Promise<void> =>
    host.page.getByRole('button', { name }).first().click();
  const tap = (one: Family, name: string | RegExp): Promise<void> => one.page.getByRole('button', { name }).tap();
  const together = async (...people: readonly (Host | Family)[]): Promise<void> => {
    for (const one of people) {
      const others = people.filter((other) => other !== one).map(({ person }) => person);
      await sees(one.person, others, everybody);
      await hears(one.person, others, everybody);
    }
  };

  beforeAll(async () => {
    product = await Product.start();
    amina = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await amina.plans(PEOPLE);
    const desk = new Desk(requestsOf(amina.person.context, product.origin));
    await desk.command(amina.visit, { type: 'roster.add', person: PRIYA });
    const view = await desk.view(amina.visit);
    const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
    const [mother, child, father] = PEOPLE.map(({ name }) => roster.find((entry) => entry.name === name)?.participant);
    if (mother === undefined || child === undefined || father === undefined) throw new Error('Not on the roster');
    for (const participant of [mother, child])
      await desk.command(amina.visit, {
        type: 'separation.order',
        participant,
        against: { is: 'these', people: [father] },
      });
    const link = (name: string): string => links.get(name) ?? '';
    [priya, dana, sam, ray] = await Promise.all([
      Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, 'Priya Shah'),
      Family.with(link('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 }),
      Family.with(link('Sam Hughes'), 'Sam Hughes', { hue: 210, pitch: 1000 }),
      Family.with(link('Ray Cole'), 'Ray Cole', { hue: 285, pitch: 2500 }),
    ]);
    everybody = [amina.person, priya.person, dana.person, sam.person, ray.person];
  });

  afterAll(async () => {
    await Promise.all([amina, priya, dana, sam, ray].map((one) => one?.close()));
    await product?.stop();
  });

  test('[PRIV-1] the mother, the child and both practitioners begin together', async () => {
    await amina.enters();
    await priya.page.goto(`/visit#${amina.visit}`);
    await asked(priya, 'Check camera and enter');
    await asked(priya, 'Enter the visit');
    await priya.page.getByRole('button', { name: 'Leave', exact: true }).waitFor();
    for (const one of [dana, sam]) {
      await (await one.opensLink()).knocks();
      await amina.admits(one.name);
      await one.isInside();
    }
    await together(amina, priya, dana, sam);
  });

  test('[PRIV-1] [PRIV-7] the child talks with one of them in a room, the mother with the other, at the same time', async () => {
    await asked(amina, /^Rooms/);
    await asked(amina, 'Open a private room');
    const dialog = amina.page.getByRole('dialog');
    await dialog.getByLabel('Sam Hughes').check();
    await dialog.getByLabel('Priya Shah').check();
    await dialog.getByLabel('I go there now').uncheck();
    await dialog.getByRole('button', { name: 'Open the room' }).click();
    await asked(priya, 'Go there');
    await tap(sam, 'Yes, go there');
    await together(priya, sam);
    await together(amina, dana);
  });

  test('[PRIV-8] that he is alone, he says by a touch', async () => {
    await tap(sam, 'Just me');
    await priya.page.getByText('Says that nobody else is there').first().waitFor();
  });

  test('[PRIV-5] the father comes meanwhile: to his own room, without a word of the others on any side', async () => {
    await (await ray.opensLink()).knocks();
    await amina.admits('Ray Cole');
    await ray.page.getByText('Nobody can see or hear you now.').waitFor();
    await sees(ray.person, [], everybody);
    await tap(sam, 'Go back');
    await asked(priya, 'Go back');
    await together(amina, priya, dana, sam);
    await asked(amina, 'Go there (Room of Ray Cole)');
    await together(amina, ray);
    await together(priya, dana, sam);
    for (const one of [dana, sam]) expect(await one.page.content()).not.toMatch(/\bRay\b|\bCole\b|kept apart/);
    expect(await ray.page.content()).not.toMatch(/\bDana\b|\bSam\b|\bHughes\b|kept apart/);
    await dana.page.getByText('Amina Okafor is away for a moment.').first().waitFor();
  });

  test('[PRIV-5] his visit ends with words for him, and the others’ goes on', async () => {
    await asked(amina, 'End the visit for this side (Room of Ray Cole)');
    await amina.page.getByRole('dialog').getByRole('button', { name: 'End the visit for this side' }).click();
    await ray.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
    await asked(amina, 'Go there (Room of Dana Hughes and Sam Hughes)');
    await together(amina, priya, dana, sam);
    expect(await dana.page.content()).not.toMatch(/\bRay\b|\bCole\b/);
  });

  test('[PRIV-8] [PLAN-10] the record tells of the talk, and of who was kept apart', async () => {
    await asked(amina, 'End for everyone');
    await amina.page.getByRole('dialog').getByRole('button', { name: 'End for everyone' }).click();
    await dana.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
    await sam.page.getByRole('heading', { name: 'All done!' }).waitFor();
    await amina.page.getByText('See who was there').click();
    const talk = amina.page
      .getByRole('table', { name: 'Talks in private' })
      .getByRole('row')
      .filter({ hasText: 'Priya Shah' });
    await talk.getByText('Sam Hughes said to be alone').waitFor();
    await talk.getByText('Blue room').waitFor();
    await amina.page.getByRole('heading', { name: 'Talks in private' }).waitFor();
  });
});
