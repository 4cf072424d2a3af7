import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import type { Decider } from '../decider.ts';
import type { ParticipantId, RoomId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, hostOnly, seatRoomOf } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import { hasEndedFor } from '../rooms/canBeInRoom.ts';
import { spaceOf, withSpaces } from '../rooms/spaces.ts';
import type { Visit } from '../visit.ts';
import { areApart, belongApart } from './areApart.ts';
import { withOrder, withoutOrder, withVouched } from './state.ts';

const familyOf = (visit: Visit): readonly ParticipantId[] =>
  [...visit.participants.values()]
    .filter(({ role, standing }) => isFamily(role) && standing !== 'withdrawn')
    .map(({ id }) => id);

const refuseUnlessFamily = (visit: Visit, target: string | null): RefusalCode | null =>
  familyOf(visit).includes(target as ParticipantId) ? null : 'notFound';

const ofTheFamily = {
  targets: familyOf,
  permits: (visit: Visit, actor: Actor, target: string | null) =>
    firstNo(hostOnly(visit, actor), refuseUnlessFamily(visit, target)),
} as const;

/** Where somebody inside sits, and where they go when they leave it. */
const placesOf = (visit: Visit, seated: readonly Session[], participant: ParticipantId): readonly RoomId[] => [
  spaceOf(visit, participant),
  ...seated.flatMap((session) =>
    session.participant === participant && session.standing.is === 'seated' ? [session.standing.room] : [],
  ),
];

/** Whether two sit in one room who would belong on different sides from then on: one of them would be gone from it sooner or later. */
function wouldPart(now: Visit, next: Visit, seated: readonly Session[]): boolean {
  const areTogether = (one: Session, other: Session): boolean => seatRoomOf(one) === seatRoomOf(other);
  const wouldBelongApart = (one: ParticipantId, other: ParticipantId): boolean =>
    belongApart(next, one, other) && !belongApart(now, one, other);

  return seated.some((one) =>
    seated.some((other) => areTogether(one, other) && wouldBelongApart(one.participant, other.participant)),
  );
}

/**
 * Whether by this change two who are apart would sit together, now or as soon as one of them goes back; or somebody inside would find that
 * their visit is over. A change of orders gives people other main rooms, while they stay where they are.
 */
function isUnsettling(now: Visit, next: Visit): boolean {
  const seated = [...now.sessions.values()].filter(({ standing }) => standing.is === 'seated');
  const inside = [...new Set(seated.map(({ participant }) => participant))];
  const meet = (one: ParticipantId, other: ParticipantId): boolean =>
    placesOf(next, seated, one).some((room) => placesOf(next, seated, other).includes(room));

  return (
    inside.some((one) => hasEndedFor(next, one)) ||
    wouldPart(now, next, seated) ||
    inside.some((one) => inside.some((other) => areApart(next, one, other) && meet(one, other)))
  );
}

/** Everybody who was asked to a room, with everybody else who was or is in it. */
const askedTogether = (visit: Visit): readonly (readonly [ParticipantId, ParticipantId])[] =>
  [...visit.rooms.values()].flatMap(({ id, invited }) => {
    const asked = [...visit.sessions.values()].filter((session) => invited.has(session.id));
    const there = [...visit.sessions.values()].filter(
      ({ standing }) => standing.is === 'seated' && standing.room === id,
    );

    return asked.flatMap((one) => [...asked, ...there].map((other) => [one.participant, other.participant] as const));
  });

/**
 * [PLAN-10] Best before links go out, possible at any time. While two who would be apart sit in one room it is refused (`stillTogether`):
 * the host first brings one of them out, in words of their own, rather than have somebody vanish before the other's eyes.
 */
export const separationOrder: Decider<'separation.order'> = {
  target: ({ participant }) => participant,
  ...ofTheFamily,
  decide: (visit, { participant, against }, { now }) => {
    const family = familyOf(visit);
    if (against.people.some((id) => id === participant || !family.includes(id))) return no('notFound');

    const next = withSpaces({ ...visit, separations: withOrder(visit.separations, { participant, against, at: now }) });
    const isTooLate =
      isUnsettling(visit, next) || askedTogether(visit).some(([one, other]) => areApart(next, one, other));

    return isTooLate ? no('stillTogether') : ok([{ type: 'separation.ordered', participant, against, at: now }]);
  },
};

/** [PLAN-10] The host's word alone; whoever is inside stays where they are. */
export const separationLift: Decider<'separation.lift'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [...visit.separations.orders.keys()],
  permits: (visit, actor, target) =>
    firstNo(hostOnly(visit, actor), visit.separations.orders.has(target as ParticipantId) ? null : 'notFound'),
  decide: (visit, { participant }, { now }) => {
    const next = withSpaces({ ...visit, separations: withoutOrder(visit.separations, participant) });

    return isUnsettling(visit, next) ? no('stillTogether') : ok([{ type: 'separation.lifted', participant, at: now }]);
  },
};

/** [PLAN-10] Said of somebody who was not expected. Being named in an order outweighs it. */
export const separationVouch: Decider<'separation.vouch'> = {
  target: ({ participant }) => participant,
  targets: familyOf,
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseUnlessFamily(visit, target)),
  decide: (visit, { participant }, { now }) => {
    const isNews = visit.participants.get(participant)?.expected === false;
    const isSaid = visit.separations.vouchedFor.has(participant);
    const next = withSpaces({ ...visit, separations: withVouched(visit.separations, participant) });
    if (isUnsettling(visit, next)) return no('stillTogether');

    return ok(isNews && !isSaid ? [{ type: 'separation.vouched', participant, at: now }] : []);
  },
};
