import type { Unhurried } from '../lib/unhurried.ts';
import { type SaidBefore, saidBeforeEntering } from './checks/record.ts';
import type { EventOf, RecordedEvent } from './events.ts';
import type { Instant } from './ids.ts';
import { type ObservedChild, observations } from './observation/record.ts';
import { type ProtectionRecord, protectionRecord } from './protection/record.ts';
import { type Talk, talks } from './rooms/talks.ts';
import { type SeenTime, seenTimes } from './seenTimes.ts';
import { type SeparationRecord, separations } from './separation/record.ts';
import { unknownHistory } from './unknownHistory.ts';
import type { UnknownView } from './viewShape.ts';

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
  /** [SAFE-2] */
  readonly protection: ProtectionRecord;
}

export function* recordOf(log: readonly RecordedEvent[]): Unhurried<VisitRecord> {
  return {
    seen: yield* seenTimes(log),
    matters: yield* unknownHistory(log),
    observed: observations(log),
    talks: yield* talks(log),
    keptApart: separations(log),
    said: yield* saidBeforeEntering(log),
    protection: yield* protectionRecord(log),
  };
}
