import { changed, type Evolvers } from '../evolver.ts';
import type { ProtectionEvent } from './commands.ts';
import { keyOf, placeOf } from './protectionOf.ts';

const NOWHERE = new Map<never, never>();

/** What becomes of a visit by what its devices encrypt with. Another key, or none any more, is to be accepted and compared anew. */
export const protectionEvolvers: Evolvers<ProtectionEvent['type']> = {
  'protection.offered': (visit, { session, key }) => ({
    ...visit,
    protections: new Map(visit.protections).set(session, { key, accepted: NOWHERE }),
    keyless: new Set([...visit.keyless].filter((late) => late !== session)),
  }),
  'protection.late': (visit, { session }) => ({ ...visit, keyless: new Set([...visit.keyless, session]) }),
  'protection.accepted': (visit, { session, room, at }) => ({
    ...visit,
    protections: changed(visit.protections, session, ({ key, accepted }) => ({
      key,
      accepted: new Map(accepted).set(room ?? placeOf(visit, session), at),
    })),
  }),
  'protection.begun': (visit, { room, number }) => ({
    ...visit,
    readings: new Map(visit.readings).set(room, number),
  }),
  'protection.checked': (visit, { room, sessions, keys, by, at }) => ({
    ...visit,
    comparisons: new Map(visit.comparisons).set(room, {
      at,
      by,
      number: visit.readings.get(room) ?? null,
      keys: new Map(sessions.map((id, place) => [id, keys === undefined ? keyOf(visit, id) : (keys[place] ?? null)])),
    }),
  }),
};
