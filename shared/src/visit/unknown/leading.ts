import type { Actor } from '../actor.ts';
import type { ParticipantId, SessionId } from '../ids.ts';
import { firstNo, hostOnly, isChair, openOnly } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';
import { casesOf } from './cases.ts';
import type { CaseState, UnknownCase } from './state.ts';

/** From where the protocol ends the call; the host may at any moment. */
const BEFORE_THE_END: readonly CaseState[] = ['refused', 'warned'];

const ownerOf = (visit: Visit, { about }: UnknownCase): ParticipantId | null =>
  about.session === null ? null : (visit.sessions.get(about.session)?.participant ?? null);

/** [UNK-1] The matters that the chair leads beside the host: all but those of their own devices, which may be in other hands. */
export const casesOfChair = (visit: Visit, chair: ParticipantId): readonly UnknownCase[] =>
  casesOf(visit).filter((known) => ownerOf(visit, known) !== chair);

/** `notFound` for a matter that this person has not before them. */
export function refuseHidden(visit: Visit, actor: Actor, known: UnknownCase): RefusalCode | null {
  const isOwn = actor.kind === 'person' && isChair(visit, actor) && ownerOf(visit, known) === actor.participant;

  return isOwn ? 'notFound' : null;
}

/** An act of the host that the chair has as a step of an open matter, and only while there is such a matter. */
function hostOrChairIn(visit: Visit, actor: Actor, isStepOf: (known: UnknownCase) => boolean): RefusalCode | null {
  if (actor.kind !== 'person' || !isChair(visit, actor)) return hostOnly(visit, actor);

  const leads = casesOfChair(visit, actor.participant).some((known) => known.open && isStepOf(known));

  return leads ? openOnly(visit) : 'notYours';
}

/** [UNK-2] Refusing a waiting device: the host; the chair one that an open matter is about. */
export const refuseUnlessTurnsAway = (visit: Visit, actor: Actor, device: string | null): RefusalCode | null =>
  hostOrChairIn(visit, actor, ({ about }) => about.is === 'device' && about.session === (device as SessionId));

/** [UNK-2] Removing somebody: the host; the chair somebody whose device an open matter is about, and is there. */
export const refuseUnlessRemoves = (visit: Visit, actor: Actor, person: string | null): RefusalCode | null =>
  hostOrChairIn(
    visit,
    actor,
    ({ about, state }) => about.is === 'device' && about.participant === person && state !== 'left',
  );

/** [UNK-5] Ending the call for everyone: the host; the chair when somebody would not say who they are, or was warned. */
export const refuseUnlessEnds = (visit: Visit, actor: Actor): RefusalCode | null =>
  firstNo(
    hostOrChairIn(visit, actor, ({ state }) => BEFORE_THE_END.includes(state)),
    openOnly(visit),
  );
