import type { Instant, ParticipantId, RoomId, SessionId } from '../ids.ts';
import type { ShownKey } from './state.ts';

export type ProtectionCommand =
  /** What this device encrypts with; null: it cannot. */
  | { readonly type: 'protection.offer'; readonly key: string | null }
  | { readonly type: 'protection.accept'; readonly session: SessionId }
  /** Whoever leads begins to read the pictures aloud: `number` is fresh, of their device's own making, and is in the pictures from now on. */
  | { readonly type: 'protection.begin'; readonly number: string }
  /** The pictures were compared by voice in this room, and they are the same: those of these devices, as the screen of whoever says it showed them. */
  | { readonly type: 'protection.check'; readonly devices: readonly ShownKey[]; readonly number: string };

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
      /** For which room; logs from before that was said mean the one where the device was. */
      readonly room?: RoomId | undefined;
      readonly by: ParticipantId;
      readonly at: Instant;
    }
  | {
      readonly type: 'protection.begun';
      readonly room: RoomId;
      readonly number: string;
      readonly by: ParticipantId;
      readonly at: Instant;
    }
  | {
      readonly type: 'protection.checked';
      readonly room: RoomId;
      /** Everybody who sat in it. */
      readonly sessions: readonly SessionId[];
      /** What each of them had the pictures made of, in the same order; logs from before that was said have what they had then. */
      readonly keys?: readonly (string | null)[] | undefined;
      readonly by: ParticipantId;
      readonly at: Instant;
    };
