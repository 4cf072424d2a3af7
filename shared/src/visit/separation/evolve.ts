import type { Evolvers } from '../evolver.ts';
import type { SeparationEvent } from './commands.ts';
import { withOrder, withoutOrder, withVouched } from './state.ts';

/** What becomes of a visit by who is kept apart. */
export const separationEvolvers: Evolvers<SeparationEvent['type']> = {
  'separation.ordered': (visit, order) => ({
    ...visit,
    separations: withOrder(visit.separations, order),
  }),
  'separation.lifted': (visit, { participant }) => ({
    ...visit,
    separations: withoutOrder(visit.separations, participant),
  }),
  'separation.vouched': (visit, { participant }) => ({
    ...visit,
    separations: withVouched(visit.separations, participant),
  }),
};
