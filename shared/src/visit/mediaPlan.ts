import { conditionOf } from './condition/decide.ts';
import type { Instant } from './ids.ts';
import type { MediaPlan, RoomPlan, Seat } from './mediaPlanShape.ts';
import type { Role } from './people.ts';
import { isFamily } from './people.ts';
import { linkCounts, personOf } from './policies.ts';
import type { Session } from './presence/state.ts';
import { isShutOut } from './protection/protectionOf.ts';
import { canBeInRoom } from './rooms/canBeInRoom.ts';
import { spaceOf } from './rooms/spaces.ts';
import type { Room } from './rooms/state.ts';
import type { Visit } from './visit.ts';

/** [SEE-2] Every sound before every picture, the family's sound first; then the child's picture, the parents', the rest. */
const videoPriority = (role: Role): number => (role === 'child' ? 200 : role === 'parent' ? 150 : 50);
const audioPriority = (role: Role): number => (isFamily(role) ? 255 : 240);

function seatOf(visit: Visit, session: Session, since: Instant, isHeld: boolean): Seat {
  const { role } = personOf(visit, session);
  const { blur, hears } = conditionOf(visit, session.id);
  // [SAFE-2] Whoever cannot encrypt is let through by the host or not at all. Of a device that has not said, nothing can be opened without its key.
  const isShut = isHeld || isShutOut(visit, session.id);

  return {
    session: session.id,
    participant: session.participant,
    since,
    // [PRIV-10] In a room that is held nobody is seen or heard. Whoever cannot hear us could not know that they are heard and seen; a blurred picture hides the home (SEE-3).
    audio: session.microphone === 'on' && hears === 'yes' && !isShut ? 'open' : 'closed',
    video: session.camera === 'on' && hears === 'yes' && blur !== 'on' && !isShut ? 'open' : 'closed',
    receives: !isShutOut(visit, session.id),
    audioPriority: audioPriority(role),
    videoPriority: videoPriority(role),
  };
}

/** [ROST-1] Exactly those who are seated in this room, asked once more of the guard of all rooms. */
const seatsIn = (visit: Visit, room: Room): readonly Seat[] =>
  [...visit.sessions.values()]
    .filter(({ participant }) => canBeInRoom(visit, participant, room.id, 'inside') === null)
    .flatMap((session) => {
      const { standing } = session;
      if (standing.is !== 'seated' || standing.room !== room.id) return [];

      return [seatOf(visit, session, standing.since, room.heldSince !== null)];
    });

const preparedIn = (visit: Visit, room: Room): RoomPlan['prepared'] =>
  room.kind !== 'main'
    ? []
    : [...visit.sessions.values()]
        .filter(({ standing }) => standing.is === 'arriving' || standing.is === 'waiting')
        .filter((session) => linkCounts(visit, session) && spaceOf(visit, session.participant) === room.id)
        .map(({ id, participant }) => ({ session: id, participant }));

/** Who shares media with whom now: derived, never commanded. After the end, nobody. */
export function mediaPlan(visit: Visit): MediaPlan {
  if (visit.phase.is === 'ended') return { rooms: [] };

  const rooms = [...visit.rooms.values()].map((room) => ({
    room: room.id,
    seats: seatsIn(visit, room),
    prepared: preparedIn(visit, room),
  }));

  return { rooms: rooms.filter(({ seats, prepared }) => seats.length + prepared.length > 0) };
}
