import type { Instant, RoomId, SessionId } from '../ids.ts';

/** By colour, shape and word which private room this is, on every screen in it (PRIV-2). */
export const MARKS = ['blue', 'green', 'yellow', 'purple', 'orange', 'grey'] as const;
export type Mark = (typeof MARKS)[number];

/** What the others of a space hear of somebody who is in a private room (PRIV-4): with whom, only that they are away, or nothing. */
export type Told = 'withWhom' | 'away' | 'nothing';

/**
 * Where media mixes. Every visit has its main room, and another main room for whoever must be kept apart from somebody in the first;
 * private rooms stand beside them.
 */
export interface Room {
  readonly id: RoomId;
  readonly kind: 'main' | 'private';
  /** Null for a main room. */
  readonly mark: Mark | null;
  readonly told: Told;
  /** When a professional was first in it; null before. */
  readonly begunAt: Instant | null;
  /** Devices that have been asked to come and have not answered. */
  readonly invited: ReadonlySet<SessionId>;
  /** Since when somebody of the family is in it without a professional who sees them (PRIV-10); null while it is not held. */
  readonly heldSince: Instant | null;
  /** What the host told this room last; null before. */
  readonly words: RoomWords | null;
  /** [PRIV-5] In a main room, what its family reads while no professional is there, in the host’s words; null for the usual ones. */
  readonly cover: string | null;
  /** The end of the visit for those whose main room this is, and for nobody else; null while it goes on. Always null in a private room. */
  readonly ended: RoomEnded | null;
}

/** How one side's visit ended: only devices that were inside hear the words. */
export interface RoomEnded extends RoomWords {
  readonly inside: ReadonlySet<SessionId>;
}

/** What the host says to everybody in a room, in writing; the newest replaces the one before (PRIV-9). */
export interface RoomWords {
  readonly words: string;
  readonly at: Instant;
}

/** A main room as it is before anybody is in it. */
export const emptyMain = (id: RoomId): Room => ({
  id,
  kind: 'main',
  mark: null,
  told: 'away',
  begunAt: null,
  invited: new Set(),
  heldSince: null,
  words: null,
  cover: null,
  ended: null,
});
