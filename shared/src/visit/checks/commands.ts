import type { Instant, SessionId } from '../ids.ts';
import type { CheckReport, HelpAsked, HelpHint } from './state.ts';

export type ChecksCommand =
  | { readonly type: 'check.report'; readonly report: CheckReport }
  /** Advice from the host to one device. */
  | { readonly type: 'help.send'; readonly session: SessionId; readonly hint: HelpHint }
  /** Read, and done with. */
  | { readonly type: 'help.dismiss' }
  /** Somebody asks to be phoned, or says that they are stuck; `nothing` takes it back. */
  | { readonly type: 'help.ask'; readonly what: HelpAsked | 'nothing' }
  /** The host has seen to it. */
  | { readonly type: 'help.close'; readonly session: SessionId };

export type ChecksEvent =
  | { readonly type: 'check.reported'; readonly session: SessionId; readonly report: CheckReport; readonly at: Instant }
  | { readonly type: 'help.sent'; readonly session: SessionId; readonly hint: HelpHint; readonly at: Instant }
  | { readonly type: 'help.dismissed'; readonly session: SessionId; readonly at: Instant }
  | {
      readonly type: 'help.asked';
      readonly session: SessionId;
      readonly what: HelpAsked | 'nothing';
      readonly at: Instant;
    }
  | { readonly type: 'help.closed'; readonly session: SessionId; readonly at: Instant };
