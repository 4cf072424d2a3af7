import type { Evolvers } from '../evolver.ts';
import type { ObservationEvent } from './commands.ts';

/** What becomes of a visit by what was seen. */
export const observationEvolvers: Evolvers<ObservationEvent['type']> = {
  'observation.noted': (visit, { participant, words, at }) => ({
    ...visit,
    observations: new Map(visit.observations).set(participant, {
      count: (visit.observations.get(participant)?.count ?? 0) + 1,
      last: { words, at },
    }),
  }),
};
