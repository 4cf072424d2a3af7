import { no, ok } from '../../lib/result.ts';
import type { Decider } from '../decider.ts';
import type { VisitEvent } from '../events.ts';
import { after, type Instant, type InvitationId, type ParticipantId } from '../ids.ts';
import type { Plan } from '../plan/state.ts';
import { firstNo, hostOnly } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A link outlives the planned end by this much, for a visit that begins late or runs on. */
const GRACE = 2 * HOUR;
/** A link made late, for a visit that is already running on, is good for at least this long. */
const SHORTEST = 2 * HOUR;

/** When a link made at `now` for this plan stops working (JOIN-2). */
const expiry = (plan: Plan, now: Instant): Instant =>
  Math.max(after(plan.scheduledFor, plan.lengthMinutes * MINUTE + GRACE), after(now, SHORTEST)) as Instant;

/** Events that close a person's links which still work. */
export const revokeLinksOf = (visit: Visit, participant: ParticipantId): readonly VisitEvent[] =>
  [...visit.invitations.values()]
    .filter((invitation) => invitation.participant === participant && !invitation.revoked)
    .map(({ id }) => ({ type: 'invitation.revoked', invitation: id }));

function refuseLinkFor(visit: Visit, target: string | null): RefusalCode | null {
  const person = visit.participants.get(target as ParticipantId);
  if (person === undefined || person.standing === 'withdrawn') return 'notFound';
  if (person.staff !== null) return 'signsInInstead';

  // [PLAN-1] No link leaves before the visit has a purpose.
  return visit.plan.purpose === '' ? 'purposeMissing' : null;
}

/** [JOIN-2, PLAN-1] A link for one person, who comes by no other way; it closes the ones they had. It works until two hours after the planned end, and for two hours at least. */
export const invitationIssue: Decider<'invitation.issue'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [...visit.participants.keys()],
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseLinkFor(visit, target)),
  decide: (visit, { participant }, { freshId, now }) => {
    const invitation = freshId as InvitationId;
    if (visit.invitations.has(invitation)) return no('alreadyOnRoster');

    return ok([
      ...revokeLinksOf(visit, participant),
      { type: 'invitation.issued', invitation, participant, expiresAt: expiry(visit.plan, now) },
    ]);
  },
};

const workingLinks = (visit: Visit): readonly InvitationId[] =>
  [...visit.invitations.values()].filter(({ revoked }) => !revoked).map(({ id }) => id);

function refuseUseOf(visit: Visit, target: string | null): RefusalCode | null {
  const invitation = visit.invitations.get(target as InvitationId);
  if (invitation === undefined) return 'notFound';

  return invitation.revoked ? 'linkRevoked' : null;
}

/** [JOIN-2] Closes a link: who is at the door by it is out, who is inside stays. */
export const invitationRevoke: Decider<'invitation.revoke'> = {
  target: ({ invitation }) => invitation,
  targets: workingLinks,
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseUseOf(visit, target)),
  decide: (_visit, { invitation }) => ok([{ type: 'invitation.revoked', invitation }]),
};

/** The host says that the link is on its way. Nothing follows from it but that it is shown. */
export const invitationMarkSent: Decider<'invitation.markSent'> = {
  target: ({ invitation }) => invitation,
  targets: workingLinks,
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseUseOf(visit, target)),
  decide: (_visit, { invitation, how }) => ok([{ type: 'invitation.sent', invitation, how }]),
};
