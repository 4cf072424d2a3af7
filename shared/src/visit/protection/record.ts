import type { Unhurried } from '../../lib/unhurried.ts';
import type { EventOf, RecordedEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Instant, SessionId } from '../ids.ts';
import { personOf } from '../policies.ts';
import type { DeviceKind, Session } from '../presence/state.ts';
import type { Mark } from '../rooms/state.ts';
import type { Visit } from '../visit.ts';
import { keyOf } from './protectionOf.ts';

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

/** One device for as long as it sat in one room and could not encrypt. */
export interface Unprotected {
  readonly session: SessionId;
  readonly name: string;
  readonly device: DeviceKind;
  /** Null for a main room. */
  readonly mark: Mark | null;
  readonly since: Instant;
  /** Until it left the room or was protected; null when that lasted to the end of the log. */
  readonly until: Instant | null;
  /** When the host accepted it for this room, maybe at the door already; null when nobody did, and nothing of it or for it was passed on. */
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

/** Which device is unprotected in which room; one that was protected in between is another time. */
type Times = ReadonlyMap<string, Unprotected>;

function unprotectedNow(visit: Visit, session: Session, at: Instant): readonly (readonly [string, Unprotected])[] {
  const said = visit.protections.get(session.id);
  if (session.standing.is !== 'seated' || said === undefined || said.key !== null) return [];

  const { id, device } = session;
  const { room } = session.standing;
  const one = {
    session: id,
    name: personOf(visit, session).name,
    device,
    mark: visit.rooms.get(room)?.mark ?? null,
    since: at,
    until: null,
    acceptedAt: said.accepted.get(room) ?? null,
  };

  return [[`${id} ${room}`, one]];
}

/** Those times that are over by this state of the visit are put to `over`; what goes on comes back. */
function followed(open: Times, visit: Visit, at: Instant, over: Unprotected[]): Times {
  const now = new Map([...visit.sessions.values()].flatMap((session) => unprotectedNow(visit, session, at)));
  for (const [key, before] of open) if (!now.has(key)) over.push({ ...before, until: at });

  return new Map([...now].map(([key, one]) => [key, { ...one, since: open.get(key)?.since ?? one.since }]));
}

/** [SAFE-2] When the pictures were compared, and which devices were in which room without protection. */
export function* protectionRecord(log: readonly RecordedEvent[]): Unhurried<ProtectionRecord> {
  const compared: Compared[] = [];
  const over: Unprotected[] = [];
  let open: Times = new Map();
  let visit: Visit | null = null;
  for (const recorded of log) {
    yield;
    const before: Visit | null = visit;
    visit = evolve(before, recorded);
    if (recorded.event.type === 'protection.checked') compared.push(comparedIn(visit, recorded.event));
    if (before?.sessions !== visit.sessions || before.protections !== visit.protections)
      open = followed(open, visit, recorded.at, over);
  }
  const unprotected = [...over, ...open.values()].sort((one, other) => one.since - other.since);

  return { compared, unprotected };
}
