import type { Evolvers } from '../evolver.ts';
import type { HouseholdEvent } from './commands.ts';
import { NOT_TOLD } from './state.ts';

export const householdEvolvers: Evolvers<HouseholdEvent['type']> = {
  'household.told': (visit, { session, people }) => ({
    ...visit,
    households: new Map(visit.households).set(session, { people, askedAt: null }),
  }),
  'household.asked': (visit, { sessions, at }) => ({
    ...visit,
    households: new Map([
      ...visit.households,
      ...sessions.map((id) => [id, { ...(visit.households.get(id) ?? NOT_TOLD), askedAt: at }] as const),
    ]),
  }),
};
