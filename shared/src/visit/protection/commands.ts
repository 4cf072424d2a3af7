import type { Instant, ParticipantId, RoomId, SessionId } from '../ids.ts';

export type ProtectionCommand =
  /** What this device encrypts with; null: it cannot. */
  | { readonly type: 'protection.offer'; readonly key: string | null }
  | { readonly type: 'protection.accept'; readonly session: SessionId }
  /** The pictures were compared by voice in this room, and they are the same. */
  | { readonly type: 'protection.check' };

export type ProtectionEvent =
  /** A professional’s device took its seat and has not said within a moment what it encrypts with. */
  | { readonly type: 'protection.late'; readonly session: SessionId; readonly at: Instant }
  | {
      readonly type: 'protection.offered';
      readonly session: SessionId;
      readonly key: string | null;
      readonly at: Instant;
    }
  | {
      readonly type: 'protection.accepted';
      readonly session: SessionId;
      readonly by: ParticipantId;
      readonly at: Instant;
    }
  | {
      readonly type: 'protection.checked';
      readonly room: RoomId;
      /** Everybody who sat in it. */
      readonly sessions: readonly SessionId[];
      readonly by: ParticipantId;
      readonly at: Instant;
    };
