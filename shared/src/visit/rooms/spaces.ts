import { MAIN_ROOM, type ParticipantId, type RoomId } from '../ids.ts';
import { isFamily } from '../people.ts';
import type { Participant } from '../roster/state.ts';
import { areApart } from '../separation/areApart.ts';
import type { Visit } from '../visit.ts';
import { emptyMain, type Room } from './state.ts';

const nthSpace = (place: number): RoomId => (place === 0 ? MAIN_ROOM : (`${MAIN_ROOM}-${place + 1}` as RoomId));

/** Those who are there for themselves first, then whoever helps one of them (PRIV-6); each in the order of the plan. */
function familyInTurn(visit: Visit): readonly Participant[] {
  const family = [...visit.participants.values()].filter(({ role }) => isFamily(role));

  return [...family.filter(({ helps }) => helps === null), ...family.filter(({ helps }) => helps !== null)];
}

/** Who has found a main room by now, in the order of the rooms’ first members. */
type Placed = ReadonlyMap<RoomId, readonly ParticipantId[]>;

/** The first main room in which there is nobody whom this person is kept apart from, nor anybody who would have to make room for them. */
function freeSpace(visit: Visit, placed: Placed, person: ParticipantId): RoomId {
  for (let place = 0; ; place += 1) {
    const space = nthSpace(place);
    const isPlaced = new Set([...placed.values()].flat());
    const stillToCome = [...visit.homes].filter(([other, home]) => home === space && !isPlaced.has(other));
    const members = [...(placed.get(space) ?? []), ...stillToCome.map(([other]) => other)];
    if (!members.some((member) => areApart(visit, member, person))) return space;
  }
}

/** With those whom they help, or else with the first of the others whom they may meet; or else where they were at home before. */
function spaceAmong(visit: Visit, placed: Placed, { id, helps }: Participant): RoomId {
  const open = [...placed].filter(([, members]) => !members.some((member) => areApart(visit, member, id)));
  const [company] = open.find(([, members]) => helps !== null && members.includes(helps)) ?? open[0] ?? [];
  if (company !== undefined) return company;

  const home = visit.homes.get(id);

  return home !== undefined && !placed.has(home) ? home : freeSpace(visit, placed, id);
}

/**
 * The family by main rooms: whoever is kept apart from nobody in a room shares it. Whoever helps somebody belongs where that person is,
 * also where no order names them: an interpreter who waited on the other side would tell of the one they came with. Nobody is given
 * another room because others are kept apart from each other now: that would tell of them (PRIV-5).
 */
function homesOf(visit: Visit): ReadonlyMap<ParticipantId, RoomId> {
  const placed = new Map<RoomId, ParticipantId[]>();
  for (const person of familyInTurn(visit)) {
    const space = spaceAmong(visit, placed, person);
    placed.set(space, [...(placed.get(space) ?? []), person.id]);
  }

  return new Map([...placed].flatMap(([space, members]) => members.map((member) => [member, space] as const)));
}

/**
 * [PRIV-5] The main room of this person: where they are let in, and where they come back to. It depends on the plan and on the orders that
 * there have been, never on who is there, so that nobody's coming or going moves anybody else. Professionals begin in the first.
 */
export const spaceOf = (visit: Visit, participant: ParticipantId): RoomId => visit.homes.get(participant) ?? MAIN_ROOM;

const isSame = (before: Visit['homes'], now: Visit['homes']): boolean =>
  before.size === now.size && [...now].every(([person, home]) => before.get(person) === home);

/** With every main room that the plan and the orders call for, and who is at home where. None is taken away: somebody may still be in it. */
export function withSpaces(visit: Visit): Visit {
  const homes = homesOf(visit);
  if (isSame(visit.homes, homes)) return visit;

  const missing = [...new Set(homes.values())].filter((id) => !visit.rooms.has(id)).sort();
  const rooms = new Map([...visit.rooms, ...missing.map((id): [RoomId, Room] => [id, emptyMain(id)])]);

  return { ...visit, homes, rooms };
}
