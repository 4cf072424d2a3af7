import type { Unhurried } from '../lib/unhurried.ts';
import type { RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Instant, Millis, ParticipantId, SessionId } from './ids.ts';
import { mediaPlan } from './mediaPlan.ts';
import { isPinned, type Role } from './people.ts';
import type { Visit } from './visit.ts';

/** How long one child or parent was really seen, and roughly when (SEE-4). */
export interface SeenTime {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** Time during which at least one professional’s screen showed them, each instant counted once. */
  readonly seenFor: Millis;
  /** From when to when; breaks of less than a minute are passed over here, though not in `seenFor`. */
  readonly spells: readonly { readonly from: Instant; readonly until: Instant }[];
}

/** Breaks shorter than this do not begin a new spell: pictures stumble. */
const PASSED_OVER: Millis = 60_000;

/**
 * Who is seen now: on the screen of a professional who has a seat in the same room and is connected, says "seen", and has not said
 * otherwise; by a device that is connected, and whose picture the server lets through.
 */
function seenNow(visit: Visit): ReadonlySet<ParticipantId> {
  const isConnected = (id: SessionId): boolean => visit.sessions.get(id)?.connection.is === 'connected';
  const seen = new Set<ParticipantId>();
  for (const { seats } of mediaPlan(visit).rooms) {
    const here = new Set(seats.map(({ session }) => session).filter(isConnected));
    for (const { session, participant, video } of seats) {
      if (video !== 'open' || !here.has(session)) continue;

      const watchers = [...(visit.sights.get(session) ?? [])].filter(([watcher]) => here.has(watcher));
      if (watchers.some(([, { sight }]) => sight === 'seen')) seen.add(participant);
    }
  }

  return seen;
}

function withSpell(spells: SeenTime['spells'], from: Instant, until: Instant): SeenTime['spells'] {
  const last = spells.at(-1);
  if (last === undefined || from - last.until >= PASSED_OVER) return [...spells, { from, until }];

  return [...spells.slice(0, -1), { from: last.from, until }];
}

/** [SEE-4] For every child and parent of the roster how long they were seen, as far as the log goes: until its last entry. */
export function* seenTimes(log: readonly RecordedEvent[]): Unhurried<readonly SeenTime[]> {
  const times = new Map<ParticipantId, Pick<SeenTime, 'seenFor' | 'spells'>>();
  let visit: Visit | null = null;
  let asOf = log[0]?.at;

  for (const recorded of log) {
    yield;
    if (visit !== null && asOf !== undefined && recorded.at > asOf) {
      for (const participant of seenNow(visit)) {
        const { seenFor, spells } = times.get(participant) ?? { seenFor: 0, spells: [] };
        times.set(participant, {
          seenFor: seenFor + recorded.at - asOf,
          spells: withSpell(spells, asOf, recorded.at),
        });
      }
    }
    asOf = recorded.at;
    visit = evolve(visit, recorded);
  }

  return [...(visit?.participants.values() ?? [])]
    .filter(({ role }) => isPinned(role))
    .map(({ id, name, role }) => ({ participant: id, name, role, seenFor: 0, spells: [], ...times.get(id) }));
}
