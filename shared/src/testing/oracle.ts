import type { RecordedEvent } from '../visit/events.ts';
import type { InvitationId, ParticipantId, SessionId } from '../visit/ids.ts';

/**
 * Who is inside, told a second time in the simplest way that can be thought of, straight from the log:
 * what the properties hold the real visit against.
 */
export function insideBy(log: readonly RecordedEvent[]): ReadonlySet<SessionId> {
  const owners = new Map<SessionId, ParticipantId>();
  let inside = new Set<SessionId>();

  for (const { event } of log) {
    if (event.type === 'session.opened') owners.set(event.session, event.participant);
    if (event.type === 'session.entered' || event.type === 'session.admitted') inside.add(event.session);
    if (event.type === 'session.left' || event.type === 'session.seatLost' || event.type === 'session.removed') {
      inside.delete(event.session);
    }
    if (event.type === 'visit.ended') inside = new Set();
    if (event.type === 'participant.removed' || event.type === 'participant.withdrawn') {
      inside = new Set([...inside].filter((session) => owners.get(session) !== event.participant));
    }
  }

  return inside;
}

/** The devices that were the first to open their link while no other of their person had its place, told from the log. */
export function firstOfItsLink(log: readonly RecordedEvent[]): ReadonlySet<SessionId> {
  const links = new Set<InvitationId>();
  const first = new Set<SessionId>();

  for (const { event } of log) {
    if (event.type !== 'session.opened' || event.invitation === null) continue;
    if (!links.has(event.invitation) && event.arrival !== 'second') first.add(event.session);
    links.add(event.invitation);
  }

  return first;
}
