import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import type { Decider } from '../decider.ts';
import type { ParticipantId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, hostOnly, seatedTogether } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';
import { areApart } from './areApart.ts';
import { withOrder } from './state.ts';

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

    const next: Visit = { ...visit, separations: withOrder(visit.separations, participant, against) };
    const isTooLate = [...seatedTogether(visit), ...askedTogether(visit)].some(([one, other]) =>
      areApart(next, one, other),
    );

    return isTooLate ? no('stillTogether') : ok([{ type: 'separation.ordered', participant, against, at: now }]);
  },
};

/** [PLAN-10] The host's word alone; whoever is inside stays where they are. */
export const separationLift: Decider<'separation.lift'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [...visit.separations.orders.keys()],
  permits: (visit, actor, target) =>
    firstNo(hostOnly(visit, actor), visit.separations.orders.has(target as ParticipantId) ? null : 'notFound'),
  decide: (_visit, { participant }, { now }) => ok([{ type: 'separation.lifted', participant, at: now }]),
};

/** [PLAN-10] Said of somebody who was not expected. Being named in an order outweighs it. */
export const separationVouch: Decider<'separation.vouch'> = {
  target: ({ participant }) => participant,
  targets: familyOf,
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseUnlessFamily(visit, target)),
  decide: (visit, { participant }, { now }) => {
    const isNews = visit.participants.get(participant)?.expected === false;
    const isSaid = visit.separations.vouchedFor.has(participant);

    return ok(isNews && !isSaid ? [{ type: 'separation.vouched', participant, at: now }] : []);
  },
};
