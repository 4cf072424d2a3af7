import type { Instant, RoomId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { personOf } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import { isShutOut } from '../protection/protectionOf.ts';
import type { Visit } from '../visit.ts';
import type { Room } from './state.ts';

const seatedIn = (visit: Visit, room: RoomId): readonly Session[] =>
  [...visit.sessions.values()].filter(({ standing }) => standing.is === 'seated' && standing.room === room);

/**
 * Somebody who sees what goes on: of a line that is down nobody knows when it comes back; a device that is shut out is shown nothing; and one
 * for which nobody has a key opens nothing (SAFE-2), though it is given a moment to say one.
 */
const isWatchedOver = (visit: Visit, devices: readonly Session[]): boolean =>
  devices.some(
    (session) =>
      !isFamily(personOf(visit, session).role) &&
      session.connection.is === 'connected' &&
      !isShutOut(visit, session.id) &&
      !visit.keyless.has(session.id),
  );

function asItIsNow(visit: Visit, room: Room, at: Instant): Room {
  const devices = seatedIn(visit, room.id);
  const isWatched = isWatchedOver(visit, devices);
  const hasFamily = devices.some((session) => isFamily(personOf(visit, session).role));
  const heldSince = hasFamily && !isWatched ? (room.heldSince ?? at) : null;
  const begunAt = room.begunAt ?? (isWatched ? at : null);

  return heldSince === room.heldSince && begunAt === room.begunAt ? room : { ...room, heldSince, begunAt };
}

/**
 * [PRIV-10] Of every room since when it is held: since nobody of the professionals is there who could see the family in it. It follows
 * from who sits where and whose line stands, so no event can forget it.
 */
export function withHolds(visit: Visit, at: Instant): Visit {
  const rooms = [...visit.rooms.values()].map((room) => asItIsNow(visit, room, at));
  if (rooms.every((room) => visit.rooms.get(room.id) === room)) return visit;

  return { ...visit, rooms: new Map(rooms.map((room) => [room.id, room])) };
}
