import type { Instant, SessionId } from '../ids.ts';
import type { SaidAlone } from './state.ts';

export type AloneCommand =
  /** Asks once more, without a word that somebody beside the device could hear. */
  | { readonly type: 'alone.ask'; readonly session: SessionId }
  | { readonly type: 'alone.answer'; readonly what: SaidAlone };

export type AloneEvent =
  | { readonly type: 'alone.asked'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'alone.answered'; readonly session: SessionId; readonly what: SaidAlone; readonly at: Instant };
