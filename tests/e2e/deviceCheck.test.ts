import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { AtTheDesk } from './people/AtTheDesk.ts';
import { barriers } from './people/barriers.ts';
import { LISTEN, pitchPlayed } from './people/ear.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { Host } from './people/Host.ts';
import { samePitch } from './people/mediaProbe.ts';
import { light, PAINTED_CAMERA } from './people/scene.ts';

const PITCH = 700;

let product: Product;
let host: Host;
let desk: AtTheDesk;
let links: ReadonlyMap<string, string>;

beforeAll(async () => {
  product = await Product.start();
  host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
  desk = new AtTheDesk(host, product.origin);
  links = await host.plans([
    { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
    { name: 'Sam Hughes', role: 'child' },
  ]);
});
afterAll(async () => {
  await host?.close();
  await product?.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const isAtStep = (page: Page, number: number, of = 7) => page.getByText(`Step ${number} of ${of}`).waitFor();

/** With that link in a browser of their own, up to the button that asks for the camera. */
async function arrives(name: string, device: 'phone' | 'laptop' = 'phone'): Promise<Family> {
  const family = await Family.with(links.get(name) ?? '', name, { hue: 120, pitch: PITCH }, device);
  await family.person.context.addInitScript(LISTEN);

  return family;
}

async function comesToTheCheck(family: Family): Promise<Page> {
  await family.opensLink();
  await button(family.page, 'Next').click();
  await heading(family.page, 'Now your camera and sound').waitFor();

  return family.page;
}

describe('somebody of the family on a phone', () => {
  let dana: Family;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    dana = await arrives('Dana Hughes');
    page = await comesToTheCheck(dana);
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  });
  afterAll(() => dana?.close());

  test('[JOIN-4] sees herself large, with a word on the light, before anybody else does', async () => {
    await button(page, 'Turn on camera and sound').click();
    await isAtStep(page, 1);
    await page.getByText('Good. We can see you well.').waitFor();
    await page.getByText('Hold it level with your eyes, on its side. Better still, prop it up.').waitFor();
    expect((await page.locator('video').boundingBox())?.height).toBeGreaterThan(200);
    await desk.reads('Dana Hughes', { camera: 'works', picture: 'fine', microphone: 'works' });
    expect(await barriers(page)).toEqual([]);
  });

  test('[JOIN-4] hears two seconds of herself, which go nowhere else', async () => {
    await button(page, 'Next').click();
    await isAtStep(page, 2);
    await page.getByText('Good. We can hear you.').waitFor();
    expect(await barriers(page)).toEqual([]);

    asked.length = 0;
    await button(page, 'Hear yourself').click();
    await page.getByText('Speak now …').waitFor();
    expect(await pitchPlayed(page)).toBeNull();
    await eventually(async () => expect(samePitch((await pitchPlayed(page)) ?? 0, PITCH)).toBe(true));
    await button(page, 'Hear yourself again').waitFor();
    expect(await pitchPlayed(page)).toBeNull();
    expect(asked.filter((request) => !request.startsWith('GET /icon'))).toEqual([]);
  });

  test('[JOIN-4] is played two soft notes, and told what to do if she hears nothing', async () => {
    await button(page, 'Next').click();
    await isAtStep(page, 3);
    await button(page, 'Play the sound').click();
    await eventually(async () => expect(samePitch((await pitchPlayed(page)) ?? 0, 523)).toBe(true));
    expect(await barriers(page)).toEqual([]);
    await button(page, 'No, I did not').click();
    await page.getByText(/^Turn your sound up\./).waitFor();
    await desk.reads('Dana Hughes', { speaker: 'notHeard' });

    await button(page, 'Yes, I heard it').click();
    await desk.reads('Dana Hughes', { speaker: 'heard' });
  });

  test('[JOIN-4] is told in words how good her line to the media server is', async () => {
    await isAtStep(page, 4);
    await page.getByText(/^Your internet is (good|all right|weak)$/).waitFor();
    await eventually(async () =>
      expect((await desk.deviceOf('Dana Hughes')).check?.network).toMatch(/^(good|fair|poor)$/),
    );
    expect(await barriers(page)).toEqual([]);
  });

  test('[JOIN-4] says who can hear her, what she wears and what is behind her', async () => {
    await button(page, 'Next').click();
    await button(page, 'Yes, they can').click();
    await page.getByText(/^That is all right\./).waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Next').click();
    await heading(page, 'Do you wear headphones?').waitFor();
    await button(page, 'Yes').click();
    await heading(page, 'Look what is behind you').waitFor();
    await button(page, 'No, wait').click();
    await desk.reads('Dana Hughes', { overheard: 'yes', headset: 'yes', behind: 'toTidy' });
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Next').click();
    await button(page, 'I am ready').waitFor();
  });

  test('[DEV-3] sees herself in the corner all the while, and large when she wants to', async () => {
    const height = async () => (await page.locator('video').boundingBox())?.height ?? 0;
    expect(await height()).toBeLessThan(150);

    await button(page, 'Larger').click();
    expect(await height()).toBeGreaterThan(200);
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Smaller').click();
  });

  test('[JOIN-6] reads the host’s tip at once, in kind words, and puts it away', async () => {
    await desk.sends('Dana Hughes', 'turnSideways');
    await page.getByText('Please turn your phone on its side. Then we see more of you.').waitFor();
    await page.getByText('A tip from Amina Okafor').waitFor();
    expect(await barriers(page)).toEqual([]);

    await button(page, 'Done').click();
    await page.getByText('A tip from Amina Okafor').waitFor({ state: 'hidden' });
    await desk.seesHelp('Dana Hughes', { hint: null, asked: null });
  });

  test('[JOIN-4] can ask for a phone call instead, is told what happens next, and can take it back', async () => {
    await button(page, 'Please phone me instead').click();
    await page.getByText('Amina Okafor can see this now.').waitFor();
    await desk.seesHelp('Dana Hughes', { hint: null, asked: 'phoneMe' });

    await button(page, 'I do not need a call now').click();
    await button(page, 'Please phone me instead').waitFor();
    await desk.seesHelp('Dana Hughes', { hint: null, asked: null });
  });

  test('[JOIN-4] goes into the call with the very tracks that she has looked at', async () => {
    const shown = await page.evaluate(() => {
      const { srcObject } = document.querySelector('video') ?? {};
      return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.id : null;
    });
    await button(page, 'I am ready').click();
    await button(page, 'Nobody else').click();
    await dana.waits();
    await host.enters();
    await host.admits('Dana Hughes');
    await dana.isInside();

    await eventually(async () => expect(await tracksSent(page)).toContain(shown));
  });
});

const tracksSent = (page: Page) =>
  page.evaluate(() =>
    (window.__connections ?? []).flatMap((connection) => connection.getSenders().map(({ track }) => track?.id)),
  );

describe('a child on a laptop', () => {
  let sam: Family;
  let page: Page;

  beforeAll(async () => {
    sam = await arrives('Sam Hughes', 'laptop');
    await sam.person.context.addInitScript(PAINTED_CAMERA);
    page = await comesToTheCheck(sam);
  });
  afterAll(() => sam?.close());

  test.each([
    ['dark', 30, 30, 'It is a bit dark. Can you turn on a light?', 'dark'],
    ['bright', 240, 240, 'It is very bright. Can you turn a little?', 'bright'],
    ['black', 2, 2, 'Your picture is black. Is a finger over the camera?', 'black'],
    ['lit from behind', 30, 200, 'The light is behind you. Can you turn round?', 'dark'],
    ['fine', 140, 120, 'We can see you well!', 'fine'],
  ] as const)('[JOIN-4] is told what a picture lacks that is %s', async (_what, middle, edge, words, picture) => {
    if (await button(page, 'Turn them on').isVisible()) await button(page, 'Turn them on').click();
    await isAtStep(page, 1);
    await light(page, middle, edge);
    await page.getByText(words).waitFor();
    await desk.reads('Sam Hughes', { picture });
  });

  test('[JOIN-4] can skip one thing after the other, and come out at the end', async () => {
    for (let step = 1; step <= 7; step += 1) {
      await isAtStep(page, step);
      await button(page, 'Skip').click();
    }
    await heading(page, 'All done!').waitFor();
    await desk.reads('Sam Hughes', { speaker: 'skipped', overheard: 'notSaid', headset: 'notSaid', behind: 'notSaid' });
  });

  test('[JOIN-4] need not be seen: the camera goes off, with the screens that were about it', async () => {
    await button(page, 'Check again').click();
    await isAtStep(page, 1);
    await button(page, 'I do not want to be seen').click();
    await isAtStep(page, 1, 5);
    await heading(page, 'Can we hear you?').waitFor();
    expect(await page.locator('video').count()).toBe(0);
    await desk.reads('Sam Hughes', { camera: 'skipped', picture: 'notTried' });

    await button(page, 'Turn camera on').click();
    await isAtStep(page, 1);
  });

  test('[JOIN-4] goes straight in from any of them', async () => {
    await button(page, 'Go straight in').click();
    await button(page, 'Only me').click();
    await sam.waits();
  });
});
