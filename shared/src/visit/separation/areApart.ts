import type { ParticipantId } from '../ids.ts';
import { isFamily } from '../people.ts';
import type { Participant } from '../roster/state.ts';
import type { Visit } from '../visit.ts';
import type { Separations } from './state.ts';

const isStrange = ({ id, expected }: Participant, { vouchedFor }: Separations): boolean =>
  !expected && !vouchedFor.has(id);

/** [PLAN-10] Whether this is somebody of the family who came unexpectedly, is kept from everyone protected, and could be vouched for. */
export function isStranger({ participants, separations }: Visit, participant: ParticipantId): boolean {
  const person = participants.get(participant);

  return person !== undefined && isFamily(person.role) && separations.orders.size > 0 && isStrange(person, separations);
}

/** Whether an order for `one` keeps `other` away. Somebody unknown to the visit is kept away from everyone who is protected. */
function isKeptFrom({ separations, participants }: Visit, one: ParticipantId, other: ParticipantId): boolean {
  const against = separations.orders.get(one);
  if (against === undefined) return false;

  const person = participants.get(other);
  if (person === undefined) return true;
  if (!isFamily(person.role)) return false;
  if (against.people.includes(other)) return against.is === 'these';

  return against.is === 'allBut' || isStrange(person, separations);
}

/**
 * [PLAN-10] [PRIV-5] Whether these two must never share a room nor learn of each other. The same asked either way round. Whoever was put
 * on the plan after the start counts as apart from everyone who is protected, until the host vouches for them.
 */
export const areApart = (visit: Visit, one: ParticipantId, other: ParticipantId): boolean =>
  one !== other && (isKeptFrom(visit, one, other) || isKeptFrom(visit, other, one));

const withWhomTheyHelp = ({ participants }: Visit, participant: ParticipantId): readonly ParticipantId[] => {
  const helps = participants.get(participant)?.helps ?? null;

  return helps === null ? [participant] : [participant, helps];
};

/**
 * [PRIV-5] [PRIV-6] Whether these two have different main rooms: they are kept apart, or whoever one of them helps is. Where an interpreter
 * is at home, there is the name of the one whom they came with.
 */
export const belongApart = (visit: Visit, one: ParticipantId, other: ParticipantId): boolean =>
  withWhomTheyHelp(visit, one).some((id) =>
    withWhomTheyHelp(visit, other).some((otherId) => areApart(visit, id, otherId)),
  );
