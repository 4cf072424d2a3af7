import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import type { Decider } from '../decider.ts';
import { untargeted } from '../decider.ts';
import type { ParticipantId, SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, hasPlace, hostOnly, isTogether, ownSession, personOf, refuseUnlessPresent } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import { hasSides } from '../rooms/spaces.ts';
import { cleaned, isReadable, skeleton } from '../roster/names.ts';
import type { Visit } from '../visit.ts';
import { type Companion, type CompanionId, NOT_TOLD } from './state.ts';

type Named = Pick<Companion, 'name' | 'relationship'>;

const tidy = ({ name, relationship }: Named): Named => ({ name: cleaned(name), relationship: cleaned(relationship) });

const isSameName = (one: Named, other: Named): boolean => skeleton(one.name) === skeleton(other.name);

/** A father and a son may have one name: only who has the same name and relationship is the same. */
const isSamePerson = (one: Named, other: Named): boolean =>
  isSameName(one, other) && skeleton(one.relationship) === skeleton(other.relationship);

const unique = (people: readonly Named[]): readonly Named[] =>
  people.filter((person, place) => people.findIndex((other) => isSamePerson(other, person)) === place);

/**
 * Whoever was there before keeps their id, so that an introduction stays theirs. With another relationship it is somebody else: one who
 * was introduced as the uncle is not introduced as the solicitor.
 */
const recognised = (known: readonly Companion[], people: readonly Named[], freshId: string): readonly Companion[] =>
  people.map((person, place) => {
    const before = known.find((one) => isSamePerson(one, person));

    return { ...person, id: before?.id ?? (`${freshId}-${place}` as CompanionId) };
  });

const isSame = (before: readonly Companion[] | null, now: readonly Companion[]): boolean =>
  before?.length === now.length &&
  now.every(({ id, name, relationship }, place) => {
    const was = before[place];
    return was?.id === id && was.name === name && was.relationship === relationship;
  });

/**
 * [JOIN-5] Any name is taken that can be read out, also one that is on the roster already: to refuse it would tell a device at the
 * door who is expected.
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
    const beside = recognised(before.people ?? [], unique(named), freshId);
    if (before.askedAt === null && isSame(before.people, beside)) return ok([]);

    return ok([{ type: 'household.told', session: session.id, people: beside, at: now }]);
  },
};

/** With one main room, everywhere; with several, where the host sits: that somebody came to one side is no reason to ask the other (PRIV-5). */
const isAskedWithAll = (visit: Visit, own: Session | null, session: Session): boolean =>
  session.standing.is === 'seated' && (!hasSides(visit) || isTogether(own, session));

/**
 * Whom the host can ask: of one person every device, at the door as well; of the whole family only those inside, because a question
 * to all would tell whoever waits that something is going on (JOIN-3).
 */
const askable = (visit: Visit, actor: Actor, participant: ParticipantId | null): readonly Session[] =>
  placedFamily(visit).filter((session) =>
    participant === null
      ? isAskedWithAll(visit, ownSession(visit, actor), session)
      : session.participant === participant,
  );

const placedFamily = (visit: Visit): readonly Session[] =>
  [...visit.sessions.values()].filter((session) => hasPlace(visit, session) && isFamily(personOf(visit, session).role));

function refuseAsking(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  if (target !== null && !visit.participants.has(target as ParticipantId)) return 'notFound';

  return askable(visit, actor, target as ParticipantId | null).length === 0 ? 'notInside' : null;
}

/** [JOIN-5] For the host alone. Who has not answered the question before is not asked twice; `notInside` when there is nobody to ask. */
export const householdAsk: Decider<'household.ask'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [null, ...new Set(placedFamily(visit).map(({ participant }) => participant))],
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseAsking(visit, actor, target)),
  decide: (visit, { participant }, { actor, now }) => {
    const unasked = askable(visit, actor, participant).filter(({ id }) => !isAsked(visit, id));
    const sessions = unasked.map(({ id }) => id);

    return ok(sessions.length === 0 ? [] : [{ type: 'household.asked', sessions, at: now }]);
  },
};

const isAsked = (visit: Visit, session: SessionId): boolean =>
  (visit.households.get(session) ?? NOT_TOLD).askedAt !== null;
