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

/**
 * The family, each in the first main room without anybody they are kept apart from. Whoever helps somebody belongs where that person is,
 * also where no order names them: an interpreter who waited on the other side would tell of the one they came with.
 */
function familyBySpace(visit: Visit): readonly (readonly ParticipantId[])[] {
  const spaces: ParticipantId[][] = [[]];
  for (const { id, helps } of familyInTurn(visit)) {
    const open = spaces.filter((members) => !members.some((member) => areApart(visit, member, id)));
    const space = open.find((members) => helps !== null && members.includes(helps)) ?? open[0];
    if (space === undefined) spaces.push([id]);
    else space.push(id);
  }

  return spaces;
}

/**
 * [PRIV-5] The main room of this person: where they are let in, and where they come back to. It depends on the plan and its orders alone,
 * never on who is there, so that nobody's coming or going moves anybody else. Professionals begin in the first.
 */
export function spaceOf(visit: Visit, participant: ParticipantId): RoomId {
  const place = familyBySpace(visit).findIndex((members) => members.includes(participant));

  return nthSpace(Math.max(0, place));
}

/** The rooms with every main room that the orders call for. None is taken away: somebody may still be in it. */
export function withSpaces(visit: Visit): Visit {
  const wanted = familyBySpace(visit).map((_, place) => nthSpace(place));
  const missing = wanted.filter((id) => !visit.rooms.has(id));
  if (missing.length === 0) return visit;

  return { ...visit, rooms: new Map([...visit.rooms, ...missing.map((id): [RoomId, Room] => [id, emptyMain(id)])]) };
}
