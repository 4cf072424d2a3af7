import type { Instant, InvitationId, ParticipantId } from '../ids.ts';

export type SentBy = 'copied' | 'shownAsQr';

export type InvitationCommand =
  /** A new link for a person; an earlier link of theirs stops working (this is also how a link is re-sent). */
  | { readonly type: 'invitation.issue'; readonly participant: ParticipantId }
  | { readonly type: 'invitation.revoke'; readonly invitation: InvitationId }
  | { readonly type: 'invitation.markSent'; readonly invitation: InvitationId; readonly how: SentBy };

export type InvitationEvent =
  | {
      readonly type: 'invitation.issued';
      readonly invitation: InvitationId;
      readonly participant: ParticipantId;
      readonly expiresAt: Instant;
    }
  | { readonly type: 'invitation.revoked'; readonly invitation: InvitationId }
  | { readonly type: 'invitation.sent'; readonly invitation: InvitationId; readonly how: SentBy };
