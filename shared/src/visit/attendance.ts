import type { Unhurried } from '../lib/unhurried.ts';
import type { RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Instant, ParticipantId } from './ids.ts';
import type { Role } from './people.ts';
import { rosterStates } from './rosterStates.ts';
import type { RosterState } from './viewShape.ts';
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
