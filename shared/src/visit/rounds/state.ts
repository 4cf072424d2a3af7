import type { CompanionId } from '../household/state.ts';
import type { Instant, ParticipantId, RoomId, SessionId } from '../ids.ts';

/** Whoever can introduce themselves: a person with a device, or somebody beside one. */
export type Introducible = ParticipantId | CompanionId;

/** Once that somebody said who they are. */
export interface Introduction {
  readonly room: RoomId;
  /** Of the family, for whom it counts: whoever heard it, and those whose room it is. */
  readonly heardBy: ReadonlySet<ParticipantId>;
}

/** [ROST-3] Who was called on to say who they are, and who has. */
export interface Introductions {
  /** In each room one at a time: who is called on in one room is nobody's business in another (PRIV-5). */
  readonly calledOn: readonly { readonly who: Introducible; readonly room: RoomId }[];
  /** Several of one person only where the later one was news to somebody. */
  readonly made: ReadonlyMap<Introducible, readonly Introduction[]>;
}

/** [ROST-4] One device's answer to whether it sees and hears. */
export interface SensesAnswer {
  readonly sees: 'yes' | 'no';
  readonly hears: 'yes' | 'no';
  readonly at: Instant;
}

/** The latest rounds; whoever comes later to where it was asked is asked as well. */
export interface SensesRound {
  /** When everybody in the visit was asked; null before. */
  readonly everywhereAt: Instant | null;
  /** When those in one room were asked, later than everybody was. */
  readonly rooms: ReadonlyMap<RoomId, Instant>;
  readonly answers: ReadonlyMap<SessionId, SensesAnswer>;
}
