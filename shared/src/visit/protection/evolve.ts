import { changed, type Evolvers } from '../evolver.ts';
import type { RoomId, SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import type { ProtectionEvent } from './commands.ts';
import { keyOf, placeOf } from './protectionOf.ts';

const NOWHERE = new Map<never, never>();

/**
 * [SAFE-2] What stood accepted of a device at the door, for the main room that it would come into, is accepted for the one instead into which
 * the host lets it by name: they choose the room with that before their eyes.
 */
export const acceptedInto = (visit: Visit, session: SessionId, room: RoomId): Visit['protections'] =>
  changed(visit.protections, session, (protection) => {
    const place = placeOf(visit, session);
    const at = protection.accepted.get(place);
    if (at === undefined || place === room) return protection;

    const others = [...protection.accepted].filter(([other]) => other !== place);

    return { ...protection, accepted: new Map([[room, at], ...others]) };
  });

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
