import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import type { Decider } from '../decider.ts';
import { isFamily, isPinned } from '../people.ts';
import { openOnly, ownSession, personOf, sessionById } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';

/** [SEE-4] Professionals say it, of the child and the parents in their own room, and of nobody else. */
function refuseSight(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const watcher = ownSession(visit, actor);
  if (watcher === null || isFamily(personOf(visit, watcher).role)) return 'notYours';
  if (visit.phase.is !== 'open') return openOnly(visit);
  if (watcher.standing.is !== 'seated') return 'notInside';

  const subject = sessionById(visit, target);
  if (subject === undefined || subject.standing.is !== 'seated') return 'notFound';
  if (subject.standing.room !== watcher.standing.room || !isPinned(personOf(visit, subject).role)) return 'notFound';

  return null;
}

export const sightTell: Decider<'sight.tell'> = {
  target: ({ session }) => session,
  targets: (visit) => [...visit.sessions.keys()],
  permits: refuseSight,
  decide: (visit, { session, sight }, { actor, now }) => {
    const watcher = ownSession(visit, actor);
    if (watcher === null) return no('notYours');
    if (visit.sights.get(session)?.get(watcher.id)?.sight === sight) return ok([]);

    return ok([{ type: 'sight.told', by: watcher.id, session, sight, at: now }]);
  },
};
