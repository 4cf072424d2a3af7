import type { MediaRequest } from '@doorstep/shared/protocol/media.ts';
import { DANA, PRIYA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '../../harness/Device.ts';
import { HostileStage, withSound } from '../../harness/HostileStage.ts';
import { LiveVisit } from '../../harness/LiveVisit.ts';
import { isRoom } from '../../harness/views.ts';

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(() => stage.close());

const NOBODY = 'nobody-has-this-id-in-any-visit' as SessionId;
const no = (refusal: string) => ({ ok: false, refusal });

/** Everything that can be said to another device about keys. */
const about = (other: SessionId): readonly MediaRequest[] => [
  { type: 'giveKey', to: other, kid: 7, wrap: 'sealed' },
  { type: 'keyTaken', from: other, kid: 7 },
  { type: 'needKey', from: other },
];

async function expectRefused(device: Device, others: readonly SessionId[], refusal: string): Promise<void> {
  for (const request of others.flatMap(about)) expect(await device.media(request)).toEqual(no(refusal));
}

/** A line keeps its order: when this is answered, whatever was sent to this device before has come. */
const allHasCome = (device: Device) => device.say('command', 'are you there?');
async function expectNothingOfKeys(...devices: readonly Device[]): Promise<void> {
  await Promise.all(devices.map(allHasCome));
  for (const { notices } of devices) expect(notices.filter(({ type }) => type.startsWith('key'))).toEqual([]);
}

const everybodysSession = () => [stage.host, stage.dana, stage.sam, stage.ray].map(({ seat }) => seat.session);

describe('[SAFE-2] [JOIN-3] a device that is not in the room', () => {
  test('at the door gives no key, takes none and asks for none, and learns of nobody by trying', async () => {
    await stage.unchangedBy(() => expectRefused(stage.ray, [...everybodysSession(), NOBODY], 'notAdmitted'));
    await stage.ray.media({ type: 'join' });
    await stage.unchangedBy(() => expectRefused(stage.ray, [...everybodysSession(), NOBODY], 'notAdmitted'));
    await expectNothingOfKeys(stage.host, stage.dana, stage.sam, stage.ray);
  });

  test('at the door is given none: to those inside there is nobody there', async () => {
    await stage.unchangedBy(() => expectRefused(stage.dana, [stage.ray.seat.session, NOBODY], 'notFound'));
    await expectNothingOfKeys(stage.ray);
  });

  test('[ROST-5] and was removed says nothing any more and is told nothing', async () => {
    await withSound(stage.dana, 1_002);
    await stage.host.command({ type: 'lobby.remove', participant: DANA });
    await stage.unchangedBy(async () => {
      await expectRefused(stage.dana, [...everybodysSession(), NOBODY], 'noSeat');
      await expectRefused(stage.sam, [stage.dana.seat.session, NOBODY], 'notFound');
    });
    await expectNothingOfKeys(stage.host, stage.dana, stage.sam);
  });

  test('but in another visit is as unknown as one that never was', async () => {
    const other = await LiveVisit.begin(stage.server, DANA, SAM);
    const theirs = other.deviceOf(DANA);
    await stage.unchangedBy(() => expectRefused(stage.dana, [theirs.seat.session, NOBODY], 'notFound'));
    await expectRefused(theirs, [stage.dana.seat.session, NOBODY], 'notFound');
    await expectNothingOfKeys(theirs, stage.dana);
  });

  test('[PRIV-1] but in a private room of this visit neither', async () => {
    const { host, dana, sam } = stage;
    await host.command({ type: 'room.open', told: 'away', mark: 'blue' });
    const view = await host.until((now) => isRoom(now) && now.console?.rooms.at(-1)?.kind === 'private');
    const room = (isRoom(view) && view.console?.rooms.at(-1)?.id) || undefined;
    if (room === undefined) throw new Error('No room');
    await host.command({ type: 'room.invite', room, session: sam.seat.session });
    await sam.command({ type: 'room.answer', comes: true, alone: false });

    await stage.unchangedBy(async () => {
      await expectRefused(dana, [sam.seat.session, NOBODY], 'notFound');
      await expectRefused(sam, [dana.seat.session, host.seat.session, NOBODY], 'notFound');
    });
    await expectNothingOfKeys(host, dana, sam);
  });

  test('[PLAN-10] [PRIV-5] but kept apart in a main room of their own neither, whichever side tries', async () => {
    const { host, dana, sam, ray } = stage;
    const against = { is: 'these', people: [RAY] } as const;
    for (const participant of [DANA, SAM])
      expect(await host.command({ type: 'separation.order', participant, against })).toEqual({ ok: true });
    expect(await host.command({ type: 'lobby.admit', session: ray.seat.session })).toEqual({ ok: true });
    await ray.until(isRoom);
    for (const device of [dana, ray])
      expect(await device.command({ type: 'protection.offer', key: 'B'.padEnd(87, 'A') })).toEqual({ ok: true });

    await stage.unchangedBy(async () => {
      await expectRefused(ray, [dana, sam, host].map(({ seat }) => seat.session).concat(NOBODY), 'notFound');
      await expectRefused(dana, [ray.seat.session, NOBODY], 'notFound');
    });
    await expectNothingOfKeys(host, dana, sam, ray);
    expect(ray.received.join()).not.toContain(dana.seat.session);
    expect(dana.received.join()).not.toContain(ray.seat.session);
  });
});

describe('[SAFE-6] a device that says what it may not', () => {
  test('cannot speak in another’s name: who says it is whose line it is', async () => {
    const { dana, sam, host } = stage;
    const to = sam.seat.session;
    const forged = { type: 'giveKey', to, from: host.seat.session, kid: 1, wrap: 'sealed' };
    expect(await dana.say('media', forged)).toEqual(no('malformed'));
    await dana.media({ type: 'giveKey', to, kid: 1, wrap: 'sealed' });
    await allHasCome(sam);
    expect(sam.notices).toEqual([{ type: 'key', from: dana.seat.session, kid: 1, wrap: 'sealed' }]);
    // “From” says whose key it is, and the answer goes there and nowhere else.
    expect(await dana.media({ type: 'keyTaken', from: dana.seat.session, kid: 1 })).toEqual(no('notFound'));
  });

  test.each<[string, object]>([
    ['a wrap that is too long', { wrap: 'x'.repeat(129) }],
    ['a wrap of a megabyte’s beginning', { wrap: 'x'.repeat(60_000) }],
    ['a wrap that is no text', { wrap: { length: 1 } }],
    ['a wrap that is markup', { wrap: '<img src=x>' }],
    ['a number beyond 32 bits', { kid: 2 ** 32 }],
    ['a number below nothing', { kid: -1 }],
    ['a number that is none', { kid: '7' }],
    ['many at once', { to: ['a', 'b'] }],
    ['everybody', { to: 'all of them' }],
    ['something more', { room: 'main' }],
  ])('nonsense is malformed and reaches nobody: %s', async (_what, change) => {
    const { dana, sam } = stage;
    const good = { type: 'giveKey', to: sam.seat.session, kid: 7, wrap: 'sealed' };
    await stage.unchangedBy(async () => {
      expect(await dana.say('media', { ...good, ...change })).toEqual(no('malformed'));
    });
    await expectNothingOfKeys(sam);
  });

  test('offers no key for another device, and none of another shape', async () => {
    const { dana, sam } = stage;
    const good = 'B'.padEnd(87, 'A');
    await stage.unchangedBy(async () => {
      for (const offer of [
        { key: good, session: sam.seat.session },
        { key: `${good}A` },
        { key: good.slice(1) },
        { key: good.replace('B', '<') },
        { key: '' },
        {},
      ])
        expect(
          await dana.say('command', { commandId: 'forged-1', command: { type: 'protection.offer', ...offer } }),
        ).toEqual(no('malformed'));
      expect(await dana.command({ type: 'protection.accept', session: dana.seat.session })).toEqual(no('notYours'));
      const number = 'n'.repeat(22);
      expect(await dana.command({ type: 'protection.begin', number })).toEqual(no('notYours'));
      expect(await dana.command({ type: 'protection.check', devices: [], number })).toEqual(no('notYours'));
    });
  });
});

describe('[SAFE-6] a flood', () => {
  test('of keys is stopped long before anybody is in want, and costs the sender their line when it goes on', async () => {
    const { dana, sam, host } = stage;
    const to = sam.seat.session;
    const gives = (times: number) =>
      Promise.all(Array.from({ length: times }, (_, kid) => dana.media({ type: 'giveKey', to, kid, wrap: 'sealed' })));
    const answers = [...(await gives(60)), ...(await gives(60))];
    expect(answers.slice(0, 96).every(({ ok }) => ok)).toBe(true);
    expect(answers).toContainEqual(no('tooMany'));
    expect(dana.goodbye).toBe(null);

    await gives(3_000);
    await dana.closed;
    await allHasCome(sam);
    expect(sam.notices.filter(({ type }) => type === 'key').length).toBeLessThan(240);
    expect(await host.media({ type: 'giveKey', to, kid: 1, wrap: 'sealed' })).toEqual({ ok: true, answer: {} });
    await stage.servesOthers();
  });

  test('[SAFE-2] as large as a full room has it when one of it is hostile takes nobody’s line', async () => {
    const { sam } = stage;
    // To one who is not there it counts as much, and there are not twenty-four devices to be had here.
    const answers = new Set<string>();
    for (let change = 0; change < 14; change += 1) {
      const gives = Array.from({ length: 46 }, () =>
        sam.media({ type: 'giveKey', to: NOBODY, kid: change, wrap: 'sealed' }),
      );
      for (const answer of await Promise.all(gives)) answers.add(JSON.stringify(answer));
    }
    expect([...answers]).toEqual([JSON.stringify(no('notFound'))]);
    expect(await sam.media({ type: 'needKey', from: stage.dana.seat.session })).toEqual({ ok: true, answer: {} });
    expect(sam.goodbye).toBe(null);
  });

  test('[SAFE-2] of public keys, each another one, is stopped at the sixth, for everybody has to answer each', async () => {
    const { dana, host, sam } = stage;
    const began = performance.now();
    const answers: unknown[] = [];
    for (let number = 0; number < 40; number += 1) {
      answers.push(await dana.command({ type: 'protection.offer', key: `B${number}`.padEnd(87, 'A') }));
      for (const [from, to] of [
        [host, sam],
        [sam, host],
      ] as const) {
        if (number >= 6) continue;
        const session = to.seat.session;
        const gave = await from.media({ type: 'giveKey', to: session, kid: number, wrap: 'sealed' });
        expect(gave).toEqual({ ok: true, answer: {} });
        expect(await from.media({ type: 'keyTaken', from: session, kid: number })).toEqual({ ok: true, answer: {} });
      }
    }
    const seconds = Math.ceil((performance.now() - began) / 1_000);
    expect(answers.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => ({ ok: true })));
    expect(answers).toContainEqual(no('tooFast'));
    const offered = (await stage.visit.log()).filter(({ event }) => event.type === 'protection.offered');
    expect(offered.length).toBeLessThanOrEqual(6 + Math.ceil(seconds / 10));
    await stage.servesOthers();
  });

  test('[SAFE-2] going out and coming in again is no way around it', async () => {
    const priya = await stage.visit.connect(await stage.visit.staffSeat(PRIYA));
    const answers: unknown[] = [];
    for (let time = 0; time < 10; time += 1) {
      answers.push(await priya.command({ type: 'presence.enter' }));
      await priya.command({ type: 'presence.leave', quickly: false });
    }
    expect(answers[0]).toEqual({ ok: true });
    expect(answers.at(-1)).toEqual(no('tooFast'));
    await stage.servesOthers();
  });
});
