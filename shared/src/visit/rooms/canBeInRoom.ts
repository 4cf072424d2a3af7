import type { ParticipantId, RoomId } from '../ids.ts';
import { isLive, personOf } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import { isUnexplained } from '../unknown/cases.ts';
import type { Visit } from '../visit.ts';

/** More devices than this never share one room. */
const MOST_SEATS = 24;

/**
 * The one guard of every way into a room, asked on each of them and again by the media plan.
 * Null when this person may be in this room now. `as: 'admitted'` is asked when the host lets somebody in who waits:
 * the host's word then lifts an earlier removal (ROST-5).
 */
export function canBeInRoom(
  visit: Visit,
  participant: ParticipantId,
  room: RoomId,
  as: 'seated' | 'admitted' = 'seated',
): RefusalCode | null {
  if (visit.phase.is === 'planned') return 'visitNotOpen';
  if (visit.phase.is === 'ended') return 'visitEnded';
  if (!visit.rooms.has(room)) return 'notFound';

  const standing = visit.participants.get(participant)?.standing;
  if (standing === undefined || standing === 'withdrawn') return 'notFound';

  if (standing === 'removed' && as === 'seated') return 'putOut';

  return refuseUnlessIntroduced(visit, participant, room);
}

/** [UNK-4] Whoever has been noticed and not introduced is not in a private room with a child, and no child with them. */
function refuseUnlessIntroduced(visit: Visit, participant: ParticipantId, room: RoomId): RefusalCode | null {
  if (visit.rooms.get(room)?.kind !== 'private') return null;

  const devices = [...visit.sessions.values()].filter(isLive);
  const company = devices.filter(
    ({ participant: other, standing }) => other === participant || (standing.is === 'seated' && standing.room === room),
  );
  const hasChild = company.some((session) => personOf(visit, session).role === 'child');

  return hasChild && company.some(({ id }) => isUnexplained(visit, id)) ? 'notIntroduced' : null;
}

/** [UNK-4] Whether a recording may begin in this room as far as unknown people are concerned: with any matter open, it may not. */
export const refuseRecordingOfUnknown = (visit: Visit): RefusalCode | null =>
  [...visit.unknowns.values()].some(({ open }) => open) ? 'notIntroduced' : null;

/** Whether one more device finds a seat. Asked on the way in only: those inside keep their seats. */
export function refuseWhenFull(visit: Visit, room: RoomId): RefusalCode | null {
  const seated = [...visit.sessions.values()].filter(
    ({ standing }) => standing.is === 'seated' && standing.room === room,
  );

  return seated.length >= MOST_SEATS ? 'roomFull' : null;
}
