import { MAIN_ROOM, type ParticipantId, type RoomId } from '../ids.ts';
import { isFamily } from '../people.ts';
import type { Participant } from '../roster/state.ts';
import { belongApart } from '../separation/areApart.ts';
import type { Visit } from '../visit.ts';
import { emptyMain, type Room } from './state.ts';

const nthSpace = (place: number): RoomId => (place === 0 ? MAIN_ROOM : (`${MAIN_ROOM}-${place + 1}` as RoomId));

/** Those who are there for themselves first, then whoever helps one of them (PRIV-6); each in the order of the plan. */
const inTurn = (people: readonly Participant[]): readonly Participant[] => [
  ...people.filter(({ helps }) => helps === null),
  ...people.filter(({ helps }) => helps !== null),
];

/** Whoever was expected before everybody who was not: nobody makes room for somebody who came unexpectedly. */
function familyInTurn({ participants }: Visit): readonly Participant[] {
  const family = [...participants.values()].filter(({ role }) => isFamily(role));

  return [...inTurn(family.filter(({ expected }) => expected)), ...inTurn(family.filter(({ expected }) => !expected))];
}

/** Who has found a main room by now, in the order of the rooms’ first members. */
type Placed = ReadonlyMap<RoomId, readonly ParticipantId[]>;

/** Whose home is this room, and who has not found one again yet. */
function stillToCome(visit: Visit, placed: Placed, space: RoomId): readonly ParticipantId[] {
  const isPlaced = new Set([...placed.values()].flat());

  return [...visit.homes].filter(([other, home]) => home === space && !isPlaced.has(other)).map(([other]) => other);
}

/**
 * Whether there is nobody in this main room from whom this person, or whoever they help, is kept apart; nor, where it is not their home
 * already, anybody who would have to make room for them, or an end of the visit that was not for them.
 */
function isOpenTo(visit: Visit, placed: Placed, space: RoomId, person: ParticipantId): boolean {
  const isHome = visit.homes.get(person) === space;
  const isOver = (visit.rooms.get(space)?.ended ?? null) !== null;
  if (isOver && !isHome) return false;

  const members = [...(placed.get(space) ?? []), ...(isHome ? [] : stillToCome(visit, placed, space))];

  return !members.some((member) => belongApart(visit, member, person));
}

function freeSpace(visit: Visit, placed: Placed, person: ParticipantId): RoomId {
  for (let place = 0; ; place += 1) {
    if (isOpenTo(visit, placed, nthSpace(place), person)) return nthSpace(place);
  }
}

/**
 * Where the host let them in by name, or with those whom they help, or else with the first of the others whom they may meet; or else where
 * they were at home before.
 */
function spaceAmong(visit: Visit, placed: Placed, { id, helps }: Participant): RoomId {
  const chosen = visit.letInto.get(id);
  if (chosen !== undefined && isOpenTo(visit, placed, chosen, id)) return chosen;

  const open = [...placed].filter(([space]) => isOpenTo(visit, placed, space, id));
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
const homesOf = (visit: Visit): Visit['homes'] => homesWith(visit, new Map(), familyInTurn(visit));

/** With these people at home beside those who are. Professionals are where the host let them in. */
function homesWith(visit: Visit, there: Placed, people: readonly Participant[]): Visit['homes'] {
  const placed = new Map(there);
  for (const person of people) {
    const space = spaceAmong(visit, placed, person);
    placed.set(space, [...(placed.get(space) ?? []), person.id]);
  }
  const family = [...placed].flatMap(([space, members]) => members.map((member) => [member, space] as const));

  return new Map([...visit.letInto, ...family]);
}

/** With whoever has come onto the plan since; everybody else stays at home where they are. */
function homesOfAll(visit: Visit): Visit['homes'] {
  const family = [...visit.participants.values()].filter(({ role }) => isFamily(role));
  const newcomers = family.filter(({ id }) => !visit.homes.has(id));
  const placed = new Map<RoomId, readonly ParticipantId[]>();
  for (const [id, home] of visit.homes)
    if (family.some((person) => person.id === id)) placed.set(home, [...(placed.get(home) ?? []), id]);

  return homesWith(visit, placed, inTurn(newcomers));
}

/**
 * [PRIV-5] The main room of this person: where they are let in, and where they come back to. It depends on the plan and on the orders that
 * there have been, and on where the host let somebody in by name, never on who is there, so that nobody's coming or going moves anybody
 * else. Professionals begin in the first, unless the host lets them into another.
 */
export const spaceOf = (visit: Visit, participant: ParticipantId): RoomId => visit.homes.get(participant) ?? MAIN_ROOM;

/** [PRIV-5] Whether there is, or has been, a main room of their own for some who must not learn of others. */
export const hasSides = ({ rooms }: Visit): boolean =>
  [...rooms.values()].filter(({ kind }) => kind === 'main').length > 1;

const isSame = (before: Visit['homes'], now: Visit['homes']): boolean =>
  before.size === now.size && [...now].every(([person, home]) => before.get(person) === home);

/**
 * With every main room that the plan and the orders call for, and who is at home where, as it is after a change of orders. None is taken
 * away: somebody may still be in it.
 */
export const withSpaces = (visit: Visit): Visit => atHome(visit, homesOf(visit));

/** The same after whatever else happens. Once the visit has begun nobody is at home elsewhere because somebody was added to it (PRIV-5). */
export const withSpacesFollowed = (before: Visit | null, now: Visit): Visit =>
  before?.separations === now.separations && now.phase.is !== 'planned'
    ? atHome(now, homesOfAll(now))
    : withSpaces(now);

function atHome(visit: Visit, homes: Visit['homes']): Visit {
  if (isSame(visit.homes, homes)) return visit;

  const missing = [...new Set(homes.values())].filter((id) => !visit.rooms.has(id)).sort();
  const rooms = new Map([...visit.rooms, ...missing.map((id): [RoomId, Room] => [id, emptyMain(id)])]);

  return { ...visit, homes, rooms };
}
