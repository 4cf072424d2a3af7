import type { Instant, ParticipantId, SessionId } from '../ids.ts';

export type LobbyCommand =
  | { readonly type: 'lobby.knock' }
  | { readonly type: 'lobby.admit'; readonly session: SessionId }
  | { readonly type: 'lobby.deny'; readonly session: SessionId }
  /** Puts a person out with all their devices and revokes what let them in (ROST-5). */
  | { readonly type: 'lobby.remove'; readonly participant: ParticipantId };

export type LobbyEvent =
  | { readonly type: 'session.knocked'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'session.admitted'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'session.denied'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'participant.removed'; readonly participant: ParticipantId; readonly at: Instant };
