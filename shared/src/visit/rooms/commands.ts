import type { Instant, RoomId, SessionId } from '../ids.ts';
import type { Mark, Told } from './state.ts';

export type RoomCommand =
  /** The host chooses the mark: chosen by us, it could tell one side of the other's rooms. */
  | { readonly type: 'room.open'; readonly told: Told; readonly mark: Mark }
  /** Asks a device to come; nobody is moved before they have said yes. */
  | { readonly type: 'room.invite'; readonly room: RoomId; readonly session: SessionId }
  /** The answer of the one who was asked. `alone`: without whoever interprets for them or supports them (PRIV-6). */
  | { readonly type: 'room.answer'; readonly comes: boolean; readonly alone: boolean }
  /** The host goes there. */
  | { readonly type: 'room.enter'; readonly room: RoomId }
  /** Back to one's own main room, without asking anybody. */
  | { readonly type: 'room.leave' }
  /** One device of a private room, or with null everybody in it, back to their own main rooms. */
  | { readonly type: 'room.callBack'; readonly room: RoomId; readonly session: SessionId | null }
  | { readonly type: 'room.close'; readonly room: RoomId }
  /** Words on every screen in one room, or in every room. */
  | { readonly type: 'room.tell'; readonly room: RoomId | 'all'; readonly words: string }
  /** What the family of a main room reads while no professional is there; empty for the usual words. */
  | { readonly type: 'space.cover'; readonly room: RoomId; readonly words: string }
  /** Ends the visit for everybody whose main room it is, and for nobody else (PRIV-5). */
  | { readonly type: 'space.end'; readonly room: RoomId; readonly words: string };

export type RoomEvent =
  | {
      readonly type: 'room.opened';
      readonly room: RoomId;
      readonly mark: Mark;
      readonly told: Told;
      readonly at: Instant;
    }
  | { readonly type: 'room.invited'; readonly room: RoomId; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'room.declined'; readonly room: RoomId; readonly session: SessionId; readonly at: Instant }
  | {
      readonly type: 'session.moved';
      readonly session: SessionId;
      readonly from: RoomId;
      readonly to: RoomId;
      readonly at: Instant;
    }
  | { readonly type: 'room.closed'; readonly room: RoomId; readonly at: Instant }
  | { readonly type: 'room.told'; readonly room: RoomId | 'all'; readonly words: string; readonly at: Instant }
  | { readonly type: 'space.covered'; readonly room: RoomId; readonly words: string; readonly at: Instant }
  | { readonly type: 'space.ended'; readonly room: RoomId; readonly words: string; readonly at: Instant };
