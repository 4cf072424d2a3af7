import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import type { Decider } from '../decider.ts';
import { isPinned } from '../people.ts';
import {
  isTogether,
  ownSession,
  personOf,
  refuseUnlessSeatedProfessional,
  seatedDevices,
  sessionById,
} from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';

/** [SEE-4] Professionals say it, of the child and the parents in their own room, and of nobody else. */
function refuseSight(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const refusal = refuseUnlessSeatedProfessional(visit, actor);
  if (refusal !== null) return refusal;

  const subject = sessionById(visit, target);
  if (subject === undefined || !isPinned(personOf(visit, subject).role)) return 'notFound';

  return isTogether(ownSession(visit, actor), subject) ? null : 'notFound';
}

/** [SEE-4] How this device shows one other; only a change is kept. `notFound` for whoever is not theirs to watch. */
export const sightTell: Decider<'sight.tell'> = {
  target: ({ session }) => session,
  targets: (visit) => (visit.phase.is === 'open' ? seatedDevices(visit) : []),
  permits: refuseSight,
  decide: (visit, { session, sight }, { actor, now }) => {
    const watcher = ownSession(visit, actor);
    if (watcher === null) return no('notYours');
    if (visit.sights.get(session)?.get(watcher.id)?.sight === sight) return ok([]);

    return ok([{ type: 'sight.told', by: watcher.id, session, sight, at: now }]);
  },
};
