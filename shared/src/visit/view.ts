import { canOf } from './can.ts';
import { chairView } from './chairView.ts';
import { consoleView } from './console.ts';
import { doorView } from './doorView.ts';
import type { ParticipantId, SessionId } from './ids.ts';
import { outView } from './outView.ts';
import { isFamily } from './people.ts';
import type { Session } from './presence/state.ts';
import { meView, roomView } from './roomView.ts';
import type { Participant } from './roster/state.ts';
import { staffView } from './staffView.ts';
import type { PreparingView, VisitView } from './viewShape.ts';
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
  staff: staffView(visit, person, session),
});
