import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { PersonView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { expect, test } from 'vitest';
import { aDevice, aPerson, aRoom, me } from '../../visit/testViews.ts';
import { firstToShow, tilesOf } from './tiles.ts';

const person = (name: string, role: Role, relationship: string, ...devices: string[]): PersonView =>
  aPerson(name, { role, relationship, devices: devices.map((session) => aDevice(session, { camera: 'off' })) });

const room = (...people: PersonView[]): RoomView =>
  aRoom({ me: me('Mia', { session: 'mia-phone' as SessionId }), people });

const MIA = person('Mia', 'child', 'Daughter', 'mia-phone');
const SAM = person('Sam', 'host', '', 'sam-laptop');
const GRAN = person('Ruth', 'householdMember', 'Grandmother', 'gran-phone', 'gran-tablet');

test('[ROST-1] everyone in the room has a tile, each of their devices, and oneself is not among them', () => {
  expect(tilesOf(room(MIA, GRAN, SAM)).map(({ session }) => session)).toEqual([
    'sam-laptop',
    'gran-phone',
    'gran-tablet',
  ]);
});

test("[ROST-1] one's own other device is shown like anybody", () => {
  expect(tilesOf(room(person('Mia', 'child', '', 'mia-phone', 'mia-tablet')))).toHaveLength(1);
});

test('every tile says in words what somebody is', () => {
  expect(tilesOf(room(SAM, GRAN)).map(({ caption }) => caption)).toEqual(['Your worker', 'Grandmother', 'Grandmother']);
});

test('[SEE-5] before anybody speaks, somebody who can be seen is large', () => {
  const [sam, gran] = tilesOf(room(SAM, person('Ruth', 'householdMember', '', 'gran-phone')));
  if (sam === undefined || gran === undefined) throw new Error('two people were in the room');
  const seen = { ...gran, camera: 'on' } as const;

  expect(firstToShow([sam, seen])[0]).toBe(seen);
  expect(firstToShow([{ ...sam, camera: 'on' }, seen])[0]?.name).toBe('Sam');
  expect(firstToShow([sam, gran])[0]).toBe(sam);
});
