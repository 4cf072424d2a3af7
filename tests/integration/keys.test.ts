import { NOON } from '@doorstep/shared/testing/personas.ts';
import { shownKeys } from '@doorstep/shared/testing/shownKeys.ts';
import type { RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView, VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../server/src/visits/ManualClock.ts';
import type { Device } from '../harness/Device.ts';
import { HostileStage, withSound } from '../harness/HostileStage.ts';
import { isRoom } from '../harness/views.ts';

const OK = { ok: true, answer: {} };
const keyOf = (name: string): string => `B${name}`.padEnd(87, 'A');

let stage: HostileStage;
beforeEach(async () => {
  stage = await HostileStage.open();
});
afterEach(async () => {
  expect(stage.server.errors).toEqual([]);
  await stage.close();
});

/** A line keeps its order: when this is answered, whatever was sent to this device before has come. */
const allHasCome = (device: Device) => device.say('command', 'are you there?');
const keyNotices = ({ notices }: Device) => notices.filter(({ type }) => type.startsWith('key'));

const hasKeys = (view: VisitView): view is RoomView =>
  isRoom(view) && JSON.stringify(view).includes(keyOf('amina')) && JSON.stringify(view).includes(keyOf('dana'));

/** How one sees the device of somebody in the same room. */
function protectionOf(view: VisitView, session: SessionId): unknown {
  const devices = isRoom(view) ? view.people.flatMap((person) => person.devices) : [];

  return devices.find((device) => device.session === session)?.protection;
}

describe('[SAFE-2] two devices in a room, over real sockets', () => {
  test('each learns the other’s public key from the visit, and a key goes from one to the other', async () => {
    const { dana, sam } = stage;
    for (const [name, device] of Object.entries({ dana, sam }))
      expect(await device.command({ type: 'protection.offer', key: keyOf(name) })).toEqual({ ok: true });
    await dana.until((view) => protectionOf(view, sam.seat.session) !== undefined);
    const view = await dana.until((now) => JSON.stringify(now).includes(keyOf('sam')));
    expect(protectionOf(view, sam.seat.session)).toEqual({ key: keyOf('sam'), is: 'protected' });

    const [from, to] = [dana.seat.session, sam.seat.session];
    expect(await dana.media({ type: 'giveKey', to, kid: 3, wrap: 'sealed' })).toEqual(OK);
    expect(await sam.media({ type: 'keyTaken', from, kid: 3 })).toEqual(OK);
    expect(await sam.media({ type: 'needKey', from })).toEqual(OK);
    await Promise.all([stage.host, dana, sam].map(allHasCome));
    expect(keyNotices(sam)).toEqual([{ type: 'key', from, kid: 3, wrap: 'sealed' }]);
    expect(keyNotices(dana)).toEqual([
      { type: 'keyTaken', by: to, kid: 3 },
      { type: 'keyNeeded', by: to },
    ]);
    expect(keyNotices(stage.host)).toEqual([]);
  });

  test('what they say of keys is in no log of the visit, and changes nothing of it', async () => {
    const { dana, sam } = stage;
    await stage.unchangedBy(() =>
      dana.media({ type: 'giveKey', to: sam.seat.session, kid: 3, wrap: 'never-written-down' }),
    );
    expect(JSON.stringify(await stage.visit.log())).not.toContain('never-written-down');
    expect(stage.server.logged.join()).not.toContain('never-written-down');
  });

  test('a device that cannot encrypt is shut out at the SFU when that is acknowledged, and let in by the host', async () => {
    const { dana, sam, host } = stage;
    await withSound(dana, 5_001);
    await withSound(sam, 5_002);
    const flows = () => stage.server.plane.flows().map(({ hearer, speaker }) => [speaker, hearer]);
    const both = [
      [dana.seat.session, sam.seat.session],
      [sam.seat.session, dana.seat.session],
    ];
    await expect.poll(() => flows().length).toBe(2);
    expect(flows()).toEqual(expect.arrayContaining(both));

    expect(await sam.command({ type: 'protection.offer', key: null })).toEqual({ ok: true });
    expect(flows()).toEqual([]);
    expect(await dana.media({ type: 'giveKey', to: sam.seat.session, kid: 1, wrap: 'sealed' })).toEqual({
      ok: false,
      refusal: 'notFound',
    });

    expect(await host.command({ type: 'protection.accept', session: sam.seat.session })).toEqual({ ok: true });
    await expect.poll(() => flows().length).toBe(2);
    await dana.until((view) => isRoom(view) && view.protection.is === 'unprotected');
  });

  test('a comparison that the host confirms is on every screen, and gone when somebody comes', async () => {
    const { host, dana, ray } = stage;
    await host.command({ type: 'protection.offer', key: keyOf('amina') });
    await dana.command({ type: 'protection.offer', key: keyOf('dana') });
    const number = 'n'.repeat(22);
    expect(await host.command({ type: 'protection.begin', number })).toEqual({ ok: true });
    await dana.until((view) => isRoom(view) && view.protection.number === number);
    const compared = { type: 'protection.check', devices: shownKeys(await host.until(hasKeys)), number } as const;
    await dana.command({ type: 'protection.offer', key: keyOf('danas-other') });
    expect(await host.command(compared)).toEqual({ ok: false, refusal: 'picturesChanged' });
    await dana.command({ type: 'protection.offer', key: keyOf('dana') });
    expect(await host.command(compared)).toEqual({ ok: true });
    await dana.until((view) => isRoom(view) && view.protection.checkedAt !== null);
    await host.command({ type: 'lobby.admit', session: ray.seat.session });
    await dana.until((view) => isRoom(view) && view.protection.checkedAt === null);
  });
});

describe('[PRIV-3] [SAFE-2] a key that is sent just as the receiver moves', () => {
  async function opensRoom(): Promise<RoomId> {
    await stage.host.command({ type: 'room.open', told: 'away', mark: 'blue' });
    const view = await stage.host.until((now) => isRoom(now) && now.console?.rooms.at(-1)?.kind === 'private');
    const room = isRoom(view) ? view.console?.rooms.at(-1)?.id : undefined;
    if (room === undefined) throw new Error('No room');

    return room;
  }

  test('comes before the move or not at all: nothing follows into the other room', async () => {
    const { host, dana, sam } = stage;
    const room = await opensRoom();
    const to = sam.seat.session;
    for (let trip = 0; trip < 10; trip += 1) {
      await host.command({ type: 'room.invite', room, session: to });
      const order: string[] = [];
      const hear = (notice: { readonly type: string }) => notice.type === 'key' && order.push('key');
      const look = ({ view }: { readonly view: VisitView }) =>
        isRoom(view) && view.room.kind === 'private' && order.push('moved');
      sam.socket.on('media', hear).on('view', look);
      const gives = Array.from({ length: 6 }, (_, kid) =>
        dana.media({ type: 'giveKey', to, kid: trip * 10 + kid, wrap: 'sealed' }),
      );
      await Promise.all([...gives, sam.command({ type: 'room.answer', comes: true, alone: false })]);
      // The move is acknowledged: from here on nothing is passed on.
      expect(await dana.media({ type: 'giveKey', to, kid: 99, wrap: 'late' })).toEqual({
        ok: false,
        refusal: 'notFound',
      });
      await sam.until((view) => isRoom(view) && view.room.kind === 'private');
      await allHasCome(sam);
      expect(order.lastIndexOf('key')).toBeLessThan(order.indexOf('moved'));
      sam.socket.off('media', hear).off('view', look);
      await sam.command({ type: 'room.leave' });
      await sam.until((view) => isRoom(view) && view.room.kind === 'main');
    }
    expect(keyNotices(sam).map((notice) => notice.type === 'key' && notice.wrap)).not.toContain('late');
  });
});

describe('[SAFE-5] [SAFE-2] a device whose line is down', () => {
  /** Longer ago than what a line that breaks may have swallowed. */
  const LONG_AGO = 60_000;

  test('misses what is said of keys, asks for it when it is back, and does not begin its media anew for it', async () => {
    await stage.close();
    const clock = new ManualClock(NOON);
    stage = await HostileStage.open({ clock });
    const { dana, sam } = stage;
    await withSound(dana, 5_001);
    await withSound(sam, 5_002);
    await expect.poll(() => stage.server.plane.flows().length).toBe(2);
    clock.advance(LONG_AGO);
    const to = sam.seat.session;
    const give = (kid: number) => dana.media({ type: 'giveKey', to, kid, wrap: 'sealed' });

    expect(await give(1)).toEqual(OK);
    sam.close();
    await sam.closed;
    await expect.poll(() => stage.visit.log().then((log) => log.at(-1)?.event.type)).toBe('session.lost');
    expect(await give(2)).toEqual(OK);

    const again = await stage.visit.connect(sam.seat);
    expect(await again.media({ type: 'needKey', from: dana.seat.session })).toEqual(OK);
    await Promise.all([again, dana].map(allHasCome));
    expect(again.notices).toEqual([]);
    expect(keyNotices(dana)).toEqual([{ type: 'keyNeeded', by: to }]);
  });
});
