import type { Instant, RoomId, SessionId } from '../ids.ts';
import type { Session } from '../presence/state.ts';
import type { Visit } from '../visit.ts';
import type { ProtectedIs } from './state.ts';

/** [SAFE-2] How it stands with one device. */
export function protectionOf({ protections }: Visit, session: SessionId): ProtectedIs {
  const said = protections.get(session);
  if (said === undefined) return 'notYet';
  if (said.key !== null) return 'protected';

  return said.acceptedAt === null ? 'unprotected' : 'unprotectedAccepted';
}

/** [SAFE-2] Whether nothing of this device and nothing for it is passed on: it cannot encrypt, and the host has not accepted that. */
export const isShutOut = (visit: Visit, session: SessionId): boolean => protectionOf(visit, session) === 'unprotected';

/** The public key of a device; null when it has none, or has not said. */
export const keyOf = ({ protections }: Visit, session: SessionId): string | null =>
  protections.get(session)?.key ?? null;

/** Every device with a seat in this room. */
export const seatedIn = (visit: Visit, room: RoomId): readonly Session[] =>
  [...visit.sessions.values()].filter(({ standing }) => standing.is === 'seated' && standing.room === room);

/** [SAFE-2] Since when it is known that everybody in this room has the same picture; null when somebody came since, or has another key by now. */
export function checkedAt(visit: Visit, room: RoomId): Instant | null {
  const compared = visit.comparisons.get(room);
  if (compared === undefined) return null;

  return seatedIn(visit, room).every(({ id }) => compared.keys.get(id) === keyOf(visit, id)) ? compared.at : null;
}
