import { setImmediate as immediately } from 'node:timers/promises';
import type { Bytes } from '@doorstep/shared/sframe/bytes.ts';
import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { deviceOf, KeyStage, type StagedDevice } from './KeyStage.ts';
import { picture, see, seen, until } from './looks.ts';

let stage = new KeyStage();
afterEach(() => {
  vi.useRealTimers();
  stage.end();
  stage = new KeyStage();
});

/** A moment of sound. */
const saidBy = async ({ frames }: StagedDevice): Promise<Bytes> =>
  (await frames.sends('audio', Uint8Array.of(120, 1, 2, 3))) ?? expect.fail('nothing was sent');

describe('a line that loses something', () => {
  const two = async () => {
    const devices = [await stage.arrives('amina'), await stage.arrives('dana')] as const;
    stage.sits('amina');
    stage.sits('dana');

    return devices;
  };

  test('[SAFE-2] a key that got lost is given again', async () => {
    let lost = 0;
    stage.relay = (_from, _to, notice) => {
      if (notice.type === 'keyNeeded') return null;
      if (notice.type === 'key') lost += 1;

      return notice.type === 'key' && lost < 4 ? null : notice;
    };
    const [amina, dana] = await two();
    await see(amina, dana);
  });

  test('[SAFE-2] … also when its sender believes that it was taken: whoever misses it asks', async () => {
    let isHonest = false;
    stage.relay = (from, to, notice) => {
      if (isHonest || notice.type !== 'key') return notice;
      stage.devices.get(from)?.tell({ type: 'keyTaken', by: to, kid: notice.kid });

      return null;
    };
    const [amina, dana] = await two();
    await until(() => expect(amina.frames.orders.some(({ order }) => order === 'seal')).toBe(true));
    isHonest = true;
    await see(amina, dana);
  });

  test('[SAFE-2] a key that is only late is not asked for: its sender would make another, and that one would be late as well', async () => {
    const late: (() => void)[] = [];
    stage.relay = (_from, to, notice) => {
      const [isForDana, dana] = [to === deviceOf('dana'), stage.devices.get(to)];
      if (notice.type !== 'key' || !isForDana || late.length > 0) return notice;
      late.push(() => dana?.tell(notice));

      return null;
    };
    const [amina, dana] = await two();
    await until(() => expect(amina.frames.orders.some(({ order }) => order === 'seal')).toBe(true));
    const arriving = dana.frames.arriving('audio', deviceOf('amina'));
    for (let count = 0; count < 20; count += 1) await arriving(await saidBy(amina));
    expect(dana.frames.news).toContainEqual({ news: 'cannotOpen', from: deviceOf('amina') });
    for (const comes of late) comes();
    await see(amina, dana);
    await until(() => expect(dana.frames.orders.some(({ order }) => order === 'forgetBefore')).toBe(true));

    expect(stage.passed.filter(({ type }) => type === 'keyNeeded')).toEqual([]);
  });

  test('[SAFE-2] … and asks no more often because many frames cannot be opened: the line has room for so many questions', async () => {
    stage.relay = (_from, _to, notice) => (notice.type === 'key' ? null : notice);
    const [amina, dana] = await two();
    await until(() => expect(amina.frames.orders.some(({ order }) => order === 'seal')).toBe(true));
    const asked = () => stage.passed.filter(({ type }) => type === 'keyNeeded').length;
    const before = asked();
    const arriving = dana.frames.arriving('audio', deviceOf('amina'));
    for (let count = 0; count < 200; count += 1) {
      await arriving(await saidBy(amina));
    }

    expect(dana.frames.news.filter(({ news }) => news === 'cannotOpen')).toHaveLength(20);
    expect(asked() - before).toBeLessThan(20);
  });

  test('[SAFE-2] nobody who comes waits for somebody whose line is lost: the new key is used when all others have it', async () => {
    const [amina, dana] = await two();
    await see(amina, dana);
    const ray = await stage.arrives('ray');
    stage.sits('ray', 'blue' as RoomId);
    await until(() => expect(ray.key).not.toBe(null));
    stage.losesLine('dana');
    const seals = (): number => amina.frames.orders.filter(({ order }) => order === 'seal').length;
    const before = seals();
    // From here on no time passes: nobody gives up waiting.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    stage.sits('ray', undefined, ['dana']);
    while (seals() === before) await immediately();
    expect(seals()).toBe(before + 1);
    vi.useRealTimers();
    expect(await seen(amina, ray)).toEqual(picture('hello'));
    expect(await seen(amina, dana)).toBe(null);
  });

  test('[SAFE-6] whoever comes and goes all the time makes nobody make keys faster than they may: each key waits for its turn', async () => {
    const [amina, dana] = await two();
    await see(amina, dana);
    const ray = await stage.arrives('ray');
    let give = (): void => {};
    let asked = 0;
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    stage.pace = {
      turn: () => {
        asked += 1;
        return given;
      },
    };
    stage.sits('ray');
    await until(() => expect(asked).toBe(3));
    const keys = (): number => stage.passed.filter(({ type }) => type === 'key').length;
    const before = keys();
    for (let turn = 0; turn < 500; turn += 1) await immediately();
    expect(keys()).toBe(before);
    give();
    await see(amina, dana, ray);
  });

  test('[SAFE-2] a server that answers nothing holds nobody up', async () => {
    stage.answersNothing = true;
    const [amina, dana] = await two();
    await see(amina, dana);
  });
});
