import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { type Decider, type Decision, untargeted } from '../decider.ts';
import type { VisitEvent } from '../events.ts';
import type { Instant, SessionId } from '../ids.ts';
import {
  firstNo,
  hostOrChair,
  isTogether,
  openOnly,
  ownSession,
  refuseUnlessSeatedProfessional,
  sessionById,
} from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { RefusalCode } from '../refusals.ts';
import { cleaned } from '../roster/names.ts';
import type { Visit } from '../visit.ts';
import { casesAbout, isAnotherDevice, isUnexpected, openCasesOf } from './cases.ts';
import type { CaseCommandType } from './commands.ts';
import { refuseHidden } from './leading.ts';
import type { CaseAbout, CaseId, CaseState, UnknownCase } from './state.ts';

type Notice = CommandOf<'unknown.notice'>;

/** More open matters than this that people raised are one matter; it bounds what a view can weigh. */
const MOST_RAISED = 12;

const raisedByHand = (visit: Visit): readonly UnknownCase[] => openCasesOf(visit).filter(({ by }) => by !== null);

/**
 * [UNK-3] Every professional with a seat may raise the alarm; what then happens is the host's and the chair's. What the server noticed by itself does
 * not count: else whoever has a link could knock from so many devices that nobody may raise it any more.
 */
const refuseNotice = (visit: Visit, actor: Actor): RefusalCode | null =>
  firstNo(
    refuseUnlessSeatedProfessional(visit, actor),
    raisedByHand(visit).length >= MOST_RAISED ? 'tooManyCases' : null,
  );

/** The devices of one's own room; for the host, who has them all before their eyes, also those of other rooms and in the lobby. */
function noticeable(visit: Visit, actor: Actor, id: SessionId): Session | null {
  const device = sessionById(visit, id);
  const own = ownSession(visit, actor);
  if (device === undefined || own === null) return null;
  if (own.participant !== visit.host) return isTogether(own, device) ? device : null;

  return device.standing.is === 'seated' || device.standing.is === 'waiting' ? device : null;
}

/** Whom the notice is about, or null when the device that was named is not there to be seen by them. */
function aboutOf(visit: Visit, actor: Actor, { about: sort, session: id }: Notice): CaseAbout | null {
  if (id === null) return sort === 'nearby' ? { is: 'nearby', session: null } : null;

  const device = noticeable(visit, actor, id);
  if (device === null) return null;

  return sort === 'nearby'
    ? { is: 'nearby', session: id }
    : { is: 'device', session: id, participant: device.participant };
}

/** [UNK-3] Opens a matter. `notFound` for a device that this professional has no business with, `alreadyNoticed` when an open matter is about it. */
export const unknownNotice: Decider<'unknown.notice'> = {
  target: () => null,
  targets: untargeted,
  permits: refuseNotice,
  decide: (visit, notice, { actor, now, freshId }) => {
    const about = aboutOf(visit, actor, notice);
    if (about === null) return no('notFound');
    if (about.is === 'device' && casesAbout(visit, about.session).some(({ open }) => open)) return no('alreadyNoticed');

    const by = actor.kind === 'person' ? actor.participant : null;
    const id = freshId as CaseId;
    const words = cleaned(notice.words);

    return ok([{ type: 'unknown.noticed', case: id, about, why: 'reported', by, words, at: now }]);
  },
};

/** [UNK-1] What a knock brings with it when the device is one that nobody expected. A matter that is open already goes on by itself. */
export function noticeOnKnock(visit: Visit, device: Session, caseId: CaseId, now: Instant): readonly VisitEvent[] {
  if (!isUnexpected(visit, device) || casesAbout(visit, device.id).some(({ open }) => open)) return [];

  const about = { is: 'device', session: device.id, participant: device.participant } as const;
  const why = isAnotherDevice(visit, device) ? 'anotherDevice' : 'reported';

  return [{ type: 'unknown.noticed', case: caseId, about, why, by: null, words: '', at: now }];
}

type Step = Exclude<CaseCommandType, 'unknown.close' | 'unknown.describe'>;

/** [UNK-2] From where each step may be taken, and where it leads. Removing and ending the call have commands of their own. */
const STEPS: {
  readonly [Type in Step]: {
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

/** Said by hand only of somebody without a device: whether a device is there is known, and it is put out by other commands. */
const NEARBY_ONLY: readonly Step[] = ['unknown.left', 'unknown.nobody'];

type Stepping = (visit: Visit, id: CaseId) => RefusalCode | null;

function caseDecider<Type extends CaseCommandType>(
  refuse: Stepping,
  eventsOf: (id: CaseId, words: string, now: Instant) => readonly VisitEvent[],
): Decider<Type> {
  const permits = (visit: Visit, actor: Actor, target: string | null): RefusalCode | null =>
    firstNo(
      hostOrChair(visit, actor),
      openOnly(visit),
      refuseCase(visit, actor, target),
      refuse(visit, target as CaseId),
    );

  return {
    target: (command) => (command as { case: CaseId }).case,
    targets: (visit) => openCasesOf(visit).map(({ id }) => id),
    permits,
    decide: (_visit, command, { now }): Decision => {
      const { case: id, words } = command as { case: CaseId; words: string };

      return ok(eventsOf(id, cleaned(words), now));
    },
  };
}

function refuseCase(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const known = visit.unknowns.get(target as CaseId);
  if (known === undefined) return 'notFound';

  return firstNo(refuseHidden(visit, actor, known), known.open ? null : 'caseSettled');
}

function isStepOf(type: Step, known: UnknownCase | undefined): boolean {
  if (known === undefined || !STEPS[type].from.includes(known.state)) return false;

  return known.about.is === 'nearby' || !NEARBY_ONLY.includes(type);
}

const step = <Type extends Step>(type: Type): Decider<Type> => {
  const { to } = STEPS[type];

  return caseDecider<Type>(
    (visit, id) => (isStepOf(type, visit.unknowns.get(id)) ? null : 'notThisStep'),
    (id, words, at) => [{ type: 'unknown.stepped', case: id, to, words, at }],
  );
};

/** [UNK-2] The host leads, and the chair beside them; each step is kept with its time and its words. */
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
    (id, words, at) => (words === '' ? [] : [{ type: 'unknown.stepped', case: id, to: 'described', words, at }]),
  ),
  'unknown.close': caseDecider(
    (visit, id) => (visit.unknowns.get(id)?.state === 'left' ? null : 'notThisStep'),
    (id, words, at) => [{ type: 'unknown.closed', case: id, words, at }],
  ),
};
