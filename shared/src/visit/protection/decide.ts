import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, untargeted } from '../decider.ts';
import {
  firstNo,
  hasPlace,
  hostOnly,
  hostOrChair,
  openOnly,
  ownSession,
  refuseUnlessPresent,
  sessionById,
} from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';
import { checkedAt, isShutOut, keyOf, placeOf, seatedIn } from './protectionOf.ts';

/** [SAFE-2] Of itself, at the door already; another key than before, as after a reload, takes the place of the earlier one. */
export const protectionOffer: Decider<'protection.offer'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseUnlessPresent,
  decide: (visit, { key }, { actor, now }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');
    if (visit.protections.get(session.id)?.key === key) return ok([]);

    return ok([{ type: 'protection.offered', session: session.id, key, at: now }]);
  },
};

function refuseAccepting(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const session = sessionById(visit, target);
  const refusal = hostOnly(visit, actor);
  if (refusal !== null) return refusal;
  if (session === undefined || !hasPlace(visit, session)) return 'notFound';

  return isShutOut(visit, session.id) ? null : 'nothingAsked';
}

/**
 * [SAFE-2] By the host alone: whoever is heard without protection, is so because somebody has answered for it, in the room where it is now or
 * comes into. It goes along into no other one: what is said in a private room is for that room.
 */
export const protectionAccept: Decider<'protection.accept'> = {
  target: ({ session }) => session,
  targets: (visit) => [...visit.protections.keys()].filter((id) => isShutOut(visit, id)),
  permits: refuseAccepting,
  decide: (visit, { session }, { now }) =>
    ok([{ type: 'protection.accepted', session, room: placeOf(visit, session), by: visit.host, at: now }]),
};

/** Others than the one who asks, on devices that have a key. */
const others = (visit: Visit, own: Session): readonly Session[] =>
  own.standing.is !== 'seated'
    ? []
    : seatedIn(visit, own.standing.room).filter(
        ({ id, participant }) => participant !== own.participant && keyOf(visit, id) !== null,
      );

function refuseChecking(visit: Visit, actor: Actor): RefusalCode | null {
  const refusal = firstNo(hostOrChair(visit, actor), openOnly(visit));
  if (refusal !== null) return refusal;

  const own = ownSession(visit, actor);
  if (own?.standing.is !== 'seated') return 'notInside';

  return keyOf(visit, own.id) === null || others(visit, own).length === 0 ? 'nobodyToCompare' : null;
}

/**
 * [SAFE-2] In the room where one sits. Whoever stands between learns the number only when the keys that the leading device shows have been laid
 * down, and can then no longer choose them until the pictures agree. With the same number as before, nothing happens.
 */
export const protectionBegin: Decider<'protection.begin'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseChecking,
  decide: (visit, { number }, { actor, now }) => {
    const own = ownSession(visit, actor);
    if (own?.standing.is !== 'seated') return no('notInside');

    const { room } = own.standing;
    if (visit.readings.get(room) === number) return ok([]);

    return ok([{ type: 'protection.begun', room, number, by: own.participant, at: now }]);
  },
};

/**
 * [SAFE-2] In the room where one sits. Said again while it still holds, nothing happens. `picturesChanged` when somebody sits there who was
 * not compared, or was with another key, or when the pictures were made with another number: what was changed just before the press was compared by nobody. Whoever has gone since is left out.
 */
export const protectionCheck: Decider<'protection.check'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseChecking,
  decide: (visit, { devices, number }, { actor, now }) => {
    const own = ownSession(visit, actor);
    if (own?.standing.is !== 'seated') return no('notInside');

    const { room } = own.standing;
    if (visit.readings.get(room) !== number) return no('picturesChanged');
    const shown = new Map(devices.map(({ session, key }) => [session, key]));
    const sessions = seatedIn(visit, room).map(({ id }) => id);
    if (!sessions.every((id) => shown.get(id) === keyOf(visit, id))) return no('picturesChanged');
    if (checkedAt(visit, room) !== null) return ok([]);

    const keys = sessions.map((id) => keyOf(visit, id));

    return ok([{ type: 'protection.checked', room, sessions, keys, by: own.participant, at: now }]);
  },
};
