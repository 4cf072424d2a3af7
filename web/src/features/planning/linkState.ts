import type { InvitationView } from '@doorstep/shared/visit/invitations/viewShape.ts';

export type LinkState = 'none' | 'made' | 'sent' | 'opened' | 'stopped' | 'ranOut';

/** Where a person's newest link stands; what ended it weighs more than what happened before. */
export function linkState(link: InvitationView | null, now: number): LinkState {
  if (link === null) return 'none';
  if (link.revoked) return 'stopped';
  if (now >= link.expiresAt) return 'ranOut';
  if (link.opened) return 'opened';
  return link.sent ? 'sent' : 'made';
}

/** Whether the link still lets somebody knock. */
export const linkWorks = (state: LinkState): boolean => state === 'made' || state === 'sent' || state === 'opened';
