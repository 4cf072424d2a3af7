import type { ParticipantId, RoomId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { personOf } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import { areApart } from '../separation/areApart.ts';
import { isUnexplained, openCasesOf } from '../unknown/cases.ts';
import type { Visit } from '../visit.ts';
import { spaceOf } from './spaces.ts';
import type { RoomEnded } from './state.ts';

/** More devices than this never share one room. */
const MOST_SEATS = 24;

/**
 * Who is asked about: somebody who has a seat in the room (`inside`), who is on the way in (`entering`), or whom the host lets in from
 * the lobby (`admitted`).
 */
type Way = 'inside' | 'entering' | 'admitted';

/**
 * The one guard of every way into a room, asked on each of them and again by the media plan.
 * Null when this person may be in this room now. The host's word, when admitting, lifts an earlier removal (ROST-5).
 */
export function canBeInRoom(visit: Visit, participant: ParticipantId, room: RoomId, way: Way): RefusalCode | null {
  if (visit.phase.is === 'planned') return 'visitNotOpen';
  if (visit.phase.is === 'ended') return 'visitEnded';
  if (!visit.rooms.has(room)) return 'notFound';

  if (hasEndedFor(visit, participant)) return 'visitEnded';
  const standing = visit.participants.get(participant)?.standing;
  if (standing === undefined || standing === 'withdrawn') return 'notFound';
  if (standing === 'removed' && way !== 'admitted') return 'putOut';

  const apart = refuseUnlessApart(visit, participant, room);
  if (apart !== null) return apart;

  return way === 'inside' ? null : refuseUnlessIntroduced(visit, participant, room, way);
}

/** [PRIV-5] Whether the visit is over for this person, although it may go on for others. */
export function hasEndedFor(visit: Visit, participant: ParticipantId): boolean {
  const role = visit.participants.get(participant)?.role;

  return role !== undefined && isFamily(role) && endOf(visit, participant) !== null;
}

/** How this person's side of the visit ended; null while it has not. */
export const endOf = (visit: Visit, participant: ParticipantId): RoomEnded | null =>
  visit.rooms.get(spaceOf(visit, participant))?.ended ?? null;

/**
 * [PLAN-10] Asked of those inside as well: should two who are kept apart ever sit in one room, by whatever fault, neither of them gets
 * anything of it.
 */
function refuseUnlessApart(visit: Visit, participant: ParticipantId, room: RoomId): RefusalCode | null {
  const isApart = [...visit.sessions.values()].some(
    ({ participant: other, standing }) =>
      standing.is === 'seated' && standing.room === room && areApart(visit, participant, other),
  );

  return isApart ? 'keptApart' : null;
}

/**
 * [UNK-4] A private room is not opened to somebody who was noticed and has not been introduced while a child is in it, nor to a child
 * while somebody like that is. It is asked on the way in only: a talk with a child that is under way must not fall silent because a
 * stranger knocks, or because the professional in it hears a voice and says so.
 */
function refuseUnlessIntroduced(visit: Visit, comer: ParticipantId, room: RoomId, way: Way): RefusalCode | null {
  if (visit.rooms.get(room)?.kind !== 'private') return null;

  const isComing = ({ participant, standing }: Session): boolean =>
    participant === comer && (standing.is === 'seated' || (standing.is === 'waiting' && way === 'admitted'));
  const company = [...visit.sessions.values()].filter(
    (session) => isComing(session) || (session.standing.is === 'seated' && session.standing.room === room),
  );
  const hasChild = company.some((session) => personOf(visit, session).role === 'child');

  return hasChild && company.some(({ id }) => isUnexplained(visit, id)) ? 'notIntroduced' : null;
}

/** [UNK-4] Whether a recording may begin in this room as far as unknown people are concerned: with any matter open, it may not. */
export const refuseRecordingOfUnknown = (visit: Visit): RefusalCode | null =>
  openCasesOf(visit).length > 0 ? 'notIntroduced' : null;

/** Whether so many more devices find a seat. Asked on the way in only: those inside keep their seats. */
export function refuseWhenFull(visit: Visit, room: RoomId, more = 1): RefusalCode | null {
  const seated = [...visit.sessions.values()].filter(
    ({ standing }) => standing.is === 'seated' && standing.room === room,
  );

  return seated.length + more > MOST_SEATS ? 'roomFull' : null;
}
