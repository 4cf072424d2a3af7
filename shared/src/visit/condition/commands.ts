import type { Instant, SessionId } from '../ids.ts';
import type { Condition } from './state.ts';

/** A device says how it stands, whenever that changes. */
export type ConditionCommand = { readonly type: 'condition.tell'; readonly condition: Condition };

export type ConditionEvent = {
  readonly type: 'condition.told';
  readonly session: SessionId;
  readonly condition: Condition;
  readonly at: Instant;
};
