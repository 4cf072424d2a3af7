import { changed, type Evolvers } from '../evolver.ts';
import type { ProtectionEvent } from './commands.ts';
import { keyOf } from './protectionOf.ts';

/** What becomes of a visit by what its devices encrypt with. Another key, or none any more, is to be accepted and compared anew. */
export const protectionEvolvers: Evolvers<ProtectionEvent['type']> = {
  'protection.offered': (visit, { session, key }) => ({
    ...visit,
    protections: new Map(visit.protections).set(session, { key, acceptedAt: null }),
    keyless: new Set([...visit.keyless].filter((late) => late !== session)),
  }),
  'protection.late': (visit, { session }) => ({ ...visit, keyless: new Set([...visit.keyless, session]) }),
  'protection.accepted': (visit, { session, at }) => ({
    ...visit,
    protections: changed(visit.protections, session, (said) => ({ ...said, acceptedAt: at })),
  }),
  'protection.checked': (visit, { room, sessions, by, at }) => ({
    ...visit,
    comparisons: new Map(visit.comparisons).set(room, {
      at,
      by,
      keys: new Map(sessions.map((id) => [id, keyOf(visit, id)])),
    }),
  }),
};
