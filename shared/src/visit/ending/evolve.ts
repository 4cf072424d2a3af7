import type { Evolvers } from '../evolver.ts';
import { withCallEnded } from '../unknown/evolve.ts';
import type { EndingEvent } from './commands.ts';

/** What becomes of a visit by its end. Everyone stays where they stood, so that the record can tell. */
export const endingEvolvers: Evolvers<EndingEvent['type']> = {
  'visit.ended': (visit, { words, at }) => ({
    ...visit,
    phase: { is: 'ended', at, words },
    unknowns: withCallEnded(visit.unknowns, words, at),
  }),
};
