import type { Instant, ParticipantId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceView, PersonView, RoomView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { rosterLines } from './rosterLines.ts';

const device = (change: Partial<DeviceView> = {}): DeviceView => ({
  session: 's' as SessionId,
  device: 'phone',
  microphone: 'on',
  camera: 'on',
  connection: 'connected',
  ...change,
});
const dana: PersonView = {
  participant: 'dana' as ParticipantId,
  name: 'Dana',
  role: 'parent',
  relationship: 'mother',
  identity: 'ownLink',
  devices: [device()],
};
const entry = (change: Partial<RosterEntry>): RosterEntry => ({
  participant: 'ray' as ParticipantId,
  name: 'Ray',
  role: 'parent',
  relationship: '',
  joinsBy: 'link',
  state: 'expected',
  since: null,
  addedLate: false,
  quickExit: false,
  devices: [],
  invitation: null,
  ...change,
});
const view = (change: Partial<RoomView>): RoomView => ({
  screen: 'room',
  room: { id: 'main' as RoomView['room']['id'], kind: 'main' },
  kind: 'homeVisit',
  startedAt: 0 as Instant,
  lengthMinutes: 45,
  purpose: 'See Ella',
  me: { ...dana, session: 's' as SessionId, microphone: 'on', camera: 'on' },
  people: [dana],
  console: null,
  can: {},
  ...change,
});

test('[ROST-1] a colleague sees everyone in the room, and how each is known', () => {
  expect(rosterLines(view({}))).toMatchObject([{ name: 'Dana', known: 'link', state: 'here', since: null }]);
});

test('[ROST-2] somebody all of whose devices are lost is away, one of two is not', () => {
  const lost = device({ connection: 'reconnecting' });
  const states = [[lost], [lost, device()]].map(
    (devices) => rosterLines(view({ people: [{ ...dana, devices }] }))[0]?.state,
  );
  expect(states).toEqual(['away', 'here']);
});

test('[ROST-2] the host sees the whole plan, the child first, second devices as such', () => {
  const roster = [
    entry({ devices: [{ ...device(), arrival: 'second' }] }),
    entry({ participant: 'ella' as ParticipantId, name: 'Ella', role: 'child', state: 'waiting', since: 5 as Instant }),
  ];
  const lines = rosterLines(view({ console: { roster, lobby: [] } }));
  expect(lines.map(({ name, state }) => [name, state])).toEqual([
    ['Ella', 'waiting'],
    ['Ray', 'expected'],
  ]);
  expect(lines[1]?.devices[0]?.isSecond).toBe(true);
});
