import { type Instant, MAIN_ROOM, type RoomId, type SessionId } from '../ids.ts';
import type { Session } from '../presence/state.ts';
import { spaceOf } from '../rooms/spaces.ts';
import type { Visit } from '../visit.ts';
import type { ProtectedIs } from './state.ts';

/** [SAFE-2] How it stands with one device. */
export function protectionOf(visit: Visit, session: SessionId): ProtectedIs {
  const said = visit.protections.get(session);
  if (said === undefined) return 'notYet';
  if (said.key !== null) return 'protected';

  return said.accepted.has(placeOf(visit, session)) ? 'unprotectedAccepted' : 'unprotected';
}

/** The room that this device is in, or else would come into: what is accepted of it, is accepted for this one. */
export function placeOf(visit: Visit, session: SessionId): RoomId {
  const known = visit.sessions.get(session);
  if (known === undefined) return MAIN_ROOM;

  return known.standing.is === 'seated' ? known.standing.room : spaceOf(visit, known.participant);
}

/** [SAFE-2] Whether nothing of this device and nothing for it is passed on: it cannot encrypt, and the host has not accepted that for the room it is in. */
export const isShutOut = (visit: Visit, session: SessionId): boolean => protectionOf(visit, session) === 'unprotected';

/** The public key of a device; null when it has none, or has not said. */
export const keyOf = ({ protections }: Visit, session: SessionId): string | null =>
  protections.get(session)?.key ?? null;

/** Every device with a seat in this room. */
export const seatedIn = (visit: Visit, room: RoomId): readonly Session[] =>
  [...visit.sessions.values()].filter(({ standing }) => standing.is === 'seated' && standing.room === room);

/** [SAFE-2] Since when it is known that everybody in this room has the same picture; null when somebody came since, has another key by now, or began to read anew. */
export function checkedAt(visit: Visit, room: RoomId): Instant | null {
  const compared = visit.comparisons.get(room);
  if (compared === undefined || compared.number !== (visit.readings.get(room) ?? null)) return null;

  return seatedIn(visit, room).every(({ id }) => compared.keys.get(id) === keyOf(visit, id)) ? compared.at : null;
}
