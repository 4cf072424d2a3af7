import type { Instant, ParticipantId, SessionId } from '../ids.ts';

export type LobbyCommand =
  | { readonly type: 'lobby.knock' }
  | { readonly type: 'lobby.admit'; readonly session: SessionId }
  | { readonly type: 'lobby.deny'; readonly session: SessionId }
  /** Puts a person out with all their devices and revokes what let them in (ROST-5). */
  | { readonly type: 'lobby.remove'; readonly participant: ParticipantId }
  /** Puts one device out and leaves the person's others, and their link, as they are: it was left behind, or is in other hands. */
  | { readonly type: 'lobby.putOut'; readonly session: SessionId };

export type LobbyEvent =
  | { readonly type: 'session.knocked'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'session.admitted'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'session.denied'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'participant.removed'; readonly participant: ParticipantId; readonly at: Instant }
  | { readonly type: 'session.removed'; readonly session: SessionId; readonly at: Instant };
