import { linkCounts } from './policies.ts';
import type { Session } from './presence/state.ts';
import { endOf, hasEndedFor } from './rooms/canBeInRoom.ts';
import type { Participant } from './roster/state.ts';
import type { OutView } from './viewShape.ts';
import type { Visit } from './visit.ts';

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

/** What a device sees that is out of the visit; null while it is not. */
export function outView(visit: Visit, person: Participant, session: Session | null): Omit<OutView, 'can'> | null {
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
