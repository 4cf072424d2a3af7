import { withAlonenessAsked } from './alone/evolve.ts';
import type { Instant, ParticipantId, SessionId } from './ids.ts';
import { isLive, isTurnedOut } from './policies.ts';
import type { Session } from './presence/state.ts';
import { withoutInvitationOf } from './rooms/evolve.ts';
import { stillCalledOn } from './rounds/introductions.ts';
import { withoutSightsOf } from './sight/evolve.ts';
import { type Moves, withMovesNoted } from './unknown/evolve.ts';
import type { Visit } from './visit.ts';

const isAt = (session: Session | undefined): boolean =>
  session?.standing.is === 'waiting' || session?.standing.is === 'seated';

/** Whom this event put out of the visit, or took off the plan. */
const peoplePutOut = (before: Visit, now: Visit): ReadonlySet<ParticipantId> =>
  new Set(
    [...now.participants.values()]
      .filter(({ id, standing }) => standing !== 'on' && before.participants.get(id)?.standing !== standing)
      .map(({ id }) => id),
  );

function movesBetween(before: Visit, now: Visit): Moves {
  const [left, putOut, back] = [new Set<SessionId>(), new Set<SessionId>(), new Set<SessionId>()];
  const people = peoplePutOut(before, now);
  for (const [id, session] of now.sessions) {
    const was = before.sessions.get(id);
    if (people.has(session.participant)) putOut.add(id);
    if (was === undefined || was.standing === session.standing) continue;
    if (isLive(was) && !isLive(session)) (isTurnedOut(session) ? putOut : left).add(id);
    if (!isAt(was) && isAt(session)) back.add(id);
  }

  return { left, putOut, back };
}

/** Nobody stays called on who is not in that room any more: their device went, or its holder says that they are not beside it now. */
function withNobodyGoneCalledOn(visit: Visit): Visit {
  const calledOn = stillCalledOn(visit);

  return calledOn === visit.introductions.calledOn
    ? visit
    : { ...visit, introductions: { ...visit.introductions, calledOn } };
}

/**
 * What follows for the other parts of a visit when a device comes or goes, whichever way: it is not looked at any more, is not called
 * on, and the matters about it are left open, settled or begun anew (UNK-2). One place for every event that can move a device.
 */
export function withMovesFollowed(before: Visit | null, folded: Visit, at: Instant): Visit {
  if (before === null) return folded;

  const now = withAlonenessAsked(before, folded, at);
  if (before.sessions === now.sessions) return before.households === now.households ? now : withNobodyGoneCalledOn(now);

  const moves = movesBetween(before, now);
  if (moves.left.size + moves.putOut.size + moves.back.size === 0) return withNobodyGoneCalledOn(now);

  return withNobodyGoneCalledOn({
    ...now,
    rooms: withoutInvitationOf(now.rooms, new Set([...moves.left, ...moves.putOut])),
    sights: withoutSightsOf(now.sights, new Set([...moves.left, ...moves.putOut])),
    unknowns: withMovesNoted(now.unknowns, moves, at),
  });
}
