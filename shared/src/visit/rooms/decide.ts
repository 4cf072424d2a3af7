import { no, ok, type Result } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, untargeted } from '../decider.ts';
import type { VisitEvent } from '../events.ts';
import type { Instant, ParticipantId, RoomId, SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, hostOnly, openOnly, ownSession, personOf, seatRoomOf, sessionById } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import { areApart } from '../separation/areApart.ts';
import type { Visit } from '../visit.ts';
import { canBeInRoom, refuseWhenFull } from './canBeInRoom.ts';
import { companionsOf } from './companions.ts';
import { spaceOf } from './spaces.ts';
import { MARKS, type Room } from './state.ts';

const privateRooms = (visit: Visit): readonly Room[] =>
  [...visit.rooms.values()].filter(({ kind }) => kind === 'private');

const hasFreeMark = (visit: Visit): boolean => privateRooms(visit).length < MARKS.length;

const moved = (session: Session, to: RoomId, at: Instant): readonly VisitEvent[] => {
  const from = seatRoomOf(session);

  return from === null || from === to ? [] : [{ type: 'session.moved', session: session.id, from, to, at }];
};

const hostInOpen = (visit: Visit, actor: Actor): RefusalCode | null => firstNo(hostOnly(visit, actor), openOnly(visit));

/** The host's own seat; `notInside` from the office. */
function refuseUnlessHostSeated(visit: Visit, actor: Actor): RefusalCode | null {
  const refusal = hostInOpen(visit, actor);
  if (refusal !== null) return refusal;

  return ownSession(visit, actor)?.standing.is === 'seated' ? null : 'notInside';
}

/**
 * [PRIV-1] A room of its own, with nobody in it yet. As many at once as there are marks to tell them apart by, none of them twice. The
 * host chooses the mark: did it follow from the rooms that there are, those in one room could tell that there is another (PRIV-5).
 */
export const roomOpen: Decider<'room.open'> = {
  target: () => null,
  targets: untargeted,
  permits: (visit, actor) => firstNo(hostInOpen(visit, actor), hasFreeMark(visit) ? null : 'tooManyRooms'),
  decide: (visit, { told, mark }, { now, freshId }) => {
    if (privateRooms(visit).some((room) => room.mark === mark)) return no('markTaken');

    return ok([{ type: 'room.opened', room: freshId as RoomId, mark, told, at: now }]);
  },
};

/** A room and a device in one word, which is what such an asking is about; ids have no colon. */
const together = (room: RoomId, session: SessionId): string => `${room}:${session}`;

/** [PRIV-1] Family to private rooms; professionals to main rooms as well, so that each side can have one of its own. */
const canBeAsked = (visit: Visit, session: Session, { kind }: Room): boolean =>
  kind === 'private' || !isFamily(personOf(visit, session).role);

const everyInvitation = (visit: Visit): readonly string[] =>
  [...visit.rooms.values()].flatMap((room) =>
    [...visit.sessions.values()]
      .filter(
        (session) =>
          seatRoomOf(session) !== null && seatRoomOf(session) !== room.id && canBeAsked(visit, session, room),
      )
      .map((session) => together(room.id, session.id)),
  );

function refuseInvitation(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const refusal = hostInOpen(visit, actor);
  if (refusal !== null) return refusal;

  const [id, asked] = (target ?? '').split(':');
  const session = sessionById(visit, asked ?? null);
  const room = visit.rooms.get(id as RoomId);
  if (room === undefined || session === undefined || !canBeAsked(visit, session, room)) return 'notFound';
  if (session.standing.is !== 'seated') return 'notInside';
  if (session.standing.room === room.id) return 'alreadyInside';

  const comers = [session, ...companionsOf(visit, session)];

  return firstNo(
    ...comers.map(({ participant }) => canBeInRoom(visit, participant, room.id, 'entering')),
    ...comers.map(({ participant }) => refuseBesideInvited(visit, participant, room)),
    refuseWhenFull(visit, room.id, comers.length),
  );
}

/**
 * [PRIV-5] Two who are kept apart are never asked to one room at the same time: were the first to come in, the other would be refused, and
 * so learn that somebody is there.
 */
function refuseBesideInvited(visit: Visit, comer: ParticipantId, { invited }: Room): RefusalCode | null {
  const others = [...invited].map((session) => visit.sessions.get(session)?.participant);

  return others.some((other) => other !== undefined && areApart(visit, comer, other)) ? 'keptApart' : null;
}

/** [PRIV-7] Only the host asks; the guard is asked now, so that nobody is asked to where they may not go, and again when they come. */
export const roomInvite: Decider<'room.invite'> = {
  target: ({ room, session }) => together(room, session),
  targets: everyInvitation,
  permits: refuseInvitation,
  decide: (visit, { room, session }, { now }) => {
    const isAsked = visit.rooms.get(room)?.invited.has(session) === true;

    return ok(isAsked ? [] : [{ type: 'room.invited', room, session, at: now }]);
  },
};

const invitedTo = (visit: Visit, session: SessionId): Room | undefined =>
  [...visit.rooms.values()].find(({ invited }) => invited.has(session));

function refuseAnswer(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session?.standing.is !== 'seated') return 'notYours';

  return firstNo(openOnly(visit), invitedTo(visit, session.id) === undefined ? 'nothingAsked' : null);
}

/** Why may be something that this person must not know (PRIV-5). */
const unexplained = (refusal: RefusalCode): RefusalCode =>
  refusal === 'keptApart' || refusal === 'notIntroduced' ? 'nothingAsked' : refusal;

/**
 * [PRIV-7] Whoever says yes is moved by the server, with whoever interprets for them or supports them if they sit in the same room (PRIV-6).
 * Refused to one of them, it is refused to all: nobody is moved without the help they rely on because the help may not come.
 */
export const roomAnswer: Decider<'room.answer'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseAnswer,
  decide: (visit, { comes, alone }, { actor, now }) => {
    const session = ownSession(visit, actor);
    const room = session === null ? undefined : invitedTo(visit, session.id);
    if (session === null || room === undefined) return no('nothingAsked');
    if (!comes) return ok([{ type: 'room.declined', room: room.id, session: session.id, at: now }]);

    const movers = [session, ...(alone ? [] : companionsOf(visit, session))];
    const refusal = firstNo(
      ...movers.map(({ participant }) => canBeInRoom(visit, participant, room.id, 'entering')),
      ...movers.map(({ participant }) => refuseBesideInvited(visit, participant, room)),
      refuseWhenFull(visit, room.id, movers.length),
    );

    return refusal === null ? ok(movers.flatMap((mover) => moved(mover, room.id, now))) : no(unexplained(refusal));
  },
};

/** [PRIV-9] The host goes where they want, seen by everybody there. */
export const roomEnter: Decider<'room.enter'> = {
  target: ({ room }) => room,
  targets: (visit) => [...visit.rooms.keys()],
  permits: (visit, actor, target) => {
    const refusal = refuseUnlessHostSeated(visit, actor);
    const own = ownSession(visit, actor);
    if (refusal !== null || own === null) return refusal ?? 'notInside';
    if (seatRoomOf(own) === target) return 'alreadyInside';

    return firstNo(
      canBeInRoom(visit, visit.host, target as RoomId, 'entering'),
      refuseWhenFull(visit, target as RoomId),
    );
  },
  decide: (visit, { room }, { actor, now }) => {
    const own = ownSession(visit, actor);

    return own === null ? no('notInside') : ok(moved(own, room, now));
  },
};

/** Their own device, and with somebody of the family whoever came along with them. */
const withCompanions = (visit: Visit, session: Session): readonly Session[] => [
  session,
  ...companionsOf(visit, session),
];

/** Refused to one of them, it is refused to all: the guard is asked of this way as of every other. */
function homeward(visit: Visit, sessions: readonly Session[], at: Instant): Result<readonly VisitEvent[], RefusalCode> {
  const refusal = firstNo(
    ...sessions.map(({ participant }) => canBeInRoom(visit, participant, spaceOf(visit, participant), 'entering')),
  );

  return refusal === null
    ? ok(sessions.flatMap((session) => moved(session, spaceOf(visit, session.participant), at)))
    : no(refusal);
}

/** From private rooms; professionals also from the main room of the other side. A change of orders offers no way to family who stay where they are. */
const canGoBack = (visit: Visit, own: Session, room: RoomId): boolean =>
  visit.rooms.get(room)?.kind === 'private' ||
  (!isFamily(personOf(visit, own).role) && room !== spaceOf(visit, own.participant));

/** [PRIV-7] Back to one's own main room, at any moment and without a reason. */
export const roomLeave: Decider<'room.leave'> = {
  target: () => null,
  targets: untargeted,
  permits: (visit, actor) => {
    const own = ownSession(visit, actor);
    if (own?.standing.is !== 'seated') return 'notYours';

    return firstNo(openOnly(visit), canGoBack(visit, own, own.standing.room) ? null : 'notInside');
  },
  decide: (visit, _command, { actor, now }) => {
    const own = ownSession(visit, actor);

    if (own === null) return no('notYours');

    const way = homeward(visit, withCompanions(visit, own), now);

    return way.ok ? way : no(unexplained(way.error));
  },
};

const seatedIn = (visit: Visit, room: RoomId): readonly Session[] =>
  [...visit.sessions.values()].filter((session) => seatRoomOf(session) === room);

const ofPrivateRoom = {
  targets: (visit: Visit) => privateRooms(visit).map(({ id }) => id),
  permits: (visit: Visit, actor: Actor, target: string | null) =>
    firstNo(hostInOpen(visit, actor), visit.rooms.get(target as RoomId)?.kind === 'private' ? null : 'notFound'),
} as const;

/** [PRIV-9] Everybody but the host's own device, who goes when they want; or one of them, with whoever came along (PRIV-6). */
export const roomCallBack: Decider<'room.callBack'> = {
  target: ({ room }) => room,
  ...ofPrivateRoom,
  decide: (visit, { room, session }, { now }) => {
    const there = seatedIn(visit, room).filter(({ participant }) => participant !== visit.host);
    if (session === null) return homeward(visit, there, now);

    const called = there.find(({ id }) => id === session);

    return called === undefined ? no('notInside') : homeward(visit, withCompanions(visit, called), now);
  },
};

/** [PRIV-1] Everybody goes back first; then the room is no more. */
export const roomClose: Decider<'room.close'> = {
  target: ({ room }) => room,
  ...ofPrivateRoom,
  decide: (visit, { room }, { now }) => {
    const way = homeward(visit, seatedIn(visit, room), now);

    return way.ok ? ok([...way.value, { type: 'room.closed', room, at: now }]) : way;
  },
};
