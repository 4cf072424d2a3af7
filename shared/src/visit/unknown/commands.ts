import type { Instant, ParticipantId, SessionId } from '../ids.ts';
import type { CaseAbout, CaseId, CaseState, WhyNoticed } from './state.ts';

/** Each step of the protocol (UNK-2), with the words for the record. */
export type CaseCommandType =
  | 'unknown.askFamily'
  | 'unknown.explain'
  | 'unknown.introduce'
  | 'unknown.refuse'
  | 'unknown.describe'
  | 'unknown.warn'
  | 'unknown.left'
  | 'unknown.nobody'
  | 'unknown.close';

export type UnknownCommand =
  /** A professional in the visit sees or hears somebody: on that device, or near it without a device of their own. */
  | {
      readonly type: 'unknown.notice';
      readonly about: 'device' | 'nearby';
      readonly session: SessionId | null;
      readonly words: string;
    }
  | { readonly type: CaseCommandType; readonly case: CaseId; readonly words: string };

export type UnknownEvent =
  | {
      readonly type: 'unknown.noticed';
      readonly case: CaseId;
      readonly about: CaseAbout;
      readonly why: WhyNoticed;
      /** The professional who noticed it; null when the server did. */
      readonly by: ParticipantId | null;
      readonly words: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'unknown.stepped';
      readonly case: CaseId;
      readonly to: CaseState | 'described';
      readonly words: string;
      readonly at: Instant;
    }
  /** The host has taken note that somebody who was never introduced has left. */
  | { readonly type: 'unknown.closed'; readonly case: CaseId; readonly words: string; readonly at: Instant };
