import { DANA, PEOPLE, PRIYA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import { MAIN_ROOM } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CAPABILITIES, DTLS } from '../../../server/src/media/fake/parameters.ts';
import type { Device } from '../../harness/Device.ts';
import { withSound } from '../../harness/HostileStage.ts';
import { LiveServer } from '../../harness/LiveServer.ts';
import { LiveVisit } from '../../harness/LiveVisit.ts';

let server: LiveServer;
beforeEach(async () => {
  server = await LiveServer.open();
});
afterEach(() => server.close());

const inviter = z.strictObject({ name: z.string(), role: z.enum(['host', 'colleague']) });

/** What a device at the door may see, told a second time: nothing of it depends on anybody else's being there. */
const doorView = z.strictObject({
  screen: z.enum(['arriving', 'waiting']),
  me: z.strictObject({
    name: z.literal('Ray Cole'),
    role: z.literal('householdMember'),
    microphone: z.enum(['on', 'off']),
    camera: z.enum(['on', 'off']),
  }),
  invitedBy: z.strictObject({ name: z.literal('Amina Okafor'), role: z.literal('host') }),
  alsoExpected: z.array(inviter),
  kind: z.literal('homeVisit'),
  scheduledFor: z.number(),
  lengthMinutes: z.literal(45),
  can: z.partialRecord(z.enum(['lobby.knock', 'presence.setMedia', 'presence.leave']), z.string()),
});

const transport = z.strictObject({
  id: z.string(),
  iceParameters: z.strictObject({}),
  iceCandidates: z.array(z.never()),
  dtlsParameters: z.strictObject({}),
});

const answer = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), refusal: z.string() }),
  z.strictObject({ ok: z.literal(true), answer: z.strictObject({}) }),
  z.strictObject({
    ok: z.literal(true),
    answer: z.strictObject({
      room: z.literal(MAIN_ROOM),
      seated: z.literal(false),
      routerRtpCapabilities: z.strictObject({}),
      send: transport,
      receive: transport,
      iceServers: z.array(z.never()),
      iceTransportPolicy: z.literal('all'),
    }),
  }),
  z.strictObject({
    ok: z.literal(true),
    answer: z.strictObject({
      warmUp: z.strictObject({
        id: z.string(),
        producer: z.string(),
        session: z.null(),
        kind: z.literal('audio'),
        rtpParameters: z.strictObject({}),
      }),
    }),
  }),
]);

const event = z.tuple([z.literal('view'), z.strictObject({ sequence: z.int(), view: doorView })]);
const connected = z.strictObject({ sid: z.string(), pid: z.optional(z.string()) });

/** Everything that may ever come over the line of a device that nobody has let in. */
function expectAllowed(packet: string): void {
  // A heartbeat says nothing.
  if (packet === '') return;

  const [, type, json = ''] = /^([023])\d*(.*)$/s.exec(packet) ?? [];
  const content: unknown = JSON.parse(json);
  if (type === '0') expect(connected.safeParse(content).error).toBeUndefined();
  else if (type === '2')
    expect({ packet, error: event.safeParse(content).error }).toEqual({ packet, error: undefined });
  else if (type === '3')
    expect({ packet, ok: z.tuple([answer]).safeParse(content).success }).toEqual({ packet, ok: true });
  else expect.fail(`No such packet: ${packet}`);
}

/** Everything that others are called, and by which others' things are known, save the professionals whom an invitation names. */
async function namesOfOthers(visit: LiveVisit, own: Device): Promise<readonly string[]> {
  const state = replay(await visit.log());
  if (state === null) throw new Error('No such visit');
  const others = PEOPLE.filter(({ participant }) => participant !== RAY && participant !== PRIYA);
  const link = await visit.linkOf(RAY);

  return [
    ...others.flatMap(({ name, relationship }) => [...name.split(' '), relationship]),
    ...[...state.participants.keys()].filter((id) => id !== RAY),
    ...[...state.sessions.keys()].filter((id) => id !== own.seat.session),
    ...[...state.invitations.keys()].filter((id) => id !== link),
    'How Sam is getting on',
    'secret-user',
    'secret-word',
  ].filter((name) => name !== '');
}

/** A visit goes by: people come, speak, are put out and come back. */
async function visitGoesBy(visit: LiveVisit, host: Device): Promise<void> {
  const dana = await visit.bringIn(host, DANA);
  const sam = await visit.bringIn(host, SAM);
  const sound = await withSound(host, 1);
  await withSound(dana, 2);
  await withSound(sam, 3);
  server.plane.speak({ visit: visit.id, room: MAIN_ROOM }, [{ session: dana.seat.session, level: 0.7 }]);
  await sam.command({ type: 'presence.setMedia', microphone: 'off', camera: 'on' });
  await host.media({ type: 'closeProducer', producer: sound.producer });
  dana.close();
  const again = await visit.connect(dana.seat);
  await host.command({ type: 'lobby.remove', participant: SAM });
  await again.command({ type: 'presence.leave', quickly: true });
  const priya = await visit.connect(await visit.staffSeat(PRIYA));
  await priya.command({ type: 'presence.enter' });
  await host.until((view) => view.screen === 'room' && view.people.length === 2);
}

test('[JOIN-3] every byte that a waiting device is sent is about itself and its invitation, whatever happens inside', async () => {
  const { visit, host } = await LiveVisit.begin(server);
  const ray = await visit.connect(await visit.seatOf(RAY));
  await ray.command({ type: 'lobby.knock' });
  await ray.command({ type: 'lobby.admit', session: ray.seat.session });
  const joined = await ray.media({ type: 'join' });
  await ray.media({ type: 'receive', rtpCapabilities: CAPABILITIES });
  if (joined.ok) await ray.media({ type: 'connect', transport: joined.answer.receive.id, dtlsParameters: DTLS });
  await ray.until(({ screen }) => screen === 'waiting');
  const views = ray.views.length;

  await visitGoesBy(visit, host);
  const before = ray.received.filter((packet) => packet !== '').length;
  await ray.command({ type: 'lobby.knock' });

  expect(ray.received.filter((packet) => packet !== '')).toHaveLength(before + 1);
  expect({ views: ray.views.length, notices: ray.notices, levels: ray.levels }).toEqual({
    views,
    notices: [],
    levels: [],
  });
  for (const packet of ray.received) expectAllowed(packet);
  const everything = ray.received.join('\n');
  for (const name of await namesOfOthers(visit, ray)) expect(everything).not.toContain(name);
});

test('[JOIN-3] what the door shows is the same bytes in an empty visit and in a full one', async () => {
  const seen: string[] = [];
  for (const busy of [false, true]) {
    const { visit, host } = await LiveVisit.begin(server);
    if (busy) await visitGoesBy(visit, host);
    const ray = await visit.connect(await visit.seatOf(RAY));
    await ray.command({ type: 'lobby.knock' });
    await ray.until(({ screen }) => screen === 'waiting');
    seen.push(ray.received.filter((packet) => packet.startsWith('2["view"')).join('\n'));
  }

  expect(seen[0]).not.toBe('');
  expect(seen[0]).toBe(seen[1]);
});
