import { ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import type { Decider } from '../decider.ts';
import type { ParticipantId } from '../ids.ts';
import { hostOnly } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';
import { MOST_OBSERVATIONS } from './state.ts';

const isChildHere = (visit: Visit, target: string | null): boolean => {
  const person = visit.participants.get(target as ParticipantId);

  return person?.role === 'child' && person.standing !== 'withdrawn';
};

function refuseNote(visit: Visit, actor: Actor, target: string | null): RefusalCode | null {
  const refusal = hostOnly(visit, actor);
  if (refusal !== null) return refusal;
  if (!isChildHere(visit, target)) return 'notFound';
  if (visit.phase.is !== 'open') return 'visitNotOpen';

  const count = visit.observations.get(target as ParticipantId)?.count ?? 0;

  return count >= MOST_OBSERVATIONS ? 'notesFull' : null;
}

/**
 * [SEE-6] What a child shows who says little or nothing: also of a child without a device of their own, who is in somebody else's picture.
 * The host's alone to write and to read.
 */
export const observationNote: Decider<'observation.note'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [...visit.participants.keys()].filter((id) => isChildHere(visit, id)),
  permits: refuseNote,
  decide: (_visit, { participant, words }, { now }) => ok([{ type: 'observation.noted', participant, words, at: now }]),
};
