import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { barriers } from './people/barriers.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { isInCompany, timeUntil } from './people/flow.ts';
import { Host } from './people/Host.ts';
import {
  blurs,
  losesCamera,
  losesHeadset,
  mayHaveCamera,
  PRETEND,
  reloadsSilent,
  setHidden,
} from './people/pretences.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
] as const;
const WITH_BOTH = { pictures: 2, voices: 2 };
/** On a large face and on a small one. */
const CANNOT_HEAR = /^(Dana Hughes cannot|Cannot) hear us$/;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tileOf = (page: Page, name: string) => page.getByRole('figure').filter({ hasText: name });
const reads = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor({ timeout: 30_000 });

describe('what comes between a device and the visit', () => {
  let product: Product;
  let host: Host;
  let dana: Family;
  let sam: Family;

  beforeAll(async () => {
    product = await Product.start();
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans(PEOPLE);
    const link = (name: string): string => links.get(name) ?? '';
    dana = await Family.with(link('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 });
    sam = await Family.with(link('Sam Hughes'), 'Sam Hughes', { hue: 210, pitch: 1000 });
    for (const { page } of [host, dana, sam]) await page.context().addInitScript(PRETEND);
    await host.page.reload();
    await host.enters();
    for (const one of [dana, sam]) {
      await (await one.opensLink()).knocks();
      await host.admits(one.name);
      await one.isInside();
    }
    await isAllWell();
  });

  afterAll(async () => {
    await Promise.allSettled([host, dana, sam].map((one) => one?.close()));
    await product?.stop();
  });

  const pages = (): readonly Page[] => [host.page, dana.page, sam.page];
  const isAllWell = async () => {
    for (const page of pages()) await isInCompany(page, WITH_BOTH);
  };
  /** What the two others get of Dana, and how long it takes until it is so; printed. */
  const comesOfDana = async (what: string, others: { readonly pictures: number; readonly voices: number }) => {
    const ms = await timeUntil([host.page, sam.page].map((page) => [page, others] as const));
    console.info(`${what}: after ${ms} ms`);
  };

  test('[SEE-3] a device that begins to blur the room is seen by nobody until it stops; its person reads why and how', async () => {
    await blurs(dana.page, true);
    await comesOfDana('no picture of a blurred room', { pictures: 1, voices: 2 });
    await reads(dana.page, 'Your room is blurred, so we cannot see you. Please turn that off.');
    await reads(dana.page, /Video call effects/);
    await reads(sam.page, 'Picture paused');
    await reads(host.page, 'Picture held: background blur');
    expect(await barriers(dana.page, ['light'])).toEqual([]);

    await blurs(dana.page, false);
    await comesOfDana('the picture is back', WITH_BOTH);
    await dana.page.getByText('Your room is blurred').waitFor({ state: 'detached' });
  });

  test('[SEE-3] turned off and on again while it blurs, the camera still shows nobody anything', async () => {
    await blurs(dana.page, true);
    await comesOfDana('no picture of a blurred room', { pictures: 1, voices: 2 });
    await dana.switches('Camera');
    await tileOf(sam.page, 'Dana Hughes').getByText('Camera off').first().waitFor();
    await dana.switches('Camera');
    await reads(dana.page, 'Your room is blurred, so we cannot see you. Please turn that off.');
    await isInCompany(host.page, { pictures: 1, voices: 2 });

    await blurs(dana.page, false);
    await comesOfDana('the picture is back', WITH_BOTH);
  });

  test('another app takes the camera: both ends read it, and one tap carries on', async () => {
    await losesCamera(dana.page);
    await reads(dana.page, 'Your camera is paused by another app or a call.');
    await reads(sam.page, /^(Dana Hughes’s|Their) phone has paused the camera$/);
    await reads(host.page, 'Dana Hughes’s phone has paused the camera');
    await comesOfDana('no picture', { pictures: 1, voices: 2 });

    await button(dana.page, 'Tap to carry on').click();
    await reads(dana.page, 'Your camera is paused by another app or a call.');
    await mayHaveCamera(dana.page);
    await button(dana.page, 'Tap to carry on').click();
    await comesOfDana('the picture is back', WITH_BOTH);
    await button(dana.page, 'Tap to carry on').waitFor({ state: 'detached' });
    await sam.page.getByText('has paused the camera').waitFor({ state: 'detached' });
  });

  test('[ROST-2] another app in front or a locked screen is away for the host, and said on the others’ screens', async () => {
    const row = host.page
      .getByRole('region', { name: 'People' })
      .locator('li')
      .filter({ hasText: 'Sam Hughes' })
      .first();
    await setHidden(sam.page, true);
    await row.getByText('Away from the visit').waitFor();
    await reads(dana.page, 'Not looking just now');

    await setHidden(sam.page, false);
    await row.getByText(/^Here\b/).waitFor();
    await isAllWell();
  });

  test('[SAFE-5] whoever cannot hear is neither heard nor seen, and both ends read it in large words; one tap mends it', async () => {
    await reloadsSilent(dana.page);
    await reads(dana.page, 'You cannot hear us, so we cannot hear or see you.');
    await comesOfDana('nothing of who cannot hear', { pictures: 1, voices: 1 });
    await reads(sam.page, CANNOT_HEAR);
    await reads(host.page, 'Dana Hughes cannot hear us');
    expect(await barriers(dana.page, ['light'])).toEqual([]);
    for (const [page, words] of [
      [dana.page, 'You cannot hear us, so we cannot hear or see you.'],
      [sam.page, CANNOT_HEAR],
    ] as const) {
      const size = await page
        .getByText(words)
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize);
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(19);
    }

    await button(dana.page, 'Tap to hear everyone').click();
    await comesOfDana('heard and seen again', WITH_BOTH);
    await dana.page.getByText('You cannot hear us').waitFor({ state: 'detached' });
    await isInCompany(dana.page, WITH_BOTH);
  });

  test('[SAFE-5] what was off before stays off when hearing is back', async () => {
    await dana.switches('Microphone');
    await isInCompany(host.page, { pictures: 2, voices: 1 });
    await reloadsSilent(dana.page);
    await comesOfDana('nothing of who cannot hear', { pictures: 1, voices: 1 });
    await button(dana.page, 'Tap to hear everyone').click();
    await comesOfDana('seen again, and still not heard', { pictures: 2, voices: 1 });
    await dana.page.getByRole('button', { name: 'Microphone', pressed: false }).waitFor();

    await dana.switches('Microphone');
    await isAllWell();
  });

  test('a headset that is gone is replaced by another microphone, which is said, and the voice goes on', async () => {
    await losesHeadset(dana.page, 'Built-in microphone');
    await reads(dana.page, 'Your microphone has gone. We use this one now: Built-in microphone');
    await comesOfDana('the voice goes on', WITH_BOTH);
  });

  test('a phone that is turned keeps its picture, there and back', async () => {
    const shape = () =>
      tileOf(host.page, 'Sam Hughes')
        .locator('video')
        .evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth / video.videoHeight : 0));
    const before = await shape();
    for (const viewport of [
      { width: 640, height: 360 },
      { width: 360, height: 640 },
    ]) {
      await sam.page.setViewportSize(viewport);
      await isAllWell();
      await eventually(async () => expect(await shape()).toBeCloseTo(before, 1));
      await sam.page.getByText('You', { exact: true }).waitFor();
    }
  });
});
