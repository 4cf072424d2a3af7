import type { Instant } from '../ids.ts';

export type EndingCommand =
  /** Ends the visit for everyone at once, with the host's words (UNK-5). */
  { readonly type: 'visit.end'; readonly words: string };

export type EndingEvent = { readonly type: 'visit.ended'; readonly words: string; readonly at: Instant };
