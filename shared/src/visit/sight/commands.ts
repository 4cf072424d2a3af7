import type { Instant, SessionId } from '../ids.ts';
import type { Sight } from './state.ts';

/** A professional's device says how it sees the child or a parent, whenever that changes. */
export type SightCommand = { readonly type: 'sight.tell'; readonly session: SessionId; readonly sight: Sight };

export type SightEvent = {
  readonly type: 'sight.told';
  /** The device that looked. */
  readonly by: SessionId;
  readonly session: SessionId;
  readonly sight: Sight;
  readonly at: Instant;
};
