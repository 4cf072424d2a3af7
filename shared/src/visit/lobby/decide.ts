import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, untargeted } from '../decider.ts';
import type { ParticipantId, RoomId, SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import {
  firstNo,
  hostOnly,
  isLive,
  isTurnedOut,
  linkCounts,
  notEnded,
  openOnly,
  ownSession,
  personOf,
  seatedDevices,
  sessionById,
} from '../policies.ts';
import { isDoorFull } from '../presence/atTheDoor.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import { canBeInRoom, hasEndedFor, refuseWhenFull } from '../rooms/canBeInRoom.ts';
import { spaceOf } from '../rooms/spaces.ts';
import { belongApart } from '../separation/areApart.ts';
import { noticeOnKnock } from '../unknown/decide.ts';
import { refuseUnlessRemoves, refuseUnlessTurnsAway } from '../unknown/leading.ts';
import type { CaseId } from '../unknown/state.ts';
import type { Visit } from '../visit.ts';

/** A link whose devices were refused this often stops working. */
const MOST_DENIALS = 2;

/** Somebody who knocks this often from one device is not at a loss but at play; it bounds the log and keeps the host's lobby calm. */
const MOST_KNOCKS = 20;

/**
 * [JOIN-3] Everyone who comes by a link knocks, and so does a professional who was put out. Knocking says nothing of the visit:
 * it is the same before and after the start.
 */
function refuseKnock(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session === null) return 'notYours';

  const person = personOf(visit, session);
  if (session.identity === 'signedIn' && person.standing !== 'removed' && !isTurnedOut(session)) return 'notYours';

  const over = hasEndedFor(visit, person.id) ? 'visitEnded' : notEnded(visit);
  if (over !== null) return over;
  if (session.standing.is === 'waiting' || session.standing.is === 'seated') return 'alreadyInside';
  if (person.standing === 'withdrawn' || (person.standing === 'removed' && session.identity === 'ownLink'))
    return 'putOut';

  if (session.knocks >= MOST_KNOCKS) return 'putOut';

  if (!linkCounts(visit, session)) return 'linkRevoked';

  return isLive(session) || !isDoorFull(visit, session) ? null : 'tooManyDevices';
}

/** [JOIN-3] Asks to be let in; at most twenty times from one device. */
export const lobbyKnock: Decider<'lobby.knock'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseKnock,
  decide: (visit, _command, { actor, now, freshId }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');

    return ok([
      { type: 'session.knocked', session: session.id, at: now },
      ...noticeOnKnock(visit, session, freshId as CaseId, now),
    ]);
  },
};

const waitingDevices = (visit: Visit): readonly SessionId[] =>
  [...visit.sessions.values()].filter(({ standing }) => standing.is === 'waiting').map(({ id }) => id);

function refuseUnlessWaiting(visit: Visit, target: string | null): RefusalCode | null {
  const session = sessionById(visit, target);
  if (session === undefined) return 'notFound';

  return session.standing.is === 'waiting' ? null : 'notWaiting';
}

/** A device, and the main room into which it is to be let if one is named; ids have no colon. */
const into = (session: SessionId, room: RoomId | undefined): string =>
  room === undefined ? session : `${session}:${room}`;

/** Whoever goes between the sides, or belongs to the one of whomever they help; everybody else has a main room of their own. */
const mayBeLetInto = (visit: Visit, session: Session): boolean => {
  const { role } = personOf(visit, session);

  return !isFamily(role) || role === 'interpreter' || role === 'supporter';
};

/** Every device that waits; and where there are several main rooms in which somebody is at home, with each of those whoever may choose. */
const admissions = (visit: Visit): readonly string[] =>
  [...visit.sessions.values()]
    .filter(({ standing }) => standing.is === 'waiting')
    .flatMap((session) => [
      session.id,
      ...(mayBeLetInto(visit, session) ? sidesOf(visit).map((room) => into(session.id, room)) : []),
    ]);

/** The main rooms that are somebody’s, as soon as there are several. */
function sidesOf(visit: Visit): readonly RoomId[] {
  const sides = [...new Set(visit.homes.values())];

  return sides.length > 1 ? sides.sort() : [];
}

/**
 * [PRIV-5] Whether somebody may be let into a room that the host names. Of the family it is where they are at home from then on: only with
 * people whom they may meet, and so may whoever they help: where an interpreter is, there is that one’s name. Whether those people are there or
 * not, and with all their devices.
 */
function refuseNamedRoom(visit: Visit, session: Session, id: RoomId): RefusalCode | null {
  const room = visit.rooms.get(id);
  if (room?.kind !== 'main' || !mayBeLetInto(visit, session)) return 'notFound';
  if (room.ended !== null) return 'visitEnded';
  if (!isFamily(personOf(visit, session).role)) return null;

  const { participant } = session;
  const isApart = [...visit.homes].some(([other, home]) => home === id && belongApart(visit, participant, other));
  const isElsewhere = [...visit.sessions.values()].some(
    (other) => other.participant === participant && other.standing.is === 'seated' && other.standing.room !== id,
  );

  return isApart ? 'keptApart' : isElsewhere ? 'alreadyInside' : null;
}

function refuseAdmission(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const [id, named] = (target ?? '').split(':');
  const refusal = firstNo(hostOnly(visit, actor), openOnly(visit), refuseUnlessWaiting(visit, id ?? null));
  const session = sessionById(visit, id ?? null);
  if (refusal !== null || session === undefined) return refusal ?? 'notFound';

  const room = named === undefined ? spaceOf(visit, session.participant) : (named as RoomId);

  return firstNo(
    linkCounts(visit, session) ? null : 'linkRevoked',
    named === undefined ? null : refuseNamedRoom(visit, session, room),
    canBeInRoom(visit, session.participant, room, 'admitted'),
    refuseWhenFull(visit, room),
  );
}

/** [JOIN-3] One by one; nothing else admits. Nobody comes in by a link that was taken back while they waited (JOIN-2). */
export const lobbyAdmit: Decider<'lobby.admit'> = {
  target: ({ session, room }) => into(session, room),
  targets: admissions,
  permits: refuseAdmission,
  decide: (_visit, { session, room }, { now }) =>
    ok([{ type: 'session.admitted', session, ...(room !== undefined && { room }), at: now }]),
};

/** [JOIN-3] Sends one waiting device away. The second time for one link closes the link. */
export const lobbyDeny: Decider<'lobby.deny'> = {
  target: ({ session }) => session,
  targets: waitingDevices,
  permits: (visit, actor, target) =>
    firstNo(refuseUnlessTurnsAway(visit, actor, target), refuseUnlessWaiting(visit, target)),
  decide: (visit, { session: id }, { now }) => {
    const link = visit.sessions.get(id)?.invitation ?? null;
    const denials = link === null ? 0 : (visit.invitations.get(link)?.denials ?? 0);
    const denied = { type: 'session.denied', session: id, at: now } as const;
    if (link === null || denials + 1 < MOST_DENIALS) return ok([denied]);

    return ok([denied, { type: 'invitation.revoked', invitation: link }]);
  },
};

function refuseRemoval(visit: Visit, target: string | null): RefusalCode | null {
  const person = visit.participants.get(target as ParticipantId);
  if (person === undefined || person.standing === 'withdrawn') return 'notFound';
  if (person.id === visit.host) return 'hostStays';
  if (person.standing === 'removed') return 'putOut';

  return [...visit.sessions.values()].some(({ participant }) => participant === person.id) ? null : 'notInside';
}

/** [ROST-5] The person goes with every device, and what let them in goes too. */
export const lobbyRemove: Decider<'lobby.remove'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [...visit.participants.keys()].filter((id) => refuseRemoval(visit, id) === null),
  permits: (visit, actor, target) => firstNo(refuseUnlessRemoves(visit, actor, target), refuseRemoval(visit, target)),
  decide: (_visit, { participant }, { now }) => ok([{ type: 'participant.removed', participant, at: now }]),
};

function refusePuttingOut(visit: Visit, target: string | null): RefusalCode | null {
  const session = sessionById(visit, target);
  if (session === undefined) return 'notFound';
  if (session.participant === visit.host) return 'hostStays';
  if (session.standing.is !== 'seated') return 'notInside';

  return hasAnotherInside(visit, session) ? null : 'onlyDevice';
}

const hasAnotherInside = (visit: Visit, { id, participant }: Session): boolean =>
  [...visit.sessions.values()].some(
    (other) => other.participant === participant && other.id !== id && other.standing.is === 'seated',
  );

/**
 * [ROST-5] Of several devices of one person inside, one goes at once, and comes back by the lobby alone, also one that signed in; what
 * let its person in stays. `onlyDevice` when it is their last: then the person is removed, with the link that whoever holds it has.
 */
export const lobbyPutOut: Decider<'lobby.putOut'> = {
  target: ({ session }) => session,
  targets: (visit) => seatedDevices(visit).filter((id) => refusePuttingOut(visit, id) === null),
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refusePuttingOut(visit, target)),
  decide: (_visit, { session }, { now }) => ok([{ type: 'session.removed', session, at: now }]),
};
