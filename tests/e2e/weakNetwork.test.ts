import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PhoneNetwork } from '../harness/PhoneNetwork.ts';
import { Product } from '../harness/Product.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { flowsOf, picturesByName } from './people/flow.ts';
import { Host } from './people/Host.ts';
import { received } from './people/mediaProbe.ts';
import { CHROMIUM } from './people/Person.ts';

/** How long sound and picture are watched, in milliseconds. */
const A_WHILE = 8_000;
/** How long senders may take to learn what a network carries now. */
const SETTLED_WITHIN = 110_000;

describe('a child on a network that carries little', () => {
  let network: PhoneNetwork;
  let product: Product;
  let host: Host;
  let sam: Family;

  beforeAll(async () => {
    network = await PhoneNetwork.lay(CHROMIUM);
    product = await Product.start({ host: network.serverAddress });
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans([{ name: 'Sam Hughes', role: 'child' }]);
    const link = links.get('Sam Hughes') ?? '';
    sam = await Family.with(link, 'Sam Hughes', { hue: 210, pitch: 1000 }, 'phone', network.browser);
    await host.enters();
    await (await sam.opensLink()).knocks();
  });

  afterAll(async () => {
    await Promise.allSettled([host, sam].map((one) => one?.close()));
    await product?.stop();
    await network?.close();
  });

  const bothSides = (): readonly (readonly [string, Page])[] => [
    ['host', host.page],
    ['child', sam.page],
  ];

  /** Sound and picture on each side over a while, printed. */
  const watch = (what: string) =>
    Promise.all(
      bothSides().map(async ([side, page]) => {
        const flows = await flowsOf(page, A_WHILE);
        const [voice, picture] = [
          flows.find(({ kind }) => kind === 'audio'),
          flows.find(({ kind }) => kind === 'video'),
        ];
        if (voice === undefined) throw new Error(`The ${side} receives no voice at all`);
        const { madeUp, energy } = voice;
        const { framesPerSecond = 0, frameHeight = 0 } = picture ?? {};
        const pictureWords = `${framesPerSecond.toFixed(1)} pictures/s of ${frameHeight} lines`;
        console.info(`${what}, at the ${side}: ${pictureWords}, ${(madeUp * 100).toFixed(1)} % of the sound made up`);

        return { side, madeUp, isHeard: energy > 0.01, framesPerSecond };
      }),
    );

  test('on a clean link the host has the child’s full picture within seconds of letting them in', async () => {
    const began = performance.now();
    await host.admits('Sam Hughes');
    await eventually(async () => {
      const heights = (await received(host.page)).filter(({ kind }) => kind === 'video').map((one) => one.frameHeight);
      expect(heights).toEqual([360]);
    });
    const took = Math.round(performance.now() - began);
    console.info(`admitted to the full picture at the host: ${took} ms`);
    await sam.isInside();
  });

  test('300 kbit/s each way still show both to each other, and the sound is whole', async () => {
    await network.narrowsTo(300);
    await eventually(async () => {
      for (const { side, framesPerSecond, isHeard, madeUp } of await watch('300 kbit/s')) {
        expect(isHeard, side).toBe(true);
        expect(framesPerSecond, side).toBeGreaterThanOrEqual(5);
        expect(madeUp, side).toBeLessThan(0.05);
      }
    }, SETTLED_WITHIN);
  });

  test('100 kbit/s each way: the sound survives, with or without a picture', async () => {
    await network.narrowsTo(100);
    await eventually(async () => {
      for (const { side, isHeard, madeUp } of await watch('100 kbit/s')) {
        expect(isHeard, side).toBe(true);
        expect(madeUp, side).toBeLessThan(0.1);
      }
    }, SETTLED_WITHIN);
  });
});

const PEOPLE = [
  { name: 'Sam Hughes', role: 'child' },
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Ray Cole', role: 'householdMember', relationship: 'mother’s friend' },
] as const;

describe('a host on a network that carries little', () => {
  let network: PhoneNetwork;
  let product: Product;
  let host: Host;
  let family: readonly Family[] = [];

  beforeAll(async () => {
    network = await PhoneNetwork.lay(CHROMIUM);
    product = await Product.start({ host: network.serverAddress });
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 }, 'Amina Okafor', network.browser);
    const links = await host.plans(PEOPLE);
    family = await Promise.all(
      PEOPLE.map(({ name }, at) =>
        Family.with(links.get(name) ?? '', name, { hue: 60 + 75 * at, pitch: 700 + 300 * at }),
      ),
    );
    await host.enters();
    for (const one of family) {
      await (await one.opensLink()).knocks();
      await host.admits(one.name);
      await one.isInside();
    }
  });

  afterAll(async () => {
    await Promise.allSettled([host, ...family].map((one) => one?.close()));
    await product?.stop();
    await network?.close();
  });

  /** What comes to the host over a while, printed: each person’s picture, and the worst of the voices. */
  async function watch(what: string) {
    const flows = await flowsOf(host.page, A_WHILE);
    const names = await picturesByName(host.page);
    const pictureOf = (name: string) => {
      const flow = flows.find(({ trackId }) => trackId === names.get(name));
      return { framesPerSecond: flow?.framesPerSecond ?? 0, frameHeight: flow?.frameHeight ?? 0 };
    };
    const voices = flows.filter(({ kind }) => kind === 'audio');
    const madeUp = Math.max(...voices.map((voice) => voice.madeUp));
    const pictures = PEOPLE.map(({ name }) => ({ name, ...pictureOf(name) }));
    const said = pictures.map((one) => `${one.name} ${one.framesPerSecond.toFixed(1)}/s of ${one.frameHeight}`);
    const worst = (madeUp * 100).toFixed(1);
    console.info(`${what}: ${said.join('; ')}; ${voices.length} voices, of the worst ${worst} % made up`);
    const [sam, dana, ray] = pictures;
    if (sam === undefined || dana === undefined || ray === undefined) throw new Error('Somebody is missing');

    return { sam, dana, ray, madeUp, heard: voices.filter(({ energy }) => energy > 0.01).length };
  }

  test('[SEE-2] with room for all the child comes large, and the friend as small as he is shown', async () => {
    await eventually(async () => {
      const { sam, ray } = await watch('a clean link');
      expect([sam.frameHeight, ray.frameHeight]).toEqual([360, 180]);
    }, SETTLED_WITHIN);
  });

  test.each([450, 350])(
    '[SEE-2] at %i kbit/s every voice is whole and the child goes on moving, while the others degrade, the friend before the mother',
    async (kilobits) => {
      await network.takesInNoMoreThan(kilobits);
      await eventually(async () => {
        const { sam, dana, ray, madeUp, heard } = await watch(`${kilobits} kbit/s`);
        expect(sam.framesPerSecond).toBeGreaterThanOrEqual(5);
        expect(sam.framesPerSecond).toBeGreaterThan(dana.framesPerSecond - 1);
        expect(dana.framesPerSecond).toBeGreaterThan(ray.framesPerSecond);
        expect(sam.framesPerSecond).toBeGreaterThan(1.5 * ray.framesPerSecond);
        expect(sam.frameHeight).toBeGreaterThanOrEqual(dana.frameHeight);
        expect(heard).toBe(PEOPLE.length);
        expect(madeUp).toBeLessThan(0.05);
      }, SETTLED_WITHIN);
    },
  );
});
