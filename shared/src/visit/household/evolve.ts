import type { Evolvers } from '../evolver.ts';
import type { SessionId } from '../ids.ts';
import type { Visit } from '../visit.ts';
import type { HouseholdEvent } from './commands.ts';
import { type Companion, NOT_TOLD, type ToldCompanion } from './state.ts';

const saidBefore = (
  visit: Visit,
  session: SessionId,
  { id, name, relationship }: Companion,
): ToldCompanion | undefined =>
  visit.households
    .get(session)
    ?.people?.find((before) => before.id === id && before.name === name && before.relationship === relationship);

export const householdEvolvers: Evolvers<HouseholdEvent['type']> = {
  'household.told': (visit, { session, people, at }) => ({
    ...visit,
    households: new Map(visit.households).set(session, {
      people: people.map((one) => ({ ...one, since: saidBefore(visit, session, one)?.since ?? at })),
      askedAt: null,
    }),
  }),
  'household.asked': (visit, { sessions, at }) => ({
    ...visit,
    households: new Map([
      ...visit.households,
      ...sessions.map((id) => [id, { ...(visit.households.get(id) ?? NOT_TOLD), askedAt: at }] as const),
    ]),
  }),
};
