import type { InvitationId, SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import type { Session } from './state.ts';

/** A phone, a tablet, a laptop and one more. Each stands on the host's panel with all that it says of itself, so it bounds what one link can put there. */
const MOST_AT_DOOR = 4;

const othersAtDoor = (visit: Visit, link: InvitationId, self: SessionId): readonly Session[] =>
  [...visit.sessions.values()].filter(
    ({ id, invitation, standing }) =>
      invitation === link && id !== self && (standing.is === 'arriving' || standing.is === 'waiting'),
  );

/** A device that wants to stand at the door: by which link, and which it is. */
type Comer = Pick<Session, 'id' | 'invitation'>;

/** [SAFE-6] Whether as many other devices as may stand at the door by one link at once are there already. Those inside do not count. */
export const isDoorFull = (visit: Visit, { id, invitation }: Comer): boolean =>
  invitation !== null && othersAtDoor(visit, invitation, id).length >= MOST_AT_DOOR;

/** Who makes room at a full door: a device that has not knocked and is not heard from, the longest silent first. Null when nobody does. */
export function whoMakesRoom(visit: Visit, { id, invitation }: Comer): Session | null {
  if (invitation === null) return null;

  const silent = othersAtDoor(visit, invitation, id)
    .filter(({ standing, connection }) => standing.is === 'arriving' && connection.is === 'lost')
    .sort((one, other) => one.connection.since - other.connection.since);

  return silent[0] ?? null;
}
