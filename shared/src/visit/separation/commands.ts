import type { Instant, ParticipantId } from '../ids.ts';
import type { Against } from './state.ts';

export type SeparationCommand =
  /** Keeps somebody apart; what was ordered for them before is replaced. */
  | { readonly type: 'separation.order'; readonly participant: ParticipantId; readonly against: Against }
  | { readonly type: 'separation.lift'; readonly participant: ParticipantId }
  /** Somebody who came unexpectedly is no longer kept from everyone who is protected. */
  | { readonly type: 'separation.vouch'; readonly participant: ParticipantId };

export type SeparationEvent =
  | {
      readonly type: 'separation.ordered';
      readonly participant: ParticipantId;
      readonly against: Against;
      readonly at: Instant;
    }
  | { readonly type: 'separation.lifted'; readonly participant: ParticipantId; readonly at: Instant }
  | { readonly type: 'separation.vouched'; readonly participant: ParticipantId; readonly at: Instant };
