import { changed, changedAll, type Evolvers } from '../evolver.ts';
import type { Instant, SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import { isSettled } from './cases.ts';
import type { UnknownEvent } from './commands.ts';
import type { CaseState, CaseStep, UnknownCase } from './state.ts';

/** More steps than this are not kept in the state: the first and the latest. The log has them all. */
const MOST_STEPS = 40;

function kept(steps: readonly CaseStep[]): readonly CaseStep[] {
  const [first] = steps;

  return first === undefined || steps.length <= MOST_STEPS ? steps : [first, ...steps.slice(1 - MOST_STEPS)];
}

const stepped = (known: UnknownCase, step: CaseStep): UnknownCase => ({
  ...known,
  state: step.to === 'described' || step.to === 'closed' ? known.state : step.to,
  open: known.open && step.to !== 'closed' && (step.to === 'described' || !isSettled(step.to)),
  steps: kept([...known.steps, step]),
});

/** How devices came and went with one event. */
export interface Moves {
  /** They left, or were silent for too long. */
  readonly left: ReadonlySet<SessionId>;
  /** Refused or removed, and every device, gone already or not, of a person who was put out. */
  readonly putOut: ReadonlySet<SessionId>;
  /** They are at the door or inside once more. */
  readonly back: ReadonlySet<SessionId>;
}

function whereTo({ state, about: { session } }: UnknownCase, { left, putOut, back }: Moves): CaseState | null {
  if (session === null) return null;
  if (putOut.has(session)) return 'removed';
  if (left.has(session)) return state === 'left' ? null : 'left';

  return back.has(session) && state === 'left' ? 'noticed' : null;
}

/**
 * [UNK-2] Open matters follow the device that they are about, or near which somebody was: gone, the matter waits for the host's
 * note; put out by the host, it is settled; back again, it begins anew.
 */
export const withMovesNoted = (unknowns: Visit['unknowns'], moves: Moves, at: Instant): Visit['unknowns'] =>
  changedAll(unknowns, (known) => {
    const to = known.open ? whereTo(known, moves) : null;

    return to === null ? known : stepped(known, { to, at, words: '' });
  });

/** [UNK-5] The call is over, and with it every open matter. */
export const withCallEnded = (unknowns: Visit['unknowns'], words: string, at: Instant): Visit['unknowns'] =>
  changedAll(unknowns, (known) => (known.open ? stepped(known, { to: 'callEnded', at, words }) : known));

export const unknownEvolvers: Evolvers<UnknownEvent['type']> = {
  'unknown.noticed': (visit, { case: id, about, why, by, words, at }) => ({
    ...visit,
    unknowns: new Map(visit.unknowns).set(id, {
      id,
      about,
      why,
      by,
      state: 'noticed',
      open: true,
      steps: [{ to: 'noticed', at, words }],
    }),
  }),
  'unknown.stepped': (visit, { case: id, to, words, at }) => ({
    ...visit,
    unknowns: changed(visit.unknowns, id, (known) => stepped(known, { to, at, words })),
  }),
  'unknown.closed': (visit, { case: id, words, at }) => ({
    ...visit,
    unknowns: changed(visit.unknowns, id, (known) => stepped(known, { to: 'closed', at, words })),
  }),
};
