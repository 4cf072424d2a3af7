import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, untargeted } from '../decider.ts';
import type { SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, openOnly, ownSession, personOf, refuseUnlessSeatedProfessional, sessionById } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';

const roomOf = ({ standing }: Session) => (standing.is === 'seated' ? standing.room : null);

/** Family in private rooms: whom the question is for. */
const isAskable = (visit: Visit, session: Session): boolean => {
  const room = roomOf(session);

  return room !== null && visit.rooms.get(room)?.kind === 'private' && isFamily(personOf(visit, session).role);
};

/** Of somebody in another room it is the host's business alone; to everybody else there is nobody there. */
function refuseAsking(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const refusal = firstNo(refuseUnlessSeatedProfessional(visit, actor), openOnly(visit));
  const own = ownSession(visit, actor);
  const asked = sessionById(visit, target);
  if (refusal !== null || own === null) return refusal ?? 'notYours';
  if (asked === undefined || !isAskable(visit, asked)) return 'notFound';

  return own.participant === visit.host || roomOf(own) === roomOf(asked) ? null : 'notFound';
}

/** [PRIV-8] Any professional in the room, and the host. Asked again while the question stands, nothing happens. */
export const aloneAsk: Decider<'alone.ask'> = {
  target: ({ session }) => session,
  targets: (visit) => [...visit.sessions.values()].filter((session) => isAskable(visit, session)).map(({ id }) => id),
  permits: refuseAsking,
  decide: (visit, { session }, { now }) => {
    const stands = (visit.alonenesses.get(session as SessionId)?.askedAt ?? null) !== null;

    return ok(stands ? [] : [{ type: 'alone.asked', session, at: now }]);
  },
};

function refuseAnswer(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session?.standing.is !== 'seated' || isFamily(personOf(visit, session).role) === false) return 'notYours';

  return firstNo(openOnly(visit), visit.alonenesses.has(session.id) ? null : 'nothingAsked');
}

/** [PRIV-8] By touch, at any time while in the private room: whoever comes in later makes another answer true. */
export const aloneAnswer: Decider<'alone.answer'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseAnswer,
  decide: (visit, { what }, { actor, now }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');

    const before = visit.alonenesses.get(session.id);
    if (before?.askedAt === null && before.said?.what === what) return ok([]);

    return ok([{ type: 'alone.answered', session: session.id, what, at: now }]);
  },
};
