import type { Evolvers } from '../evolver.ts';
import type { Instant, SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { personOf } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { Visit } from '../visit.ts';
import type { AloneEvent } from './commands.ts';
import type { Alonenesses } from './state.ts';

const privateRoomOf = (visit: Visit, session: Session | undefined) => {
  if (session?.standing.is !== 'seated') return null;

  return visit.rooms.get(session.standing.room)?.kind === 'private' ? session.standing.room : null;
};

const without = (alonenesses: Alonenesses, session: SessionId): Alonenesses =>
  new Map([...alonenesses].filter(([id]) => id !== session));

/**
 * [PRIV-8] Whoever of the family comes into a private room is asked; whoever leaves it is asked nothing any more. It follows from where the
 * devices are, so that no way in or out is forgotten.
 */
export function withAlonenessAsked(before: Visit, now: Visit, at: Instant): Visit {
  if (before.sessions === now.sessions) return now;

  let alonenesses = now.alonenesses;
  for (const session of now.sessions.values()) {
    const earlier = before.sessions.get(session.id);
    if (earlier?.standing === session.standing) continue;

    const room = privateRoomOf(now, session);
    if (room === privateRoomOf(before, earlier)) continue;
    if (room === null) alonenesses = without(alonenesses, session.id);
    else if (isFamily(personOf(now, session).role))
      alonenesses = new Map(alonenesses).set(session.id, { askedAt: at, said: null });
  }

  return alonenesses === now.alonenesses ? now : { ...now, alonenesses };
}

/** What becomes of a visit by who is asked whether they are alone, and what they say. */
export const aloneEvolvers: Evolvers<AloneEvent['type']> = {
  'alone.asked': (visit, { session, at }) => ({
    ...visit,
    alonenesses: new Map(visit.alonenesses).set(session, {
      askedAt: at,
      said: visit.alonenesses.get(session)?.said ?? null,
    }),
  }),
  'alone.answered': (visit, { session, what, at }) => ({
    ...visit,
    alonenesses: new Map(visit.alonenesses).set(session, { askedAt: null, said: { what, at } }),
  }),
};
