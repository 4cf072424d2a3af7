import type { ParticipantId, RoomId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { personOf } from '../policies.ts';
import { spaceOf } from '../rooms/spaces.ts';
import type { Participant } from '../roster/state.ts';
import type { Introduced } from '../viewShape.ts';
import type { Visit } from '../visit.ts';
import type { Introducible, Introduction, Introductions } from './state.ts';

/** The rooms in which somebody sits, or the device that they are beside; each once. */
export function roomsWith(visit: Visit, who: Introducible): readonly RoomId[] {
  const rooms = [...visit.sessions.values()].flatMap(({ id, participant, standing }) => {
    const isThere =
      participant === who || visit.households.get(id)?.people?.some((beside) => beside.id === who) === true;

    return isThere && standing.is === 'seated' ? [standing.room] : [];
  });

  return [...new Set(rooms)];
}

/** Of those who are called on, whoever is still in the room in which they were. */
export function stillCalledOn(visit: Visit): Introductions['calledOn'] {
  const { calledOn } = visit.introductions;
  const still = calledOn.filter(({ who, room }) => roomsWith(visit, who).includes(room));

  return still.length === calledOn.length ? calledOn : still;
}

/** [ROST-3] With this one called on in these rooms: whoever was, in one of them, is let off. */
export const withCalled = (
  { calledOn }: Introductions,
  who: Introducible,
  rooms: readonly RoomId[],
): Introductions['calledOn'] => [
  ...calledOn.filter(({ room }) => !rooms.includes(room)),
  ...rooms.map((room) => ({ who, room })),
];

const familyIn = (visit: Visit, room: RoomId): readonly ParticipantId[] =>
  [...visit.sessions.values()]
    .filter((session) => session.standing.is === 'seated' && session.standing.room === room)
    .filter((session) => isFamily(personOf(visit, session).role))
    .map(({ participant }) => participant);

/**
 * [PRIV-5] Of the family, for whom an introduction in this room counts: whoever hears it, and in a main room everybody whose it is, who read
 * it when they come. Never by who else is there: that somebody was introduced to others is theirs to know.
 */
function heardIn(visit: Visit, room: RoomId): ReadonlySet<ParticipantId> {
  const isMain = visit.rooms.get(room)?.kind === 'main';
  const atHome = isMain ? [...visit.participants.keys()].filter((id) => spaceOf(visit, id) === room) : [];

  return new Set([...familyIn(visit, room), ...atHome]);
}

/** Whoever was put on the plan since counts by where they are at home. */
const isHeardBy = (visit: Visit, { room, heardBy }: Introduction, { id, expected }: Participant): boolean =>
  heardBy.has(id) || (!expected && spaceOf(visit, id) === room);

/** Whether nobody of the family in this room would learn anything if this one introduced themselves again. */
export function isKnownIn(visit: Visit, who: Introducible, room: RoomId): boolean {
  const made = visit.introductions.made.get(who) ?? [];
  const listeners = familyIn(visit, room).flatMap((id) => visit.participants.get(id) ?? []);

  return made.length > 0 && listeners.every((listener) => made.some((one) => isHeardBy(visit, one, listener)));
}

/** [ROST-3] With this one introduced in this room; as often as there is somebody there who did not know it. */
export function withIntroduction(visit: Visit, who: Introducible, room: RoomId): Introductions['made'] {
  const { made } = visit.introductions;
  if (isKnownIn(visit, who, room)) return made;

  return new Map(made).set(who, [...(made.get(who) ?? []), { room, heardBy: heardIn(visit, room) }]);
}

/** [ROST-3] Anywhere in the visit, as the host keeps count of it. */
export function introducedOf({ introductions }: Visit, who: Introducible): Introduced {
  if (introductions.calledOn.some((called) => called.who === who)) return 'calledOn';

  return introductions.made.has(who) ? 'done' : 'notYet';
}

/** [ROST-3] As somebody in this room sees it: of the family each for themselves (PRIV-5); to professionals, whether all of the family here know. */
export function introducedTo(visit: Visit, who: Introducible, viewer: Participant, room: RoomId): Introduced {
  if (visit.introductions.calledOn.some((called) => called.who === who && called.room === room)) return 'calledOn';

  const made = visit.introductions.made.get(who) ?? [];
  const isDone = isFamily(viewer.role)
    ? made.some((one) => isHeardBy(visit, one, viewer))
    : isKnownIn(visit, who, room);

  return isDone ? 'done' : 'notYet';
}
