import type { Instant, ParticipantId, SessionId } from '../ids.ts';
import type { Companion } from './state.ts';

export type HouseholdCommand =
  /** Who is beside this device now; whoever was named before and is not named again has gone. Nobody: an empty list. */
  | {
      readonly type: 'household.tell';
      readonly people: readonly { readonly name: string; readonly relationship: string }[];
    }
  /** The host asks one person, or with null everybody of the family, who is with them; where the visit has sides, everybody in the host’s room. */
  | { readonly type: 'household.ask'; readonly participant: ParticipantId | null };

export type HouseholdEvent =
  | {
      readonly type: 'household.told';
      readonly session: SessionId;
      readonly people: readonly Companion[];
      readonly at: Instant;
    }
  | { readonly type: 'household.asked'; readonly sessions: readonly SessionId[]; readonly at: Instant };
