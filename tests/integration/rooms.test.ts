import { DANA, PRIYA, RAY } from '@doorstep/shared/testing/personas.ts';
import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '../harness/Device.ts';
import { HostileStage, withSound } from '../harness/HostileStage.ts';
import { isRoom } from '../harness/views.ts';

/** How often somebody goes and comes back, one time after the other. */
const ROUND_TRIPS = 20;

let stage: HostileStage;
let priya: Device;
beforeEach(async () => {
  stage = await HostileStage.open();
  priya = await stage.visit.connect(await stage.visit.staffSeat(PRIYA));
  await priya.command({ type: 'presence.enter' });
  await priya.until(isRoom);
});
afterEach(async () => {
  expect(stage.server.errors).toEqual([]);
  await stage.close();
});

/** Which device receives sound of which, now, at the SFU. */
const flows = (): readonly string[] =>
  stage.server.plane
    .inventory(stage.visit.id)
    .flatMap(({ places }) => places)
    .flatMap(({ session, consumers }) =>
      consumers.flatMap(({ from }) => (from ? [`${nameOf(from.session)}→${nameOf(session)}`] : [])),
    )
    .sort();
const nameOf = (session: string): string =>
  Object.entries({ amina: stage.host, priya, dana: stage.dana, sam: stage.sam }).find(
    ([, device]) => device.seat.session === session,
  )?.[0] ?? session;
const among = (...names: readonly string[]): readonly string[] =>
  names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from}→${to}`)).sort();

async function opensRoom(): Promise<RoomId> {
  expect(await stage.host.command({ type: 'room.open', told: 'away', mark: 'blue' })).toEqual({ ok: true });
  const view = await stage.host.until((now) => isRoom(now) && now.console?.rooms.at(-1)?.kind === 'private');
  const room = isRoom(view) ? view.console?.rooms.at(-1)?.id : undefined;
  if (room === undefined) throw new Error('No room');

  return room;
}

async function goes(device: Device, room: RoomId): Promise<void> {
  expect(await stage.host.command({ type: 'room.invite', room, session: device.seat.session })).toEqual({ ok: true });
  expect(await device.command({ type: 'room.answer', comes: true, alone: false })).toEqual({ ok: true });
}

describe('a private room, over real sockets', () => {
  beforeEach(async () => {
    const devices = [stage.host, priya, stage.dana, stage.sam];
    for (const [place, device] of devices.entries()) await withSound(device, 7_000 + place);
    await expect.poll(flows).toEqual(among('amina', 'priya', 'dana', 'sam'));
  });

  test('[PRIV-3] when a move is acknowledged, nothing of the mover flows in the old room any more', async () => {
    const room = await opensRoom();
    await stage.host.command({ type: 'room.invite', room, session: stage.sam.seat.session });
    expect(await stage.sam.command({ type: 'room.answer', comes: true, alone: false })).toEqual({ ok: true });
    expect(flows()).toEqual(among('amina', 'priya', 'dana'));
  });

  test(`[PRIV-3] ${ROUND_TRIPS} times there and back, sound goes both ways each time, and to nobody else`, async () => {
    const room = await opensRoom();
    await goes(priya, room);
    await withSound(priya, 7_100);
    for (let trip = 0; trip < ROUND_TRIPS; trip += 1) {
      await goes(stage.sam, room);
      expect(flows()).toEqual(among('amina', 'dana'));
      await withSound(stage.sam, 8_000 + trip);
      await expect.poll(flows).toEqual([...among('amina', 'dana'), ...among('priya', 'sam')].sort());
      expect(await stage.sam.command({ type: 'room.leave' })).toEqual({ ok: true });
      expect(flows()).toEqual(among('amina', 'dana'));
      await withSound(stage.sam, 9_000 + trip);
      await expect.poll(flows).toEqual([...among('amina', 'dana', 'sam')].sort());
    }
  });

  test('[PRIV-10] the moment the last professional goes, nothing of the family flows; and all of it again when one is back', async () => {
    const room = await opensRoom();
    await goes(priya, room);
    const soundOf = (device: Device) =>
      stage.server.plane
        .inventory(stage.visit.id)
        .flatMap(({ places }) => places)
        .find(({ session }) => session === device.seat.session)
        ?.producers.map(({ paused }) => paused);
    expect(await stage.host.command({ type: 'room.enter', room })).toEqual({ ok: true });
    expect([soundOf(stage.dana), soundOf(stage.sam)]).toEqual([[true], [true]]);
    await stage.dana.until((view) => isRoom(view) && view.room.heldSince !== null);
    await stage.host.command({ type: 'room.leave' });
    await expect.poll(() => [soundOf(stage.dana), soundOf(stage.sam)]).toEqual([[false], [false]]);
  });
});

describe('somebody who speaks the protocol by hand', () => {
  test('[PRIV-1] [PRIV-7] opens no room, goes into none, calls nobody, and reads none', async () => {
    const room = await opensRoom();
    await goes(priya, room);
    await priya.until((view) => isRoom(view) && view.room.kind === 'private');
    for (const device of [stage.dana, stage.sam, stage.ray]) {
      await stage.unchangedBy(async () => {
        const { session } = stage.sam.seat;
        expect(await device.command({ type: 'room.open', told: 'away', mark: 'green' })).toMatchObject({ ok: false });
        expect(await device.command({ type: 'room.enter', room })).toMatchObject({ ok: false, refusal: 'notYours' });
        expect(await device.command({ type: 'room.invite', room, session })).toMatchObject({ ok: false });
        expect(await device.command({ type: 'room.answer', comes: true, alone: true })).toMatchObject({ ok: false });
        expect(await device.command({ type: 'room.callBack', room, session: null })).toMatchObject({
          ok: false,
          refusal: 'notYours',
        });
        expect(await device.command({ type: 'room.close', room })).toMatchObject({ ok: false, refusal: 'notYours' });
        expect(await device.command({ type: 'room.tell', room: 'all', words: 'Hello' })).toMatchObject({ ok: false });
        expect(await device.command({ type: 'alone.ask', session })).toMatchObject({ ok: false, refusal: 'notYours' });
        expect(await device.command({ type: 'space.end', room: 'main' as RoomId, words: 'x' })).toMatchObject({
          ok: false,
        });
      });
      expect(device.received.join()).not.toContain(room);
    }
  });

  test('[PLAN-10] neither orders nor lifts a separation, not for themselves either; a colleague cannot', async () => {
    for (const device of [stage.dana, priya]) {
      await stage.unchangedBy(async () => {
        const against = { is: 'these', people: [RAY] } as const;
        expect(await device.command({ type: 'separation.order', participant: DANA, against })).toMatchObject({
          ok: false,
          refusal: 'notYours',
        });
        expect(await device.command({ type: 'separation.lift', participant: DANA })).toMatchObject({ ok: false });
        expect(await device.command({ type: 'separation.vouch', participant: RAY })).toMatchObject({
          ok: false,
          refusal: 'notYours',
        });
      });
    }
  });

  test('[PRIV-7] who was asked, asks again after saying no or being called back, and stays where they are', async () => {
    const room = await opensRoom();
    await stage.host.command({ type: 'room.invite', room, session: stage.sam.seat.session });
    expect(await stage.sam.command({ type: 'room.answer', comes: false, alone: false })).toEqual({ ok: true });
    expect(await stage.sam.command({ type: 'room.answer', comes: true, alone: false })).toMatchObject({
      refusal: 'nothingAsked',
    });
    await goes(stage.sam, room);
    await stage.host.command({ type: 'room.callBack', room, session: null });
    expect(await stage.sam.command({ type: 'room.answer', comes: true, alone: false })).toMatchObject({
      refusal: 'nothingAsked',
    });
    await stage.sam.until((view) => isRoom(view) && view.room.kind === 'main');
  });

  test('[SAFE-5] [PRIV-2] a line that breaks in a private room comes back into it', async () => {
    const room = await opensRoom();
    await goes(priya, room);
    await goes(stage.sam, room);
    stage.sam.close();
    await stage.sam.closed;
    const again = await stage.visit.connect(stage.sam.seat);
    expect(again.view).toMatchObject({ screen: 'room', room: { kind: 'private', mark: 'blue' } });
  });
});
