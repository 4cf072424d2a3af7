import type { Evolvers } from '../evolver.ts';
import type { ConditionEvent } from './commands.ts';

export const conditionEvolvers: Evolvers<ConditionEvent['type']> = {
  'condition.told': (visit, { session, condition, at }) => {
    const before = visit.conditions.get(session);
    const since = before?.condition.interruption === condition.interruption ? before.since : at;

    return { ...visit, conditions: new Map(visit.conditions).set(session, { condition, since }) };
  },
};
