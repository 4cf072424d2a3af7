import { no, ok } from '../../lib/result.ts';
import { type Decider, untargeted } from '../decider.ts';
import type { SessionId } from '../ids.ts';
import { ownSession, refuseUnlessPresent } from '../policies.ts';
import type { Visit } from '../visit.ts';
import { type Condition, UNTOLD } from './state.ts';

/** The newest that a device has said of itself; of one that has said nothing, nothing is wrong and nothing is known. */
export const conditionOf = (visit: Visit, session: SessionId): Condition =>
  visit.conditions.get(session)?.condition ?? UNTOLD;

const isSame = (one: Condition, other: Condition): boolean =>
  one.blur === other.blur &&
  one.camera === other.camera &&
  one.interruption === other.interruption &&
  one.hears === other.hears;

/** [SEE-3] [SEE-7] Of oneself only. */
export const conditionTell: Decider<'condition.tell'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseUnlessPresent,
  decide: (visit, { condition }, { actor, now }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');
    if (isSame(conditionOf(visit, session.id), condition)) return ok([]);

    return ok([{ type: 'condition.told', session: session.id, condition, at: now }]);
  },
};
