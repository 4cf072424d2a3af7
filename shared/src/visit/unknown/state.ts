import type { Brand } from '../../lib/brand.ts';
import type { Instant, ParticipantId, SessionId } from '../ids.ts';

/** One matter of somebody whom nobody expected. */
export type CaseId = Brand<string, 'CaseId'>;

/** [UNK-2] Where the matter stands. From `introduced` on it is settled; `left` stays open until the host has taken note of it. */
export type CaseState =
  | 'noticed'
  | 'familyAsked'
  | 'explained'
  | 'refused'
  | 'warned'
  | 'introduced'
  /** After an explanation: nobody was there after all, a television perhaps. */
  | 'nobody'
  | 'left'
  | 'removed'
  | 'callEnded';

/** Whom it is about: a device, or somebody seen or heard who has none (UNK-3); `session` is then the device near which it was. */
export type CaseAbout =
  | { readonly is: 'device'; readonly session: SessionId; readonly participant: ParticipantId }
  | { readonly is: 'nearby'; readonly session: SessionId | null };

/** `anotherDevice`: a link that was opened on one device was used on another (UNK-1); `reported`: a professional noticed it. */
export type WhyNoticed = 'anotherDevice' | 'reported';

/** One thing that was done or said, as the record keeps it. */
export interface CaseStep {
  /** The state it led to; or `described`: somebody who would not say was put into words; or `closed`: the host took note of it. */
  readonly to: CaseState | 'described' | 'closed';
  readonly at: Instant;
  readonly words: string;
}

export interface UnknownCase {
  readonly id: CaseId;
  readonly about: CaseAbout;
  readonly why: WhyNoticed;
  /** The professional who noticed it; null when the server did. */
  readonly by: ParticipantId | null;
  readonly state: CaseState;
  /** The alert stays until this is false (UNK-1). */
  readonly open: boolean;
  readonly steps: readonly CaseStep[];
}
