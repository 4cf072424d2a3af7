import { changed, changedAll, type Evolvers } from '../evolver.ts';
import type { Instant, InvitationId, ParticipantId, SessionId } from '../ids.ts';
import type { Session } from '../presence/state.ts';
import type { InvitationEvent } from './commands.ts';
import type { Invitation } from './state.ts';

type Invitations = ReadonlyMap<InvitationId, Invitation>;
type Sessions = ReadonlyMap<SessionId, Session>;

/** Every link of that person closed. */
export const withLinksRevoked = (invitations: Invitations, participant: ParticipantId): Invitations =>
  changedAll(invitations, (invitation) =>
    invitation.participant === participant ? { ...invitation, revoked: true } : invitation,
  );

/**
 * [JOIN-2] Who is at the door by a link that was closed is there no more: whoever knocked was turned away, whoever had not is awaited
 * as before. Seats are nobody's but the host's to take.
 */
const withDoorCleared = (sessions: Sessions, link: InvitationId, at: Instant): Sessions =>
  changedAll(sessions, (session) => {
    if (session.invitation !== link) return session;
    if (session.standing.is === 'waiting') return { ...session, standing: { is: 'denied', at } };

    return session.standing.is === 'arriving' ? { ...session, standing: { is: 'absent' } } : session;
  });

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
  'invitation.revoked': (visit, { invitation }, { at }) => ({
    ...visit,
    sessions: withDoorCleared(visit.sessions, invitation, at),
    invitations: changed(visit.invitations, invitation, (link) => ({ ...link, revoked: true })),
  }),
  'invitation.sent': (visit, { invitation }) => ({
    ...visit,
    invitations: changed(visit.invitations, invitation, (link) => ({ ...link, sent: true })),
  }),
};
