import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { hears, sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { mediaBytes, received } from './people/mediaProbe.ts';
import type { Person } from './people/Person.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
  { name: 'Ray Cole', role: 'householdMember', relationship: 'mother’s friend' },
] as const;

describe('a home visit with real cameras and voices', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let sam: Family;
  let ray: Family;
  let everybody: readonly Person[];
  /** Everything that came over Ray's line to the server while he waited. */
  const toldToRay: string[] = [];

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans(PEOPLE);
    const link = (name: string): string => links.get(name) ?? '';
    [dana, sam, ray] = await Promise.all([
      Family.with(link('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 }),
      Family.with(link('Sam Hughes'), 'Sam Hughes', { hue: 210, pitch: 1000 }),
      Family.with(link('Ray Cole'), 'Ray Cole', { hue: 290, pitch: 1300 }),
    ]);
    everybody = [host.person, dana.person, sam.person, ray.person];
    ray.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => toldToRay.push(String(payload))));
  });

  afterAll(async () => {
    await Promise.all([host, dana, sam, ray].map((one) => one?.close()));
    await product?.stop();
  });

  test('[JOIN-1] [JOIN-3] each comes by their link on a phone and waits; the host’s arrival lets nobody in', async () => {
    for (const one of [dana, sam, ray]) await (await one.opensLink()).knocks();
    await host.enters();
    for (const one of [dana, sam, ray]) await one.waits();
    await host.page.getByText('3 are waiting').waitFor();
  });

  test('[JOIN-3] [ROST-1] admitted one by one, everybody sees and hears exactly who is inside', async () => {
    await host.admits('Dana Hughes');
    await dana.isInside();
    await sees(host.person, [dana.person], everybody);
    await sees(dana.person, [host.person], everybody);
    await host.admits('Sam Hughes');
    await sam.isInside();

    const inside = [host.person, dana.person, sam.person];
    for (const person of inside) {
      await sees(
        person,
        inside.filter((other) => other !== person),
        everybody,
      );
      await hears(
        person,
        inside.filter((other) => other !== person),
        everybody,
      );
    }
  });

  test('[ROST-1] voices are not only received, they are played', async () => {
    for (const one of [host, dana, sam]) {
      await eventually(async () => {
        const voices = (await received(one.page)).filter(
          ({ kind, audioEnergy }) => kind === 'audio' && audioEnergy > 0,
        );
        expect(voices.length).toBeGreaterThanOrEqual(2);
      });
    }
  });

  test('[JOIN-3] whoever waits has been sent nothing of the room: no media, no names, no numbers', async () => {
    expect(await mediaBytes(ray.page)).toBe(0);
    const told = toldToRay.join('\n');
    expect(told).toContain('Ray Cole');
    for (const secret of ['Dana', 'Sam', 'Hughes', '"screen":"room"', '"people"', '"lobby"', '"roster"']) {
      expect(told).not.toContain(secret);
    }
    const seen = await ray.page.locator('body').innerText();
    for (const secret of ['Dana', 'Sam', 'Hughes']) expect(seen).not.toContain(secret);
  });

  test('on a clean link the child’s picture reaches its full height', async () => {
    await eventually(async () => {
      const heights = (await received(host.page))
        .filter(({ kind }) => kind === 'video')
        .map(({ frameHeight }) => frameHeight);
      expect(heights).toEqual([360, 360]);
    }, 10_000);
  });

  test('[ROST-1] every tile of the host’s says in words who, role, microphone, camera and connection', async () => {
    const words = await host.page.getByRole('figure').filter({ hasText: 'Sam Hughes' }).innerText();
    for (const word of ['Sam Hughes', 'Child', 'Camera on', 'Connected']) expect(words).toContain(word);
    // Whoever is heard has their microphone on: the tile says the more of the two.
    expect(words).toMatch(/Microphone on|Speaking/);
  });

  test('[FLOOR-2] a parent switches her own microphone and camera, and the others stop receiving them', async () => {
    await dana.switches('Microphone');
    await hears(host.person, [sam.person], everybody);
    await dana.switches('Camera');
    await sees(sam.person, [host.person], everybody);
    await dana.switches('Microphone');
    await dana.switches('Camera');
    await sees(sam.person, [host.person, dana.person], everybody);
    await hears(host.person, [sam.person, dana.person], everybody);
  });

  test('[JOIN-7] a reload comes straight back to the same seat, unadmitted and without a ghost', async () => {
    await sam.page.reload();
    await sam.isInside();
    await sees(sam.person, [host.person, dana.person], everybody);
    await sees(host.person, [dana.person, sam.person], everybody);
    expect(await host.page.getByRole('button', { name: 'Let in Sam Hughes' }).count()).toBe(0);
    await eventually(async () => {
      expect((await received(host.page)).filter(({ kind }) => kind === 'video').length).toBe(2);
    });
  });

  test('[JOIN-7] the same link on another phone waits as a second device and takes nothing from the first', async () => {
    const other = await Family.with(sam.link, 'Sam Hughes', { hue: 60, pitch: 1700 });
    try {
      await (await other.opensLink()).knocks();
      await host.page.getByText(/already opened on another device/).waitFor();
      await sam.isInside();
      await sees(host.person, [dana.person, sam.person], [...everybody, other.person]);
      expect(await mediaBytes(other.page)).toBe(0);
    } finally {
      await other.close();
    }
  });

  test('[ROST-5] put out, a person is out at once, and the link is closed', async () => {
    await host.looksAt('Dana Hughes');
    await host.page.getByRole('button', { name: 'Remove Dana Hughes' }).click();
    await host.page.getByRole('dialog').getByRole('button', { name: 'Remove Dana Hughes' }).click();
    await dana.page.getByText('You are not in the meeting any more').waitFor();
    await sees(sam.person, [host.person], everybody);
    await hears(sam.person, [host.person], everybody);
    await dana.page.goto('about:blank');
    await dana.page.goto(dana.link);
    await dana.page.getByRole('button', { name: 'Start', exact: true }).click();
    await dana.page.getByText('You are not in the meeting any more').waitFor();

    const elsewhere = await dana.person.openAnotherBrowser();
    await elsewhere.goto(dana.link);
    await elsewhere.getByRole('button', { name: 'Start', exact: true }).click();
    await elsewhere.getByText('This link does not work any more').waitFor();
  });

  test('[CARE-5] the quick exit leaves nothing behind and tells the host alone', async () => {
    await sam.page.getByRole('link', { name: 'Leave quickly' }).click();
    await sam.page.waitForURL('about:blank');
    await sees(host.person, [], everybody);
    await host.page.getByText(/Left by the quick exit/).waitFor();
    await sam.page.goBack();
    expect(await sam.page.locator('body').innerText()).not.toMatch(/Sam|Amina|meeting with/);
    await sam.page.goto('/tab.html');
    const kept = () => sam.page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length }));
    // What has to be there until the server has answered is gone with its answer.
    await expect.poll(kept).toEqual({ local: 0, session: 0 });
    expect(await sam.person.context.cookies()).toEqual([]);
  });

  test('[UNK-5] the host ends the visit for everyone, in words; who only waits learns that it is over', async () => {
    await host.page.getByRole('button', { name: 'End for everyone' }).click();
    const dialog = host.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'End for everyone' }).click();
    await host.page.getByText('The visit has ended').first().waitFor();
    await ray.page.getByText('The meeting has ended').waitFor();
    expect(await ray.page.locator('body').innerText()).not.toContain('I will be in touch');
    expect(await mediaBytes(ray.page)).toBe(0);
  });
});
