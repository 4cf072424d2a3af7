import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { farProduct } from '../harness/farProduct.ts';
import { Capture } from './people/Capture.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { hears, sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { recognised } from './people/recognised.ts';

/** Enough for a picture and a word. */
const ENOUGH = 100;
/** The sound and at least one layer of the picture of each, on the way to the server and from it. */
const LEAST_STREAMS = 8;

describe('somebody on the line between the people and the server', () => {
  const capture = new Capture();
  let product: Awaited<ReturnType<typeof farProduct>>;
  let host: Host;
  let sam: Family;

  beforeAll(async () => {
    product = await farProduct({ roundTripMs: 0, loss: 0, random: () => 1, capture: capture.keep });
    host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
    const links = await host.plans([{ name: 'Sam Hughes', role: 'child' }]);
    sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', { hue: 210, pitch: 1000 });
    await host.enters();
    await (await sam.opensLink()).knocks();
    await host.admits('Sam Hughes');
    await sam.isInside();
  });

  afterAll(async () => {
    await Promise.all([host?.close(), sam?.close()]);
    await product?.stop();
  });

  test('[SAFE-1] [SAFE-2] catches everything that goes by while two see and hear each other, and recognises nobody in it', async () => {
    const both = [host.person, sam.person];
    await sees(sam.person, [host.person], both);
    await sees(host.person, [sam.person], both);
    await hears(sam.person, [host.person], both);
    await hears(host.person, [sam.person], both);
    const caught = await eventually(async () => {
      const streams = capture.streams(ENOUGH);
      // Each is tried in two ways.
      expect(streams.length).toBeGreaterThanOrEqual(2 * LEAST_STREAMS);
      return streams;
    });

    const found = await recognised(caught, both);
    expect(found.filter(({ people }) => people.length > 0)).toEqual([]);
  });
});
