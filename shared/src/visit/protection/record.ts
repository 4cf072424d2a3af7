import type { Unhurried } from '../../lib/unhurried.ts';
import type { EventOf, RecordedEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Instant, SessionId } from '../ids.ts';
import { personOf } from '../policies.ts';
import type { DeviceKind } from '../presence/state.ts';
import type { Mark } from '../rooms/state.ts';
import type { Visit } from '../visit.ts';
import { keyOf, protectionOf } from './protectionOf.ts';

/** One time that the pictures were compared and found the same. */
export interface Compared {
  readonly at: Instant;
  /** Who said so. */
  readonly by: string;
  /** The others in the room whose devices had a key, by name. */
  readonly names: readonly string[];
  /** Null for a main room. */
  readonly mark: Mark | null;
}

/** One device that sat in a room and could not encrypt. */
export interface Unprotected {
  readonly session: SessionId;
  readonly name: string;
  readonly device: DeviceKind;
  /** Since when it was so in a room, the first time. */
  readonly since: Instant;
  /** When the host first accepted it; null when nobody did, and nothing of it or for it was passed on. */
  readonly acceptedAt: Instant | null;
}

export interface ProtectionRecord {
  readonly compared: readonly Compared[];
  readonly unprotected: readonly Unprotected[];
}

function comparedIn(visit: Visit, { room, sessions, by, at }: EventOf<'protection.checked'>): Compared {
  const names = sessions.flatMap((id) => {
    const session = visit.sessions.get(id);
    const isOther = session !== undefined && session.participant !== by && keyOf(visit, id) !== null;

    return isOther ? [personOf(visit, session).name] : [];
  });

  return {
    at,
    by: visit.participants.get(by)?.name ?? '',
    names: [...new Set(names)],
    mark: visit.rooms.get(room)?.mark ?? null,
  };
}

/** As known before, with those who sit in a room unprotected now. */
function withUnprotected(known: Map<SessionId, Unprotected>, visit: Visit, at: Instant): void {
  for (const session of visit.sessions.values()) {
    const is = protectionOf(visit, session.id);
    if (session.standing.is !== 'seated' || (is !== 'unprotected' && is !== 'unprotectedAccepted')) continue;

    const { name } = personOf(visit, session);
    const { id, device } = session;
    const before = known.get(id) ?? { session: id, name, device, since: at, acceptedAt: null };
    const acceptedAt = before.acceptedAt ?? visit.protections.get(id)?.acceptedAt ?? null;
    known.set(id, { ...before, acceptedAt });
  }
}

/** [SAFE-2] When the pictures were compared, and which devices were in a room without protection. */
export function* protectionRecord(log: readonly RecordedEvent[]): Unhurried<ProtectionRecord> {
  const compared: Compared[] = [];
  const unprotected = new Map<SessionId, Unprotected>();
  let visit: Visit | null = null;
  for (const recorded of log) {
    yield;
    const before: Visit | null = visit;
    visit = evolve(before, recorded);
    if (recorded.event.type === 'protection.checked') compared.push(comparedIn(visit, recorded.event));
    if (before?.sessions !== visit.sessions || before.protections !== visit.protections)
      withUnprotected(unprotected, visit, recorded.at);
  }

  return { compared, unprotected: [...unprotected.values()] };
}
