import { no, ok } from '../../lib/result.ts';
import type { Decider } from '../decider.ts';
import { untargeted } from '../decider.ts';
import type { ParticipantId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, hostOnly, isLive, openOnly, ownSession, personOf, refuseUnlessPresent } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import { cleaned, isReadable, skeleton } from '../roster/names.ts';
import type { Visit } from '../visit.ts';
import { type Companion, type CompanionId, NOT_TOLD } from './state.ts';

type Named = Pick<Companion, 'name' | 'relationship'>;

const tidy = ({ name, relationship }: Named): Named => ({ name: cleaned(name), relationship: cleaned(relationship) });

/** Whoever was there before keeps their id, so that an introduction stays theirs. */
function recognised(known: readonly Companion[], person: Named, fresh: CompanionId): Companion {
  const before = known.find(({ name }) => skeleton(name) === skeleton(person.name));

  return { ...person, id: before?.id ?? fresh };
}

const isSame = (before: readonly Companion[] | null, now: readonly Companion[]): boolean =>
  before !== null && JSON.stringify(before) === JSON.stringify(now);

/**
 * [JOIN-5] Any name is taken that can be read out, also one that is on the roster already: to refuse it would tell a device at the
 * door who is expected. Two of the same name beside one device are one.
 */
export const householdTell: Decider<'household.tell'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseUnlessPresent,
  decide: (visit, { people }, { actor, now, freshId }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');

    const named = people.map(tidy);
    if (named.some(({ name }) => !isReadable(name))) return no('nameUnreadable');

    const before = visit.households.get(session.id) ?? NOT_TOLD;
    const beside = unique(
      named.map((person, place) => recognised(before.people ?? [], person, `${freshId}-${place}` as CompanionId)),
    );
    if (before.askedAt === null && isSame(before.people, beside)) return ok([]);

    return ok([{ type: 'household.told', session: session.id, people: beside, at: now }]);
  },
};

const unique = (people: readonly Companion[]): readonly Companion[] =>
  people.filter(({ name }, place) => people.findIndex((other) => skeleton(other.name) === skeleton(name)) === place);

/** The devices of the family, at the door and inside, that can be asked. */
const askable = (visit: Visit, participant: ParticipantId | null): readonly Session[] =>
  [...visit.sessions.values()].filter(
    (session) =>
      isLive(session) &&
      isFamily(personOf(visit, session).role) &&
      (participant === null || session.participant === participant),
  );

function refuseAsking(visit: Visit, target: string | null): RefusalCode | null {
  if (target !== null && !visit.participants.has(target as ParticipantId)) return 'notFound';

  return askable(visit, target as ParticipantId | null).length === 0 ? 'notInside' : null;
}

export const householdAsk: Decider<'household.ask'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [null, ...visit.participants.keys()],
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), openOnly(visit), refuseAsking(visit, target)),
  decide: (visit, { participant }, { now }) =>
    ok([{ type: 'household.asked', sessions: askable(visit, participant).map(({ id }) => id), at: now }]),
};
