import { DANA, PEOPLE, PRIYA, RAY, SAM } from '@doorstep/shared/testing/personas.ts';
import { shownKeys } from '@doorstep/shared/testing/shownKeys.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import { MAIN_ROOM } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CAPABILITIES, DTLS } from '../../../server/src/media/fake/parameters.ts';
import type { Device } from '../../harness/Device.ts';
import { withSound } from '../../harness/HostileStage.ts';
import { LiveServer } from '../../harness/LiveServer.ts';
import { LiveVisit } from '../../harness/LiveVisit.ts';
import { isRoom } from '../../harness/views.ts';

let server: LiveServer;
beforeEach(async () => {
  server = await LiveServer.open();
});
afterEach(() => server.close());

const text: unknown = expect.any(String);
const onOff: unknown = expect.stringMatching(/^(on|off)$/);
const OWN_COMMANDS = [
  'lobby.knock',
  'presence.setMedia',
  'presence.leave',
  'household.tell',
  'check.report',
  'help.ask',
  'help.dismiss',
  'condition.tell',
  'protection.offer',
  // Always the same no at the door, whether anybody was asked inside or not.
  'senses.answer',
];
const saysOnlyOwn = (can: Readonly<Record<string, string>>): boolean =>
  Object.keys(can).every((key) => OWN_COMMANDS.includes(key)) && can['senses.answer'] === 'notInside';

/** What a device at the door may see, told a second time: nothing of it depends on anybody else's being there. */
const DOOR_VIEW = {
  screen: expect.stringMatching(/^(arriving|waiting)$/),
  me: {
    name: 'Ray Cole',
    role: 'householdMember',
    microphone: onOff,
    camera: onOff,
    // He has said nothing, and nobody has asked him or sent him help.
    household: null,
    askedWhoIsWithYou: false,
    help: { hint: null, asked: null },
    protection: { key: null, is: 'notYet' },
  },
  invitedBy: { name: 'Amina Okafor', role: 'host' },
  alsoExpected: [],
  kind: 'homeVisit',
  scheduledFor: expect.any(Number),
  lengthMinutes: 45,
  can: expect.toSatisfy(saysOnlyOwn),
};

const TRANSPORT = { id: text, iceParameters: {}, iceCandidates: [], dtlsParameters: {} };
const ANSWERS: readonly unknown[] = [
  { ok: true },
  { ok: false, refusal: text },
  { ok: true, answer: {} },
  {
    ok: true,
    answer: {
      seatedAt: null,
      routerRtpCapabilities: {},
      send: TRANSPORT,
      receive: TRANSPORT,
      iceServers: [],
      iceTransportPolicy: 'all',
    },
  },
  {
    ok: true,
    answer: { warmUp: { id: text, producer: text, transport: text, session: null, kind: 'audio', rtpParameters: {} } },
  },
];

/** Everything that may ever come over the line of a device that nobody has let in, by the number of its packet type. */
const ALLOWED: Readonly<Record<string, (content: unknown) => void>> = {
  0: (content) => expect(content).toStrictEqual({ sid: text }),
  2: (content) => expect(content).toStrictEqual(['view', { sequence: expect.any(Number), view: DOOR_VIEW }]),
  3: (content) => {
    expect(content).toHaveLength(1);
    expect(ANSWERS.map((answer) => [answer])).toContainEqual(content);
  },
};

function expectAllowed(packet: string): void {
  // A heartbeat says nothing.
  if (packet === '') return;

  const [, type = '', json = ''] = /^(\d)\d*(.*)$/s.exec(packet) ?? [];
  expect(Object.keys(ALLOWED)).toContain(type);
  ALLOWED[type]?.(JSON.parse(json));
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
  for (const device of [host, dana]) await device.command({ type: 'protection.offer', key: 'B'.padEnd(87, 'A') });
  await sam.command({ type: 'protection.offer', key: null });
  await host.command({ type: 'protection.accept', session: sam.seat.session });
  const compared = (view: VisitView) =>
    isRoom(view) && view.people.every(({ devices }) => devices.every(({ protection }) => protection.is !== 'notYet'));
  const number = 'n'.repeat(22);
  await host.command({ type: 'protection.begin', number });
  const shown = await host.until(compared);
  if (isRoom(shown))
    expect(await host.command({ type: 'protection.check', devices: shownKeys(shown), number })).toEqual({ ok: true });
  await dana.media({ type: 'giveKey', to: sam.seat.session, kid: 1, wrap: 'sealed' });
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
