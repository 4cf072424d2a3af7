import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { deviceOf, KeyStage, type StagedDevice } from './KeyStage.ts';

/** A whole picture, as VP8 begins one. */
const PICTURE: Bytes = Uint8Array.of(0, ...Array<number>(9).fill(7), ...new TextEncoder().encode('hello'));
/** What changed in it since. */
const CHANGE: Bytes = Uint8Array.of(1, 0, 0, ...new TextEncoder().encode('a wave'));
const AMINA = deviceOf('amina');

let stage = new KeyStage();
afterEach(() => {
  stage.end();
  stage = new KeyStage();
});

const sends = async (from: StagedDevice): Promise<Bytes> =>
  (await from.frames.sends('video', PICTURE)) ?? expect.fail('nothing was sent');

/** Amina, whose pictures the other two see. */
async function three(): Promise<readonly [StagedDevice, StagedDevice, StagedDevice]> {
  const devices = [await stage.arrives('amina'), await stage.arrives('dana'), await stage.arrives('sam')] as const;
  for (const { name } of devices) stage.sits(name);
  const [amina, ...others] = devices;
  for (const { frames } of others) {
    await vi.waitFor(async () => expect(await frames.arriving('video', AMINA)(await sends(amina))).toEqual(PICTURE), {
      timeout: 5_000,
      interval: 5,
    });
  }

  return devices;
}

describe('a hostile server that has the frames in its hands', () => {
  test('[SAFE-2] plays one once more: it is not shown twice, on its own stream or on another', async () => {
    const [amina, dana] = await three();
    const arriving = dana.frames.arriving('video', AMINA);
    const sent = await sends(amina);
    expect(await arriving(sent)).toEqual(PICTURE);

    expect(await arriving(sent)).toBe(null);
    expect(await dana.frames.arriving('video', AMINA)(sent)).toBe(null);
  });

  test('[SAFE-2] plays one once more, as a bad line does: the picture goes on', async () => {
    const [amina, dana] = await three();
    const arriving = dana.frames.arriving('video', AMINA);
    const sent = await sends(amina);
    await arriving(sent);
    await arriving(sent);
    const change = (await amina.frames.sends('video', CHANGE)) ?? expect.fail('nothing was sent');

    expect(await arriving(change)).toEqual(CHANGE);
    expect(dana.frames.news.filter(({ news }) => news === 'needsKeyFrame')).toEqual([]);
  });

  test('[SAFE-2] plays one as somebody else’s: nobody is shown under another’s name', async () => {
    const [amina, dana] = await three();
    const sent = await sends(amina);

    expect(await dana.frames.arriving('video', deviceOf('sam'))(sent)).toBe(null);
    expect(await dana.frames.arriving('video', AMINA)(sent)).toEqual(PICTURE);
  });

  test('[SAFE-2] keeps one and plays it to a page that was loaded anew, or to somebody who came later: nothing is shown', async () => {
    const [amina] = await three();
    const kept = await sends(amina);
    for (const name of ['dana', 'ray']) {
      const later = await stage.arrives(name);
      stage.sits(name);
      await vi.waitFor(
        async () => expect(await later.frames.arriving('video', AMINA)(await sends(amina))).toEqual(PICTURE),
        { timeout: 5_000, interval: 5 },
      );

      expect(await later.frames.arriving('video', AMINA)(kept)).toBe(null);
    }
  });

  test('[SAFE-2] puts in a frame of its own, in the clear: it is not shown', async () => {
    const [, dana] = await three();

    expect(await dana.frames.arriving('video', AMINA)(PICTURE)).toBe(null);
  });
});
