import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, type Decision, untargeted } from '../decider.ts';
import type { VisitEvent } from '../events.ts';
import type { Instant, SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, hostOnly, openOnly, ownSession, personOf, sessionById } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import { cleaned } from '../roster/names.ts';
import type { Visit } from '../visit.ts';
import { casesAbout, casesOf, isUnexpected } from './cases.ts';
import type { CaseCommandType } from './commands.ts';
import type { CaseAbout, CaseId, CaseState } from './state.ts';

/** More open matters than this are one matter; it bounds what a view can weigh. */
const MOST_OPEN = 12;

/** [UNK-3] Every professional with a seat may raise the alarm; what then happens is the host's. */
function refuseNotice(visit: Visit, actor: Actor): RefusalCode | null {
  const session = ownSession(visit, actor);
  if (session === null || isFamily(personOf(visit, session).role)) return 'notYours';
  if (visit.phase.is !== 'open') return openOnly(visit);
  if (session.standing.is !== 'seated') return 'notInside';

  return casesOf(visit).filter(({ open }) => open).length >= MOST_OPEN ? 'tooManyCases' : null;
}

/** Whom the notice is about, or null when the device that was named is not there to be seen. */
function aboutOf(visit: Visit, sort: 'device' | 'nearby', id: SessionId | null): CaseAbout | null {
  if (id === null) return sort === 'nearby' ? { is: 'nearby', session: null } : null;

  const device = sessionById(visit, id);
  if (device === undefined || (device.standing.is !== 'seated' && device.standing.is !== 'waiting')) return null;

  return sort === 'nearby'
    ? { is: 'nearby', session: id }
    : { is: 'device', session: id, participant: device.participant };
}

export const unknownNotice: Decider<'unknown.notice'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseNotice,
  decide: (visit, { about: sort, session, words }, { actor, now, freshId }) => {
    const about = aboutOf(visit, sort, session);
    if (about === null) return no('notFound');
    if (about.is === 'device' && casesAbout(visit, about.session).some(({ open }) => open)) return no('alreadyNoticed');

    const by = actor.kind === 'person' ? actor.participant : null;
    const id = freshId as CaseId;

    return ok([{ type: 'unknown.noticed', case: id, about, why: 'reported', by, words: cleaned(words), at: now }]);
  },
};

/** [UNK-1] What a knock brings with it when the device is one that nobody expected. */
export function noticeOnKnock(visit: Visit, session: SessionId, caseId: CaseId, now: Instant): readonly VisitEvent[] {
  const device = visit.sessions.get(session);
  if (device === undefined || !isUnexpected(visit, session)) return [];

  const known = casesAbout(visit, session).find(({ open }) => open);
  if (known === undefined) {
    const about = { is: 'device', session, participant: device.participant } as const;
    return [{ type: 'unknown.noticed', case: caseId, about, why: 'anotherDevice', by: null, words: '', at: now }];
  }

  return known.state === 'left' ? [{ type: 'unknown.stepped', case: known.id, to: 'noticed', words: '', at: now }] : [];
}

/** [UNK-2] From where each step may be taken, and where it leads. Removing and ending the call have commands of their own. */
const STEPS: {
  readonly [Type in Exclude<CaseCommandType, 'unknown.close' | 'unknown.describe'>]: {
    readonly from: readonly CaseState[];
    readonly to: CaseState;
  };
} = {
  'unknown.askFamily': { from: ['noticed'], to: 'familyAsked' },
  'unknown.explain': { from: ['noticed', 'familyAsked'], to: 'explained' },
  'unknown.introduce': { from: ['noticed', 'familyAsked', 'explained', 'refused', 'warned'], to: 'introduced' },
  'unknown.refuse': { from: ['familyAsked', 'explained'], to: 'refused' },
  'unknown.warn': { from: ['refused'], to: 'warned' },
  'unknown.left': { from: ['noticed', 'familyAsked', 'explained', 'refused', 'warned'], to: 'left' },
  'unknown.nobody': { from: ['explained'], to: 'nobody' },
};

type Stepping = (visit: Visit, id: CaseId) => RefusalCode | null;

function caseDecider<Type extends CaseCommandType>(
  refuse: Stepping,
  eventOf: (id: CaseId, words: string, now: Instant) => VisitEvent,
): Decider<Type> {
  const permits = (visit: Visit, actor: Actor, target: string | null): RefusalCode | null =>
    firstNo(hostOnly(visit, actor), openOnly(visit), refuseCase(visit, target), refuse(visit, target as CaseId));

  return {
    target: (command) => (command as { case: CaseId }).case,
    targets: (visit) => [...visit.unknowns.keys()],
    permits,
    decide: (_visit, command, { now }): Decision => {
      const { case: id, words } = command as { case: CaseId; words: string };

      return ok([eventOf(id, cleaned(words), now)]);
    },
  };
}

function refuseCase(visit: Visit, target: string | null): RefusalCode | null {
  const known = visit.unknowns.get(target as CaseId);
  if (known === undefined) return 'notFound';

  return known.open ? null : 'caseSettled';
}

const step = <Type extends keyof typeof STEPS>(type: Type): Decider<Type> => {
  const { from, to } = STEPS[type];

  return caseDecider<Type>(
    (visit, id) => (from.includes(visit.unknowns.get(id)?.state ?? 'nobody') ? null : 'notThisStep'),
    (id, words, at) => ({ type: 'unknown.stepped', case: id, to, words, at }),
  );
};

/** [UNK-2] The host leads; each step is kept with its time and its words. */
export const unknownSteps: { readonly [Type in CaseCommandType]: Decider<Type> } = {
  'unknown.askFamily': step('unknown.askFamily'),
  'unknown.explain': step('unknown.explain'),
  'unknown.introduce': step('unknown.introduce'),
  'unknown.refuse': step('unknown.refuse'),
  'unknown.warn': step('unknown.warn'),
  'unknown.left': step('unknown.left'),
  'unknown.nobody': step('unknown.nobody'),
  'unknown.describe': caseDecider(
    () => null,
    (id, words, at) => ({ type: 'unknown.stepped', case: id, to: 'described', words, at }),
  ),
  'unknown.close': caseDecider(
    (visit, id) => (visit.unknowns.get(id)?.state === 'left' ? null : 'notThisStep'),
    (id, words, at) => ({ type: 'unknown.closed', case: id, words, at }),
  ),
};
