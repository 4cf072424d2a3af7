import type { Instant, RoomId, SessionId } from '../ids.ts';
import type { Introducible } from './state.ts';

export type RoundsCommand =
  | { readonly type: 'introduction.call'; readonly who: Introducible }
  | { readonly type: 'introduction.done'; readonly who: Introducible }
  /**
   * Asks whether they see and hear: the host everyone in the visit, or where it has sides everyone in their own room, as the chair always
   * does. Earlier answers of those who are asked are forgotten.
   */
  | { readonly type: 'senses.ask' }
  | { readonly type: 'senses.answer'; readonly sees: 'yes' | 'no'; readonly hears: 'yes' | 'no' };

export type RoundsEvent =
  /** In one room; in logs from before the question, wherever they were. */
  | {
      readonly type: 'introduction.called';
      readonly who: Introducible;
      readonly room?: RoomId | undefined;
      readonly at: Instant;
    }
  | {
      readonly type: 'introduction.made';
      readonly who: Introducible;
      readonly room?: RoomId | undefined;
      readonly at: Instant;
    }
  /** Without a room, everybody in the visit was asked. */
  | { readonly type: 'senses.asked'; readonly room?: RoomId | undefined; readonly at: Instant }
  | {
      readonly type: 'senses.answered';
      readonly session: SessionId;
      readonly sees: 'yes' | 'no';
      readonly hears: 'yes' | 'no';
      readonly at: Instant;
    };
