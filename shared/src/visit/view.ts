import { canOf } from './can.ts';
import { chairView } from './chairView.ts';
import { consoleView } from './console.ts';
import { doorView } from './doorView.ts';
import type { ParticipantId, SessionId } from './ids.ts';
import { isFamily } from './people.ts';
import { linkCounts } from './policies.ts';
import type { Session } from './presence/state.ts';
import { endOf, hasEndedFor } from './rooms/canBeInRoom.ts';
import { meView, roomView } from './roomView.ts';
import type { Participant } from './roster/state.ts';
import type { OutView, PreparingView, VisitView } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** Who looks, and from which device; null outside the visit (planning pages). */
export interface Recipient {
  readonly participant: ParticipantId;
  readonly session: SessionId | null;
}

/**
 * Everything that one recipient may know of the visit, and nothing else: the only shape that leaves the server.
 * Default deny: each screen names what it shows. Throws for somebody who was never of the visit; the door does not let them ask.
 */
export function viewFor(visit: Visit, { participant, session: sessionId }: Recipient): VisitView {
  const person = visit.participants.get(participant);
  const session = sessionId === null ? null : visit.sessions.get(sessionId);
  if (person === undefined || session === undefined || (session !== null && session.participant !== participant)) {
    throw new Error('A view for somebody who is not of this visit');
  }

  const can = canOf(visit, { kind: 'person', participant, session: sessionId });
  const out = outView(visit, person, session);
  if (out !== null) return { ...out, can };
  if (session?.standing.is === 'seated') return { ...roomView(visit, person, session, session.standing.room), can };
  if (isFamily(person.role) || session?.identity === 'ownLink' || session?.standing.is === 'waiting') {
    return { ...doorView(visit, person, session), can };
  }

  return { ...preparingView(visit, person, session), can };
}

const preparingView = (visit: Visit, person: Participant, session: Session | null): Omit<PreparingView, 'can'> => ({
  screen: 'preparing',
  plan: visit.plan,
  phase: visit.phase,
  me: meView(visit, person, session),
  console: person.id === visit.host ? consoleView(visit) : null,
  chair: chairView(visit, person, session),
});

/** Why this device is out, or null while it is not. Only who was inside hears the words with which the visit ended. */
function whyOut(visit: Visit, person: Participant, session: Session | null): OutView['why'] | null {
  const standing = session?.standing.is;
  if (person.standing === 'withdrawn') return 'linkClosed';
  if (standing === 'removed' || (person.standing === 'removed' && standing !== 'waiting')) return 'removed';
  if (visit.phase.is === 'ended' || hasEndedFor(visit, person.id)) return session === null ? null : 'ended';
  if (standing === 'seated') return null;
  if (session !== null && !linkCounts(visit, session)) return 'linkClosed';

  return standing === 'left' || standing === 'denied' || standing === 'seatLost' ? standing : null;
}

/** With which words it ended, for those who were inside; empty for everybody else. */
function lastWords(visit: Visit, person: Participant, session: Session): string {
  if (hasEndedFor(visit, person.id)) {
    const end = endOf(visit, person.id);

    return end?.inside.has(session.id) ? end.words : '';
  }

  return visit.phase.is === 'ended' && session.standing.is === 'seated' ? visit.phase.words : '';
}

function outView(visit: Visit, person: Participant, session: Session | null): Omit<OutView, 'can'> | null {
  const why = whyOut(visit, person, session);
  if (why === null) return null;

  const words = why === 'ended' && session !== null ? lastWords(visit, person, session) : '';

  return {
    screen: 'out',
    why,
    words: words === '' ? null : words,
    me: { name: person.name, role: person.role },
  };
}
