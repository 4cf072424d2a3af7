import type { Evolvers } from '../evolver.ts';
import type { ConditionEvent } from './commands.ts';

export const conditionEvolvers: Evolvers<ConditionEvent['type']> = {
  'condition.told': (visit, { session, condition, at }) => ({
    ...visit,
    conditions: new Map(visit.conditions).set(session, { condition, since: at }),
  }),
};
