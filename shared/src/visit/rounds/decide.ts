import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, untargeted } from '../decider.ts';
import type { RoomId } from '../ids.ts';
import { firstNo, hostOrChair, isChair, isTogether, openOnly, ownSession, seatRoomOf } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import { hasSides } from '../rooms/spaces.ts';
import type { Visit } from '../visit.ts';
import { isKnownIn, roomsWith } from './introductions.ts';
import { sensesAnswerOf, sensesAskedIn } from './senses.ts';
import type { Introducible } from './state.ts';

/** Everybody in the visit with a seat, and everybody beside one. */
export const presentPeople = (visit: Visit): readonly Introducible[] => {
  const seated = [...visit.sessions.values()].filter(({ standing }) => standing.is === 'seated');

  return [
    ...new Set<Introducible>([
      ...seated.map(({ participant }) => participant),
      ...seated.flatMap(({ id }) => (visit.households.get(id)?.people ?? []).map((companion) => companion.id)),
    ]),
  ];
};

const everIntroducible = (visit: Visit): readonly Introducible[] => [
  ...visit.participants.keys(),
  ...[...visit.households.values()].flatMap(({ people }) => (people ?? []).map(({ id }) => id)),
];

function refuseUnlessPresent(visit: Visit, target: string | null): RefusalCode | null {
  if (!everIntroducible(visit).includes(target as Introducible)) return 'notFound';

  return presentPeople(visit).includes(target as Introducible) ? null : 'notInside';
}

/** [ROST-3] The host from anywhere; the chair from their seat, since theirs is what happens in their room. */
const refuseLeading = (visit: Visit, actor: Actor): RefusalCode | null =>
  isChair(visit, actor) && ownSession(visit, actor)?.standing.is !== 'seated' ? 'notYours' : hostOrChair(visit, actor);

/** Whether somebody sits in the room of whoever asks, or beside somebody who does. */
function isBeforeChair(visit: Visit, actor: Actor, who: string | null): boolean {
  const own = ownSession(visit, actor);

  return [...visit.sessions.values()].some(
    (device) =>
      isTogether(own, device) &&
      (device.participant === who || visit.households.get(device.id)?.people?.some(({ id }) => id === who) === true),
  );
}

const refuseElsewhere = (visit: Visit, actor: Actor, who: string | null): RefusalCode | null =>
  isChair(visit, actor) && !isBeforeChair(visit, actor, who) ? 'notFound' : null;

const aboutSomebody = {
  target: ({ who }: { who: Introducible }) => who,
  targets: presentPeople,
  permits: (visit: Visit, actor: Actor, target: string | null) =>
    firstNo(
      refuseLeading(visit, actor),
      openOnly(visit),
      refuseElsewhere(visit, actor, target),
      refuseUnlessPresent(visit, target),
    ),
} as const;

/** Where it happens: in the room of whoever leads, if it is one of theirs, or else in the one in which they sat down last. */
function roomOf(visit: Visit, actor: Actor, who: Introducible): RoomId | null {
  const rooms = roomsWith(visit, who);
  const own = ownSession(visit, actor);
  const here = own === null ? null : seatRoomOf(own);

  return here !== null && rooms.includes(here) ? here : (rooms.at(-1) ?? null);
}

const isCalledOn = (visit: Visit, who: Introducible, room: RoomId): boolean =>
  visit.introductions.calledOn.some((called) => called.who === who && called.room === room);

/** [ROST-3] One at a time in a room; calling on somebody else lets the one before off. */
export const introductionCall: Decider<'introduction.call'> = {
  ...aboutSomebody,
  decide: (visit, { who }, { actor, now }) => {
    const room = roomOf(visit, actor, who);
    if (room === null) return no('notInside');

    return ok(isCalledOn(visit, who, room) ? [] : [{ type: 'introduction.called', who, room, at: now }]);
  },
};

/** [ROST-3] The host, or the chair, has heard who they are, called on or not; said again of the same person, nothing happens. */
export const introductionDone: Decider<'introduction.done'> = {
  ...aboutSomebody,
  decide: (visit, { who }, { actor, now }) => {
    const room = roomOf(visit, actor, who);
    if (room === null) return no('notInside');

    const isNews = !isKnownIn(visit, who, room) || isCalledOn(visit, who, room);

    return ok(isNews ? [{ type: 'introduction.made', who, room, at: now }] : []);
  },
};

/**
 * The room that a round is for: the chair's own, since theirs is what happens there, and no other learns of it. The host's is for everybody,
 * as long as the visit has no sides: what they ask one side because somebody has come there, the other must not be asked (PRIV-5).
 */
function roomAsked(visit: Visit, actor: Actor): RoomId | null {
  const own = ownSession(visit, actor);

  return own !== null && (isChair(visit, actor) || hasSides(visit)) ? seatRoomOf(own) : null;
}

/** [PRIV-5] Where there are sides, from a seat on one of them. */
const refuseAskingAll = (visit: Visit, actor: Actor): RefusalCode | null =>
  hasSides(visit) && ownSession(visit, actor)?.standing.is !== 'seated' ? 'notInside' : null;

/** [ROST-4] */
export const sensesAsk: Decider<'senses.ask'> = {
  target: () => null,
  targets: untargeted,
  permits: (visit, actor) => firstNo(refuseLeading(visit, actor), openOnly(visit), refuseAskingAll(visit, actor)),
  decide: (visit, _command, { actor, now }) => {
    const room = roomAsked(visit, actor);

    return ok([{ type: 'senses.asked', ...(room !== null && { room }), at: now }]);
  },
};

function refuseAnswer(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session === null) return 'notYours';
  if (session.standing.is !== 'seated') return 'notInside';
  if (visit.phase.is === 'ended') return 'visitEnded';

  return sensesAskedIn(visit, session.standing.room) === null ? 'nothingAsked' : null;
}

/** [ROST-4] Each device for itself; the answer may change. */
export const sensesAnswer: Decider<'senses.answer'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseAnswer,
  decide: (visit, { sees, hears }, { actor, now }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');

    const before = sensesAnswerOf(visit, session);
    if (before?.sees === sees && before.hears === hears) return ok([]);

    return ok([{ type: 'senses.answered', session: session.id, sees, hears, at: now }]);
  },
};
