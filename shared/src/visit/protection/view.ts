import type { RoomId, SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import { checkedAt, keyOf, protectionOf, seatedIn } from './protectionOf.ts';
import type { DeviceProtection, RoomProtection } from './viewShape.ts';

/** [SAFE-2] One's own device; null for somebody who has none in the visit. */
export const ownProtection = (visit: Visit, session: SessionId | null): DeviceProtection =>
  session === null ? { key: null, is: 'notYet' } : deviceProtection(visit, session);

/** [SAFE-2] One device, for itself and for those in its room. */
export const deviceProtection = (visit: Visit, session: SessionId): DeviceProtection => ({
  key: keyOf(visit, session),
  is: protectionOf(visit, session),
});

/** [SAFE-2] A room, for everybody in it. A device that is shut out unprotects nobody: nothing reaches it. */
export const roomProtection = (visit: Visit, room: RoomId): RoomProtection => ({
  is: seatedIn(visit, room).some(({ id }) => protectionOf(visit, id) === 'unprotectedAccepted')
    ? 'unprotected'
    : 'everyone',
  checkedAt: checkedAt(visit, room),
  number: visit.readings.get(room) ?? null,
});
