import type { Instant, SessionId } from '../ids.ts';
import type { Introducible } from './state.ts';

export type RoundsCommand =
  | { readonly type: 'introduction.call'; readonly who: Introducible }
  | { readonly type: 'introduction.done'; readonly who: Introducible }
  /** Asks everyone in the visit whether they see and hear; an earlier round's answers are forgotten. */
  | { readonly type: 'senses.ask' }
  | { readonly type: 'senses.answer'; readonly sees: 'yes' | 'no'; readonly hears: 'yes' | 'no' };

export type RoundsEvent =
  | { readonly type: 'introduction.called'; readonly who: Introducible; readonly at: Instant }
  | { readonly type: 'introduction.made'; readonly who: Introducible; readonly at: Instant }
  | { readonly type: 'senses.asked'; readonly at: Instant }
  | {
      readonly type: 'senses.answered';
      readonly session: SessionId;
      readonly sees: 'yes' | 'no';
      readonly hears: 'yes' | 'no';
      readonly at: Instant;
    };
