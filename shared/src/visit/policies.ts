import type { Actor } from './actor.ts';
import type { ParticipantId, RoomId, SessionId } from './ids.ts';
import { isFamily } from './people.ts';
import type { Session } from './presence/state.ts';
import type { RefusalCode } from './refusals.ts';
import type { Participant } from './roster/state.ts';
import type { Visit } from './visit.ts';

/** The first no among the answers, or null when all agree. */
export const firstNo = (...answers: readonly (RefusalCode | null)[]): RefusalCode | null =>
  answers.find((answer) => answer !== null) ?? null;

/** Only the host, and only while the visit is not over. Authority belongs to the person, never to a connection. */
export function hostOnly(visit: Visit, actor: Actor): RefusalCode | null {
  if (actor.kind !== 'person' || actor.participant !== visit.host) return 'notYours';

  return notEnded(visit);
}

/** Whether the chair asks. Whoever was put out or taken off the plan chairs nothing. */
export function isChair(visit: Visit, actor: Actor): boolean {
  const person = actor.kind === 'person' ? visit.participants.get(actor.participant) : undefined;

  return person?.role === 'chair' && person.standing === 'on';
}

/** The host, or the chair beside them: what the two lead together, and only while the visit is not over. */
export const hostOrChair = (visit: Visit, actor: Actor): RefusalCode | null =>
  isChair(visit, actor) ? notEnded(visit) : hostOnly(visit, actor);

/** Only the server itself. */
export const systemOnly = (actor: Actor): RefusalCode | null => (actor.kind === 'system' ? null : 'notYours');

/** Anything but an ended visit; `visitEnded` otherwise. */
export const notEnded = (visit: Visit): RefusalCode | null => (visit.phase.is === 'ended' ? 'visitEnded' : null);

/** Only between the start of the visit and its end; `visitNotOpen` or `visitEnded` otherwise. */
export const openOnly = (visit: Visit): RefusalCode | null =>
  visit.phase.is === 'planned' ? 'visitNotOpen' : notEnded(visit);

/** The device the actor speaks from, if it is theirs. */
export function ownSession(visit: Visit, actor: Actor): Session | null {
  if (actor.kind !== 'person' || actor.session === null) return null;

  const session = visit.sessions.get(actor.session);

  return session?.participant === actor.participant ? session : null;
}

/** Whether a device has a place at the door or inside. */
export const isLive = (session: Session): boolean =>
  session.standing.is === 'arriving' || session.standing.is === 'waiting' || session.standing.is === 'seated';

/** Whether the host has put this very device out, or refused it: nothing but being let in brings it back, not even a sign-in. */
export const isTurnedOut = ({ standing }: Session): boolean => standing.is === 'removed' || standing.is === 'denied';

/** Whether a device may stay where it stands: in a seat until it is put out, at the door as long as its link counts. */
export const hasPlace = (visit: Visit, session: Session): boolean =>
  isLive(session) && (session.standing.is === 'seated' || linkCounts(visit, session));

/** Whether what let this device in still counts: a sign-in always, a link until it is revoked. */
export function linkCounts(visit: Visit, session: Session): boolean {
  if (session.invitation === null) return true;

  return visit.invitations.get(session.invitation)?.revoked === false;
}

/** The person whose device it is. A session never exists without one. */
export function personOf(visit: Visit, session: Session): Participant {
  const person = visit.participants.get(session.participant);
  if (person === undefined) throw new Error('A session without a person in the log');

  return person;
}

/** The session with this id, whatever text was given. */
export const sessionById = (visit: Visit, id: string | null): Session | undefined =>
  visit.sessions.get(id as SessionId);

/** What a device may do that has a place at the door or inside: nothing that shows anything of the visit. */
export function refuseUnlessPresent(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session === null) return 'notYours';

  return hasPlace(visit, session) ? notEnded(visit) : 'notInside';
}

/** Every device with a seat. */
export const seatedDevices = (visit: Visit): readonly SessionId[] =>
  [...visit.sessions.values()].filter(({ standing }) => standing.is === 'seated').map(({ id }) => id);

/** The room in which a device has its seat; null without one. */
export const seatRoomOf = ({ standing }: Session): RoomId | null => (standing.is === 'seated' ? standing.room : null);

/** Whether both devices have a seat in one room. */
export const isTogether = (one: Session | null, other: Session): boolean =>
  one?.standing.is === 'seated' && other.standing.is === 'seated' && one.standing.room === other.standing.room;

/** Everybody who has a seat in one room with somebody else, pair by pair, each pair both ways round. */
export function seatedTogether(visit: Visit): readonly (readonly [ParticipantId, ParticipantId])[] {
  const seated = [...visit.sessions.values()].flatMap(({ participant, standing }) =>
    standing.is === 'seated' ? [{ participant, room: standing.room }] : [],
  );

  return seated.flatMap((one) =>
    seated
      .filter((other) => other.room === one.room && other.participant !== one.participant)
      .map((other) => [one.participant, other.participant] as const),
  );
}

/**
 * A professional with a seat. Everybody else hears the same no at all times: at the door it must not tell whether the visit has
 * started, nor whom there is to speak of (JOIN-3).
 */
export function refuseUnlessSeatedProfessional(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session?.standing.is !== 'seated' || isFamily(personOf(visit, session).role)) return 'notYours';

  return notEnded(visit);
}
