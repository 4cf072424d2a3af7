import type { Instant, RoomId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { deviceOf, KeyStage, MAIN, type StagedDevice } from './KeyStage.ts';
import { change, picture, see, seen, until } from './looks.ts';

const BLUE = 'blue' as RoomId;
let stage = new KeyStage();
afterEach(() => {
  stage.end();
  stage = new KeyStage();
});

async function three(): Promise<readonly [StagedDevice, StagedDevice, StagedDevice]> {
  const devices = [await stage.arrives('amina'), await stage.arrives('dana'), await stage.arrives('sam')] as const;
  for (const { name } of devices) stage.sits(name);
  const [amina, dana, sam] = devices;
  await see(amina, dana, sam);
  await see(dana, amina, sam);
  await see(sam, amina, dana);

  return devices;
}

describe('those in one room', () => {
  test('[SAFE-2] see and hear each other, and what is on the way is not what was said', async () => {
    const [amina] = await three();

    const sent = (await amina.frames.sends('video', picture('a secret'))) ?? expect.fail('nothing was sent');
    expect(new TextDecoder().decode(sent)).not.toContain('secret');
  });

  test('[SAFE-2] nothing leaves a device before it has a key of its own', async () => {
    const amina = await stage.arrives('amina');

    expect(await amina.frames.sends('audio', picture('hello'))).toBe(null);
  });

  test('[SAFE-2] whoever comes reads nothing of what was sent before', async () => {
    const [amina, dana] = await three();
    const before = (await amina.frames.sends('video', picture('before'))) ?? expect.fail('nothing was sent');
    const ray = await stage.arrives('ray');
    stage.sits('ray');
    await see(amina, ray);

    expect(await ray.frames.arriving('video', deviceOf('amina'))(before)).toBe(null);
    expect(await dana.frames.arriving('video', deviceOf('amina'))(before)).toEqual(picture('before'));
  });

  test('[SAFE-2] whoever leaves can open nothing of what is sent within a second of it', async () => {
    const [amina, dana, sam] = await three();
    const listens = sam.frames.arriving('video', deviceOf('amina'));
    stage.leaves('sam');
    const kids = () => amina.frames.orders.filter(({ order }) => order === 'seal').length;
    const had = kids();
    await until(() => expect(kids()).toBe(had + 1));
    const sent = (await amina.frames.sends('video', picture('after'))) ?? expect.fail('nothing was sent');

    expect(await listens(sent)).toBe(null);
    await see(amina, dana);
  });

  test('[SAFE-2] somebody who does not answer holds the new key up for less than a second', async () => {
    const [amina, dana] = await three();
    stage.relay = (_from, _to, notice) => (notice.type === 'keyTaken' ? null : notice);
    const began = performance.now();
    const had = amina.frames.orders.length;
    stage.leaves('sam');
    await until(() => expect(amina.frames.orders.slice(had).some(({ order }) => order === 'seal')).toBe(true));

    expect(performance.now() - began).toBeLessThan(5_000);
    await see(amina, dana);
  });
});

describe('rooms', () => {
  test('[PRIV-3] [SAFE-2] a move takes no key along and leaves none behind', async () => {
    const [amina, dana, sam] = await three();
    const overheard = sam.frames.arriving('video', deviceOf('amina'));
    stage.sits('amina', BLUE);
    stage.sits('dana', BLUE);
    await see(amina, dana);
    await see(dana, amina);
    const sent = (await amina.frames.sends('video', picture('between us'))) ?? expect.fail('nothing was sent');
    expect(await overheard(sent)).toBe(null);

    stage.sits('amina', MAIN);
    stage.sits('dana', MAIN);
    await see(amina, dana, sam);
    await see(sam, amina, dana);
  });

  test('[PRIV-3] [SAFE-2] those who move together have new keys in the new room, and can open nothing of the old one', async () => {
    const [amina, dana] = await three();
    stage.leaves('sam');
    await see(amina, dana);
    const before = (await amina.frames.sends('video', picture('before'))) ?? expect.fail('nothing was sent');
    const had = amina.frames.orders.length;
    stage.sits('amina', BLUE);
    stage.sits('dana', BLUE);
    await see(amina, dana);

    const since = amina.frames.orders.slice(had).map(({ order }) => order);
    expect(since.indexOf('silence')).toBe(since.findIndex((order) => order === 'silence' || order === 'seal'));
    expect(await dana.frames.arriving('video', deviceOf('amina'))(before)).toBe(null);
  });

  test('[SAFE-2] whoever was elsewhere and is back is seen again, also by a screen that was not shown that they went', async () => {
    const [amina, dana] = await three();
    stage.sits('dana', BLUE, ['amina']);
    stage.sits('dana', MAIN, ['amina']);
    stage.show();
    await see(amina, dana);
    await see(dana, amina);
  });

  test('[SAFE-2] whoever went out sends nothing more, whatever was said of the room', async () => {
    const [amina] = await three();
    stage.isUnprotected = true;
    stage.show();
    stage.leaves('amina');

    expect(await amina.frames.sends('video', picture('hello'))).toBe(null);
  });

  test('[SAFE-2] of somebody who went nothing may come, and everything again when they are back', async () => {
    const [amina, dana, sam] = await three();
    const [, danas] = stage.protections;
    stage.leaves('sam');
    expect(danas?.mayFlow(deviceOf('sam'))).toBe(false);

    stage.sits('sam');
    await see(sam, amina, dana);
    expect(danas?.mayFlow(deviceOf('sam'))).toBe(true);
  });

  test('[SAFE-2] a key that was changed opens nothing two seconds later', async () => {
    const [amina, dana] = await three();
    const before = (await amina.frames.sends('video', picture('before'))) ?? expect.fail('nothing was sent');
    const kids = () => amina.frames.orders.flatMap((order) => (order.order === 'seal' ? [order.kid] : []));
    const had = kids().length;
    stage.leaves('sam');
    await until(() => expect(kids().length).toBe(had + 1));
    const kid = kids().at(-1);
    await until(() =>
      expect(dana.frames.orders).toContainEqual({ order: 'forgetBefore', from: deviceOf('amina'), kid }),
    );

    expect(await dana.frames.arriving('video', deviceOf('amina'))(before)).toBe(null);
  });

  test('[SAFE-2] a key that comes before the view of the room is taken when the view comes', async () => {
    const [amina, dana] = await three();
    stage.sits('amina', BLUE);
    stage.sits('dana', BLUE);
    stage.show(['dana']);
    await see(amina, dana);
  });

  test('[PRIV-5] the id of a key tells the time and nothing of other rooms', async () => {
    const [amina] = await three();
    const kids = amina.frames.orders.flatMap((order) => (order.order === 'seal' ? [order.kid] : []));

    for (const [place, kid] of kids.entries()) expect(kid).toBeGreaterThan(kids[place - 1] ?? 0);
    expect(kids.at(-1)).toBeLessThanOrEqual((stage.now - Date.UTC(2026, 0, 1)) / 100 + kids.length);
  });
});

describe('a hostile server', () => {
  test('[SAFE-2] that puts itself in for somebody gets no key for what it is not shown to be', async () => {
    const [amina] = await three();
    const given = stage.passed.length;
    amina.tell({ type: 'keyNeeded', by: deviceOf('stranger') });
    amina.tell({ type: 'keyTaken', by: deviceOf('stranger'), kid: 1 });

    expect(stage.passed.length).toBe(given);
  });

  test('[SAFE-2] that gives one the wrap of another opens nothing', async () => {
    const [amina, dana, sam] = await three();
    const forSam = [...stage.passed]
      .reverse()
      .find((notice) => notice.type === 'key' && notice.from === deviceOf('amina'));
    const had = dana.frames.orders.length;
    dana.tell({ ...(forSam ?? expect.fail('no wrap')), from: deviceOf('sam') } as never);
    await see(amina, dana, sam);

    expect(dana.frames.orders.slice(had).filter(({ order }) => order === 'hold')).toEqual([]);
  });

  test('[SAFE-2] that gives an old wrap once more makes nobody take the old key back', async () => {
    const [amina, dana] = await three();
    const old = stage.passed.filter((notice) => notice.type === 'key' && notice.from === deviceOf('amina'));
    const held = () => Math.max(...dana.frames.orders.map((order) => (order.order === 'hold' ? order.kid : 0)));
    const before = held();
    stage.leaves('sam');
    await until(() => expect(held()).toBeGreaterThan(before));
    await see(amina, dana);
    const kid = held();
    const had = dana.frames.orders.length;
    for (const notice of old) dana.tell(notice);
    const ray = await stage.arrives('ray');
    stage.sits('ray');
    await see(amina, dana, ray);

    expect(dana.frames.orders.slice(had).filter((order) => order.order === 'hold' && order.kid < kid)).toEqual([]);
  });

  test('[SAFE-2] that keeps the keys leaves silence, and what was kept is given again when it no longer does', async () => {
    stage.relay = () => null;
    const [amina, dana] = [await stage.arrives('amina'), await stage.arrives('dana')];
    stage.sits('amina');
    stage.sits('dana');
    await until(() => expect(amina.frames.orders.some(({ order }) => order === 'seal')).toBe(true));
    expect(await seen(amina, dana)).toBe(null);

    stage.relay = (_from, _to, notice) => notice;
    await see(amina, dana);
  });
});

describe('a device that cannot encrypt', () => {
  test('[SAFE-2] everything goes in the clear only while every screen says so', async () => {
    const [amina, dana] = await three();
    stage.isUnprotected = true;
    stage.show();
    expect(await amina.frames.sends('video', picture('hello'))).toEqual(picture('hello'));

    stage.isUnprotected = false;
    stage.show();
    expect(await amina.frames.sends('video', picture('hello'))).not.toEqual(picture('hello'));
    await see(amina, dana);
  });
});

describe('going out of a room that is not protected', () => {
  const inClear = async (device: StagedDevice) =>
    new TextDecoder()
      .decode((await device.frames.sends('video', picture('hello'))) ?? new Uint8Array())
      .includes('hello');

  async function open(): Promise<StagedDevice> {
    const [amina] = await three();
    stage.isUnprotected = true;
    stage.show();
    expect(await inClear(amina)).toBe(true);

    return amina;
  }

  test('[SAFE-2] [PRIV-3] nothing goes in the clear from when the seat is lost, whatever is shown of the room that was', async () => {
    const amina = await open();
    stage.protectionOf('amina').seated(null);
    expect(await inClear(amina)).toBe(false);
    stage.reseats = false;
    stage.show();
    expect(await inClear(amina)).toBe(false);
  });

  test('[SAFE-2] [PRIV-3] nor in the next room before the seat is there of which the screen speaks', async () => {
    const amina = await open();
    stage.reseats = false;
    stage.sits('amina', BLUE);
    expect(await inClear(amina)).toBe(false);
    stage.protectionOf('amina').seated(stage.now as Instant);
    expect(await inClear(amina)).toBe(true);
  });

  test('[SAFE-2] and it goes on when the seat is the one that was, as after a fault of the media server', async () => {
    const amina = await open();
    stage.protectionOf('amina').seated(null);
    stage.show();
    expect(await inClear(amina)).toBe(true);
  });
});

describe('pictures', () => {
  test('[SAFE-2] one that lost something asks to begin anew, and shows nothing until it does', async () => {
    const [amina, dana] = await three();
    const arriving = dana.frames.arriving('video', deviceOf('amina'));
    const lost = (await amina.frames.sends('video', change('lost'))) ?? expect.fail('nothing was sent');
    expect(await arriving(Uint8Array.from(lost, (byte, at) => (at === lost.length - 1 ? byte ^ 1 : byte)))).toBe(null);
    const next = (await amina.frames.sends('video', change('next'))) ?? expect.fail('nothing was sent');
    expect(await arriving(next)).toBe(null);
    expect(dana.frames.news.at(-1)).toMatchObject({ news: 'needsKeyFrame' });

    const whole = (await amina.frames.sends('video', picture('whole'))) ?? expect.fail('nothing was sent');
    expect(await arriving(whole)).toEqual(picture('whole'));
  });
});
