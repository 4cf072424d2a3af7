import { consoleView, unknownView } from './console.ts';
import type { EventOf, RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Instant, Millis, ParticipantId, SessionId } from './ids.ts';
import { mediaPlan } from './mediaPlan.ts';
import { isPinned, type Role } from './people.ts';
import type { CaseId, CaseStep } from './unknown/state.ts';
import type { RosterState, UnknownView } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** One change on the roster, as the record keeps it (ROST-2). */
export interface AttendanceEntry {
  readonly at: Instant;
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly state: RosterState;
}

const statesOf = (visit: Visit): readonly Omit<AttendanceEntry, 'at'>[] =>
  consoleView(visit).roster.map(({ participant, name, role, state }) => ({ participant, name, role, state }));

/** Who was where, and since when: every change of the roster's states that the log tells of, in order. */
export function attendance(log: readonly RecordedEvent[]): readonly AttendanceEntry[] {
  const entries: AttendanceEntry[] = [];
  const latest = new Map<ParticipantId, RosterState>();
  let visit: Visit | null = null;

  for (const recorded of log) {
    visit = evolve(visit, recorded);
    for (const told of statesOf(visit)) {
      if ((latest.get(told.participant) ?? 'expected') === told.state) continue;

      latest.set(told.participant, told.state);
      entries.push({ ...told, at: recorded.at });
    }
  }

  return entries;
}

/** When the visit began and ended, by its log; null for what has not happened. */
export function timesOf(log: readonly RecordedEvent[]): {
  readonly started: Instant | null;
  readonly ended: Instant | null;
} {
  const events = log.map(({ event }) => event);
  const started = events.find((event): event is EventOf<'visit.started'> => event.type === 'visit.started');
  const ended = events.find((event): event is EventOf<'visit.ended'> => event.type === 'visit.ended');

  return { started: started?.at ?? null, ended: ended?.at ?? null };
}

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
export function seenTimes(log: readonly RecordedEvent[]): readonly SeenTime[] {
  const times = new Map<ParticipantId, Pick<SeenTime, 'seenFor' | 'spells'>>();
  let visit: Visit | null = null;
  let asOf = log[0]?.at;

  for (const recorded of log) {
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

/** [UNK-2] Every matter of somebody unknown in the order in which they were noticed, with each step, its time and its words. */
export function unknownHistory(log: readonly RecordedEvent[]): readonly UnknownView[] {
  const steps = new Map<CaseId, readonly CaseStep[]>();
  let visit: Visit | null = null;

  for (const recorded of log) {
    const before: Visit | null = visit;
    visit = evolve(before, recorded);
    for (const known of visit.unknowns.values()) {
      // An entry of the log takes a matter one step at most; the visit itself keeps only so many.
      const step = known.steps.at(-1);
      if (step === undefined || before?.unknowns.get(known.id)?.steps === known.steps) continue;

      steps.set(known.id, [...(steps.get(known.id) ?? []), step]);
    }
  }
  if (visit === null) return [];

  const last = visit;

  return [...last.unknowns.values()].map((known) => ({
    ...unknownView(last, known),
    steps: steps.get(known.id) ?? [],
  }));
}

/** What the record says beside who was there. */
export interface VisitRecord {
  readonly seen: readonly SeenTime[];
  readonly matters: readonly UnknownView[];
}

export const recordOf = (log: readonly RecordedEvent[]): VisitRecord => ({
  seen: seenTimes(log),
  matters: unknownHistory(log),
});
