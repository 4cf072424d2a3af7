import { changed, type Evolvers } from '../evolver.ts';
import type { Instant, SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import { isSettled } from './cases.ts';
import type { UnknownEvent } from './commands.ts';
import type { CaseState, CaseStep, UnknownCase } from './state.ts';

/** More steps than this are not kept in the state; the log has them all. */
const MOST_STEPS = 40;

const stepped = (known: UnknownCase, step: CaseStep): UnknownCase => ({
  ...known,
  state: step.to === 'described' ? known.state : step.to,
  open: known.open && (step.to === 'described' || !isSettled(step.to)),
  steps: [...known.steps, step].slice(-MOST_STEPS),
});

/** Every open matter about one of these devices brought to this state: they left, or were put out. */
export function withDevicesGone(
  unknowns: Visit['unknowns'],
  sessions: ReadonlySet<SessionId>,
  to: Extract<CaseState, 'left' | 'removed'>,
  at: Instant,
): Visit['unknowns'] {
  return new Map(
    [...unknowns].map(([id, known]) =>
      known.open && known.state !== to && known.about.is === 'device' && sessions.has(known.about.session)
        ? [id, stepped(known, { to, at, words: '' })]
        : [id, known],
    ),
  );
}

/** [UNK-5] The call is over, and with it every open matter. */
export const withCallEnded = (unknowns: Visit['unknowns'], words: string, at: Instant): Visit['unknowns'] =>
  new Map(
    [...unknowns].map(([id, known]) => [id, known.open ? stepped(known, { to: 'callEnded', at, words }) : known]),
  );

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
  'unknown.closed': (visit, { case: id }) => ({
    ...visit,
    unknowns: changed(visit.unknowns, id, (known) => ({ ...known, open: false })),
  }),
};
