import type { Unhurried } from '../lib/unhurried.ts';
import { type SaidBefore, saidBeforeEntering } from './checks/record.ts';
import type { EventOf, RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Instant, ParticipantId } from './ids.ts';
import { type ObservedChild, observations } from './observation/record.ts';
import type { Role } from './people.ts';
import { type Talk, talks } from './rooms/talks.ts';
import { rosterStates } from './rosterStates.ts';
import { type SeenTime, seenTimes } from './seenTimes.ts';
import { type SeparationRecord, separations } from './separation/record.ts';
import { unknownHistory } from './unknownHistory.ts';
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

/** Whether anything is another on which the states of the roster depend. */
const isTelling = (before: Visit | null, now: Visit): boolean =>
  before?.participants !== now.participants || before.sessions !== now.sessions || before.conditions !== now.conditions;

/** Who was where, and since when: every change of the roster's states that the log tells of, in order. */
export function* attendance(log: readonly RecordedEvent[]): Unhurried<readonly AttendanceEntry[]> {
  const entries: AttendanceEntry[] = [];
  const latest = new Map<ParticipantId, RosterState>();
  let visit: Visit | null = null;

  for (const recorded of log) {
    yield;
    const before: Visit | null = visit;
    visit = evolve(before, recorded);
    if (!isTelling(before, visit)) continue;

    for (const told of rosterStates(visit)) {
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

/** What the record says beside who was there. */
export interface VisitRecord {
  readonly seen: readonly SeenTime[];
  readonly matters: readonly UnknownView[];
  readonly observed: readonly ObservedChild[];
  /** [PRIV-8] */
  readonly talks: readonly Talk[];
  readonly keptApart: SeparationRecord;
  readonly said: readonly SaidBefore[];
}

export function* recordOf(log: readonly RecordedEvent[]): Unhurried<VisitRecord> {
  return {
    seen: yield* seenTimes(log),
    matters: yield* unknownHistory(log),
    observed: observations(log),
    talks: yield* talks(log),
    keptApart: separations(log),
    said: yield* saidBeforeEntering(log),
  };
}
