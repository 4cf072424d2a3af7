import { after, type Instant, type SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { personOf } from '../policies.ts';
import type { Visit } from '../visit.ts';
import { KEY_AWAITED } from './state.ts';

interface Awaited {
  readonly session: SessionId;
  /** When nobody counts on it any more. */
  readonly until: Instant;
}

/** [PRIV-10] Devices with a seat that have not said what they encrypt with: of professionals alone, who are to see and hear the family. */
export const keysAwaited = (visit: Visit): readonly Awaited[] =>
  [...visit.sessions.values()].flatMap((session) => {
    const { id, standing, connection } = session;
    const isKnown = visit.protections.has(id) || visit.keyless.has(id);
    if (isKnown || standing.is !== 'seated' || connection.is !== 'connected') return [];
    if (isFamily(personOf(visit, session).role)) return [];

    return [{ session: id, until: after(Math.max(standing.since, connection.since) as Instant, KEY_AWAITED) }];
  });
