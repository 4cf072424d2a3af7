import { changed, changedAll, type Evolvers } from '../evolver.ts';
import type { InvitationId, ParticipantId } from '../ids.ts';
import type { InvitationEvent } from './commands.ts';
import type { Invitation } from './state.ts';

type Invitations = ReadonlyMap<InvitationId, Invitation>;

/** Every link of that person closed. */
export const withLinksRevoked = (invitations: Invitations, participant: ParticipantId): Invitations =>
  changedAll(invitations, (invitation) =>
    invitation.participant === participant ? { ...invitation, revoked: true } : invitation,
  );

/** What becomes of a visit by what happened to its links. */
export const invitationEvolvers: Evolvers<InvitationEvent['type']> = {
  'invitation.issued': (visit, { invitation: id, participant, expiresAt }) => ({
    ...visit,
    // Asking somebody anew who had been put out is the host's word that they may knock again (ROST-5).
    participants: changed(visit.participants, participant, (person) => ({ ...person, standing: 'on' })),
    invitations: new Map(visit.invitations).set(id, {
      id,
      participant,
      expiresAt,
      revoked: false,
      sent: false,
      firstSession: null,
      denials: 0,
    }),
  }),
  'invitation.revoked': (visit, { invitation }) => ({
    ...visit,
    invitations: changed(visit.invitations, invitation, (link) => ({ ...link, revoked: true })),
  }),
  'invitation.sent': (visit, { invitation }) => ({
    ...visit,
    invitations: changed(visit.invitations, invitation, (link) => ({ ...link, sent: true })),
  }),
};
