import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, untargeted } from '../decider.ts';
import { firstNo, isTurnedOut, openOnly, ownSession, refuseUnlessPresent } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import { canBeInRoom, refuseWhenFull } from '../rooms/canBeInRoom.ts';
import { spaceOf } from '../rooms/spaces.ts';
import type { Visit } from '../visit.ts';

/** [JOIN-3] Only signed-in professionals of the visit come in without being admitted, and not after they were put out. */
function refuseEntry(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session === null || session.identity !== 'signedIn') return 'notYours';

  const notNow = openOnly(visit);
  if (notNow !== null) return notNow;
  if (session.standing.is === 'seated') return 'alreadyInside';
  if (session.standing.is === 'waiting') return 'alreadyInside';
  if (isTurnedOut(session)) return 'putOut';

  const space = spaceOf(visit, session.participant);

  return firstNo(canBeInRoom(visit, session.participant, space, 'entering'), refuseWhenFull(visit, space));
}

/** A signed-in professional takes their seat in the main room; anybody else is `notYours`. */
export const presenceEnter: Decider<'presence.enter'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseEntry,
  decide: (visit, _command, { actor, now }) => {
    const session = ownSession(visit, actor);

    return session === null ? no('notYours') : ok([{ type: 'session.entered', session: session.id, at: now }]);
  },
};

/** [FLOOR-2] A microphone and a camera belong to their person: there is no command that sets somebody else's. */
export const presenceSetMedia: Decider<'presence.setMedia'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseUnlessPresent,
  decide: (visit, { microphone, camera }, { actor }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');
    if (session.microphone === microphone && session.camera === camera) return ok([]);

    return ok([{ type: 'session.mediaSet', session: session.id, microphone, camera }]);
  },
};

/** [CARE-5] Gives up one’s own place at the door or inside, at once and without asking anybody. */
export const presenceLeave: Decider<'presence.leave'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseUnlessPresent,
  decide: (visit, { quickly }, { actor, now }) => {
    const session = ownSession(visit, actor);

    return session === null ? no('notYours') : ok([{ type: 'session.left', session: session.id, quickly, at: now }]);
  },
};
