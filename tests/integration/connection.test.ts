import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import { AMINA, DANA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import { MAIN_ROOM, type SessionId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAPABILITIES, opus } from '../../server/src/media/fake/parameters.ts';
import { Cable } from '../harness/Cable.ts';
import { Device } from '../harness/Device.ts';
import { LiveServer } from '../harness/LiveServer.ts';
import { LiveVisit } from '../harness/LiveVisit.ts';
import { PollingLine } from '../harness/PollingLine.ts';
import { TroubledStore } from '../harness/TroubledStore.ts';

let store: TroubledStore;
let server: LiveServer;
beforeEach(async () => {
  store = new TroubledStore();
  server = await LiveServer.open({ store });
});
afterEach(() => server.close());

/** Whether the roster of the room says that this device can be reached. */
const shows = (session: SessionId, connection: 'connected' | 'reconnecting') => (view: VisitView) =>
  view.screen === 'room' &&
  view.people.flatMap(({ devices }) => devices).some((one) => one.session === session && one.connection === connection);

/** The door's refusal of a connection that should not come about. */
const refusal = (connecting: Promise<Device>): Promise<string> =>
  connecting.then(
    () => 'let in',
    (error: Error) => error.message,
  );

/** A seated device that sends sound and can receive it. */
async function withSound(device: Device, ssrc: number): Promise<void> {
  const joined = await device.media({ type: 'join' });
  if (!joined.ok) throw new Error(`No media: ${joined.refusal}`);
  await device.media({ type: 'receive', rtpCapabilities: CAPABILITIES });
  await device.media({ type: 'produce', transport: joined.answer.send.id, kind: 'audio', rtpParameters: opus(ssrc) });
}

describe('a visit over real lines', () => {
  test('the family is let in one by one, and everybody sees who is there', async () => {
    const { host, deviceOf } = await LiveVisit.begin(server, DANA, SAM);
    const view = await host.until((seen) => seen.screen === 'room' && seen.people.length === 3);

    expect(view.screen === 'room' && view.people.map(({ participant }) => participant)).toEqual([AMINA, DANA, SAM]);
    expect(deviceOf(SAM).view.screen).toBe('room');
  });

  test('a device of the tests that comes back by itself says what it has to say, once, whenever its line dies', async () => {
    const { visit, host } = await LiveVisit.begin(server);
    const device = await visit.connect(await visit.seatOf(DANA), { comesBack: true });
    device.socket.io.engine.close();
    expect(await device.insist({ type: 'lobby.knock' })).toEqual({ ok: true });
    const asking = device.insist({ type: 'help.ask', what: 'phoneMe' });
    device.socket.io.engine.close();
    expect(await asking).toEqual({ ok: true });

    await host.command({ type: 'lobby.admit', session: device.seat.session });
    await device.until(({ screen }) => screen === 'room');
    const types = (await visit.log()).map(({ event }) => event.type);
    expect(types.filter((type) => type === 'help.asked' || type === 'session.knocked')).toHaveLength(2);
    device.close();
    await expect(device.insist({ type: 'lobby.knock' })).rejects.toThrow('closed for good');
  });

  test('it works over plain requests where WebSockets are swallowed', async () => {
    const { visit, host } = await LiveVisit.begin(server);
    const device = await visit.connect(await visit.seatOf(DANA), { transport: 'polling' });
    await device.command({ type: 'lobby.knock' });
    await host.command({ type: 'lobby.admit', session: device.seat.session });

    expect((await device.until(({ screen }) => screen === 'room')).screen).toBe('room');
    device.close();
  });

  test('[JOIN-7] a page that is loaded again comes straight back to its seat, and leaves no ghost', async () => {
    const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA);
    const { seat } = deviceOf(DANA);
    deviceOf(DANA).close();
    await host.until(shows(seat.session, 'reconnecting'));

    const again = await visit.connect(seat);
    expect(again.view.screen).toBe('room');
    const view = await host.until(shows(seat.session, 'connected'));
    expect(view.screen === 'room' && view.people.flatMap(({ devices }) => devices)).toHaveLength(2);
  });

  test('[JOIN-7] of two lines of one device only the newer stays, and the person never seems away', async () => {
    const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA);
    const older = deviceOf(DANA);
    const newer = await visit.connect(older.seat);

    expect(await older.closed).toBe('io server disconnect');
    expect(older.goodbye).toBe('elsewhere');
    expect(await newer.command({ type: 'presence.setMedia', microphone: 'off', camera: 'on' })).toEqual({ ok: true });
    expect(host.views.filter(shows(older.seat.session, 'reconnecting'))).toEqual([]);
    expect((await visit.log()).filter(({ event }) => event.type === 'session.lost')).toEqual([]);
  });

  test('[ROST-2] a line that has gone dead without a word is noticed at both ends within three seconds', async () => {
    const seat = await (await LiveVisit.plan(server)).seatOf(DANA);
    const { deadAfter } = await PollingLine.open(server.url, seat);

    // Not taken with a stopwatch, which would say how busy this machine is.
    expect(deadAfter).toBeLessThanOrEqual(3_000);
  });

  test('[ROST-2] a line that has gone dead without a word is shown as such', async () => {
    const { visit, host } = await LiveVisit.begin(server);
    const cable = await Cable.lay(server.port);
    const seat = await visit.seatOf(DANA);
    const device = await Device.connect(cable.url, seat, { origin: server.url });
    await device.command({ type: 'lobby.knock' });
    await host.command({ type: 'lobby.admit', session: seat.session });
    await host.until(shows(seat.session, 'connected'));

    cable.goDead();
    await host.until(shows(seat.session, 'reconnecting'));
    await cable.close();
  });

  test('[SAFE-5] who is connected is told to the visit later when the database cannot take it now', async () => {
    const { host, deviceOf } = await LiveVisit.begin(server, DANA);
    const { seat } = deviceOf(DANA);
    store.trouble(() => Promise.reject(new Error('connection lost')));
    deviceOf(DANA).close();

    await host.until(shows(seat.session, 'reconnecting'));
    expect(server.errors).toHaveLength(1);
  });
});

describe('media news', () => {
  test('sound is announced to those in the room, and how loud it is to nobody else', async () => {
    const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA);
    const waiting = await visit.connect(await visit.seatOf(RAY));
    await waiting.command({ type: 'lobby.knock' });
    await waiting.media({ type: 'join' });
    await waiting.media({ type: 'receive', rtpCapabilities: CAPABILITIES });
    await withSound(deviceOf(DANA), 1_001);
    await withSound(host, 1_002);
    await expect.poll(() => deviceOf(DANA).notices.map(({ type }) => type)).toContain('consumer');

    server.plane.speak({ visit: visit.id, room: MAIN_ROOM }, [{ session: host.seat.session, level: 0.5 }]);
    await expect.poll(() => deviceOf(DANA).levels).toEqual([[{ session: host.seat.session, level: 0.5 }]]);
    expect({ levels: waiting.levels, notices: waiting.notices }).toEqual({ levels: [], notices: [] });
  });

  test('how loud somebody was is not kept for a line that is not free', async () => {
    const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA);
    await withSound(deviceOf(DANA), 1_001);
    await withSound(host, 1_002);
    const line = await PollingLine.open(server.url, deviceOf(DANA).seat);
    while (!(await line.poll()).includes('"view"'));
    const speak = () =>
      server.plane.speak({ visit: visit.id, room: MAIN_ROOM }, [{ session: host.seat.session, level: 0.5 }]);

    for (let n = 0; n < 20; n += 1) speak();
    expect(await line.poll()).not.toContain('levels');

    const polling = line.poll();
    const heard = host.levels.length;
    await expect
      .poll(() => {
        speak();
        return host.levels.length;
      })
      .toBeGreaterThan(heard + 3);
    expect(await polling).toContain('levels');
  });

  test('a device that may have missed some while it was away is told to join again', async () => {
    const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA);
    await withSound(deviceOf(DANA), 1_001);
    deviceOf(DANA).close();
    await host.until(shows(deviceOf(DANA).seat.session, 'reconnecting'));
    await withSound(host, 1_002);

    const again = await visit.connect(deviceOf(DANA).seat);
    await expect.poll(() => again.notices).toEqual([{ type: 'reset' }]);
  });

  test('a device that missed none is left with what it has', async () => {
    const { visit, host, deviceOf } = await LiveVisit.begin(server, DANA);
    await withSound(host, 1_002);
    deviceOf(DANA).close();
    await host.until(shows(deviceOf(DANA).seat.session, 'reconnecting'));

    const again = await visit.connect(deviceOf(DANA).seat);
    await again.media({ type: 'join' });
    expect(again.notices).toEqual([]);
  });
});

describe('the door', () => {
  test('a client of another version is told to load the page again, whatever else it says', async () => {
    const seat = await (await LiveVisit.plan(server)).seatOf(DANA);
    const as = (auth: Readonly<Record<string, unknown>>) => refusal(Device.connect(server.url, seat, { auth }));

    expect(await as({ protocol: PROTOCOL_VERSION + 1, session: seat.session, new: ['shape'] })).toBe('reload');
    expect(await as({ protocol: PROTOCOL_VERSION - 1, session: seat.session })).toBe('reload');
    expect(await as({ session: seat.session })).toBe('reload');
    expect(await as({})).toBe('reload');
    expect(await as({ protocol: PROTOCOL_VERSION, session: seat.session })).toBe('let in');
  });

  test('[ROST-1] a colleague is added by the name that the authority has for them, and nobody whom it does not know', async () => {
    const { host } = await LiveVisit.begin(server);
    const add = (staff: string, name: string) =>
      host.say('command', {
        commandId: staff,
        command: {
          type: 'roster.add',
          person: { participant: staff, name, role: 'colleague', relationship: '', staff },
        },
      });

    expect(await add('staff-tom', 'The Director')).toEqual({ ok: true });
    expect(await add('staff-nobody', 'The Director')).toEqual({ ok: false, refusal: 'notFound' });
    const view = await host.until((seen) => seen.screen === 'room' && seen.console?.roster.length === 6);
    const names = view.screen === 'room' ? view.console?.roster.map(({ name }) => name) : [];
    expect(names).toContain('Tom Reilly');
    expect(names).not.toContain('The Director');
  });

  test('a server that closes says so to everyone', async () => {
    const { host, deviceOf } = await LiveVisit.begin(server, DANA);
    server.gateway.close();

    expect(await Promise.all([host.closed, deviceOf(DANA).closed])).toHaveLength(2);
    expect([host.goodbye, deviceOf(DANA).goodbye]).toEqual(['closing', 'closing']);
    expect(await refusal(Device.connect(server.url, host.seat))).not.toBe('let in');
  });

  test('it knows how many are connected and what came of what they said', async () => {
    const { host } = await LiveVisit.begin(server, DANA);
    await host.command({ type: 'visit.start' });
    const { connections, answers } = server.gateway.snapshot();

    expect(connections).toBe(2);
    expect(Object.fromEntries(answers)).toEqual({ ok: 4, refused: 1 });
  });
});
