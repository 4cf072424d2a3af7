import type { SaidAlone } from './alone/state.ts';
import type { Instant, ParticipantId, RoomId, SessionId } from './ids.ts';
import type { Role } from './people.ts';
import type { Mark, RoomWords, Told } from './rooms/state.ts';

/** The room that one is in. Every main room is called the same: nothing says that there may be another. */
export interface RoomHereView {
  readonly id: RoomId;
  readonly kind: 'main' | 'private';
  /** Since when this device is in it. What the media say of their seat is of the same stay when it says the same. */
  readonly since: Instant;
  /** [PRIV-2] Null in a main room. */
  readonly mark: Mark | null;
  /** [PRIV-10] Nobody is seen or heard here until a professional is back; since when. */
  readonly heldSince: Instant | null;
  /** [PRIV-5] In a main room, what the host wants to be read there while no professional is there; null for the usual words. */
  readonly cover: string | null;
  /** [PRIV-9] What the host told the room last, since one is in it; null when nothing. */
  readonly words: RoomWords | null;
}

/** [PRIV-8] Somebody of the family in a private room, for the professionals in it. */
export interface AloneView {
  readonly session: SessionId;
  readonly isAsked: boolean;
  readonly said: SaidAlone | null;
}

export interface ElsewhereView {
  readonly name: string;
  /** With whom they talk; null when it is only said that they are away. */
  readonly withWhom: readonly string[] | null;
}

export interface InvitedView {
  readonly mark: Mark | null;
  /** [PRIV-6] Who interprets for this person or supports them, sits with them now, and comes along unless they say otherwise. */
  readonly brings: readonly string[];
  readonly company: readonly { readonly name: string; readonly role: Role }[];
}

/** One room in the host's overview (PRIV-9). */
export interface RoomOverview {
  readonly id: RoomId;
  readonly kind: 'main' | 'private';
  readonly mark: Mark | null;
  readonly told: Told;
  readonly begunAt: Instant | null;
  readonly heldSince: Instant | null;
  readonly cover: string | null;
  /** [ROST-4] When those in it were asked last whether they see and hear; null when never. */
  readonly sensesAskedAt: Instant | null;
  /** [PRIV-5] The family whose main room it is; empty for a private room, and while there is one main room for all. */
  readonly home: readonly ParticipantId[];
  readonly devices: readonly {
    readonly session: SessionId;
    readonly participant: ParticipantId;
    readonly since: Instant;
    /** [PRIV-8] What its holder said in this private room. */
    readonly saidAlone: SaidAlone | null;
  }[];
  /** When the visit ended for those whose main room it is. */
  readonly endedAt: Instant | null;
  readonly invited: readonly SessionId[];
}
