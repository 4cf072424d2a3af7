import type { Instant, InvitationId, ParticipantId, SessionId } from '../ids.ts';

/** One link: one person, one visit, one expiry (JOIN-2). The secret itself is never in the log. */
export interface Invitation {
  readonly id: InvitationId;
  readonly participant: ParticipantId;
  readonly expiresAt: Instant;
  readonly revoked: boolean;
  readonly sent: boolean;
  /** The device that opened it first; any other is a second device (JOIN-7). */
  readonly firstSession: SessionId | null;
  /** How often a device that came by it was refused; the second time the link is revoked. */
  readonly denials: number;
}
