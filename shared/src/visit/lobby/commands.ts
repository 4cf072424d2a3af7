import type { Instant, ParticipantId, RoomId, SessionId } from '../ids.ts';

export type LobbyCommand =
  | { readonly type: 'lobby.knock' }
  /** Into their own main room; a professional, or whoever interprets or supports, into another if it is named (PRIV-5). */
  | { readonly type: 'lobby.admit'; readonly session: SessionId; readonly room?: RoomId | undefined }
  | { readonly type: 'lobby.deny'; readonly session: SessionId }
  /** Puts a person out with all their devices and revokes what let them in (ROST-5). */
  | { readonly type: 'lobby.remove'; readonly participant: ParticipantId }
  /** Puts one device out and leaves the person's others, and their link, as they are: it was left behind, or is in other hands. */
  | { readonly type: 'lobby.putOut'; readonly session: SessionId };

export type LobbyEvent =
  | { readonly type: 'session.knocked'; readonly session: SessionId; readonly at: Instant }
  | {
      readonly type: 'session.admitted';
      readonly session: SessionId;
      /** Where the host named it; otherwise into their own main room. */
      readonly room?: RoomId | undefined;
      readonly at: Instant;
    }
  | { readonly type: 'session.denied'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'participant.removed'; readonly participant: ParticipantId; readonly at: Instant }
  | { readonly type: 'session.removed'; readonly session: SessionId; readonly at: Instant };
