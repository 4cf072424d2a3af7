import type { Unhurried } from '../lib/unhurried.ts';
import type { RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { unknownView } from './matterView.ts';
import type { CaseId, CaseStep } from './unknown/state.ts';
import type { UnknownView } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** [UNK-2] Every matter of somebody unknown in the order in which they were noticed, with each step, its time and its words. */
export function* unknownHistory(log: readonly RecordedEvent[]): Unhurried<readonly UnknownView[]> {
  const steps = new Map<CaseId, readonly CaseStep[]>();
  let visit: Visit | null = null;

  for (const recorded of log) {
    yield;
    const before: Visit | null = visit;
    visit = evolve(before, recorded);
    for (const known of visit.unknowns.values()) {
      // An entry of the log takes a matter one step at most; the visit itself keeps only so many.
      const step = known.steps.at(-1);
      if (step === undefined || before?.unknowns.get(known.id)?.steps === known.steps) continue;

      steps.set(known.id, [...(steps.get(known.id) ?? []), step]);
    }
  }
  if (visit === null) return [];

  const last = visit;

  return [...last.unknowns.values()].map((known) => ({
    ...unknownView(last, known),
    steps: steps.get(known.id) ?? [],
  }));
}
