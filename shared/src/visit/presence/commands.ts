import type { Instant, InvitationId, ParticipantId, SessionId } from '../ids.ts';
import type { Identity } from '../people.ts';
import type { DeviceKind, Switch } from './state.ts';

export type PresenceCommand =
  /** System: a device proved a link or a sign-in and has now a place of its own in the visit. */
  | {
      readonly type: 'session.open';
      readonly session: SessionId;
      readonly participant: ParticipantId;
      readonly invitation: InvitationId | null;
      readonly identity: Identity;
      readonly device: DeviceKind;
    }
  /** System: that device's connection opened or was lost. */
  | { readonly type: 'session.connect'; readonly session: SessionId }
  | { readonly type: 'session.lose'; readonly session: SessionId }
  /** System: the server began; nobody is connected until they are heard from again. */
  | { readonly type: 'connections.reset' }
  /** System: an instant that `nextDeadline` named has come. */
  | { readonly type: 'clock.pass' }
  /** A signed-in professional takes their place, once the visit is open. */
  | { readonly type: 'presence.enter' }
  | { readonly type: 'presence.setMedia'; readonly microphone: Switch; readonly camera: Switch }
  /** `quickly`: by the quick exit (CARE-5). */
  | { readonly type: 'presence.leave'; readonly quickly: boolean };

export type PresenceEvent =
  | {
      readonly type: 'session.opened';
      readonly session: SessionId;
      readonly participant: ParticipantId;
      readonly invitation: InvitationId | null;
      readonly identity: Identity;
      readonly device: DeviceKind;
      readonly arrival: 'first' | 'again' | 'second';
      readonly at: Instant;
    }
  | { readonly type: 'session.connected'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'session.lost'; readonly session: SessionId; readonly at: Instant }
  | { readonly type: 'session.entered'; readonly session: SessionId; readonly at: Instant }
  | {
      readonly type: 'session.mediaSet';
      readonly session: SessionId;
      readonly microphone: Switch;
      readonly camera: Switch;
    }
  | { readonly type: 'session.left'; readonly session: SessionId; readonly quickly: boolean; readonly at: Instant }
  /** Silent for too long: its seat or its place at the door is given up. */
  | { readonly type: 'session.seatLost'; readonly session: SessionId; readonly at: Instant };
