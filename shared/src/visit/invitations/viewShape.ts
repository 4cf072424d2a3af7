import type { Instant, InvitationId } from '../ids.ts';

/** A link as the host sees it: never what opens it. */
export interface InvitationView {
  readonly id: InvitationId;
  readonly sent: boolean;
  readonly opened: boolean;
  readonly revoked: boolean;
  readonly expiresAt: Instant;
}
