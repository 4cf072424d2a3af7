import type { RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { HELP } from '../../content/staff/help.ts';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';

/** Milliseconds: that much before the planned time the host should be in. */
const EARLY = 10 * 60_000;

export interface EarlyReminder {
  readonly says: string;
  /** The host should be in by now. */
  readonly isNow: boolean;
}

/** [JOIN-6] Nudges the host to be there before the others, for a visit that has not started. */
export function earlyReminder(scheduledFor: number, now: number): EarlyReminder {
  if (now < scheduledFor - EARLY) return { says: VISIT_PAGE.early(sayClock(scheduledFor - EARLY)), isNow: false };
  const words = now < scheduledFor ? VISIT_PAGE.itIsTime : VISIT_PAGE.overdue;
  return { says: words(sayClock(scheduledFor)), isNow: true };
}

/** [JOIN-6] What people at the door ask of the host, who may be asked before the visit has started. */
export const asksOf = (roster: readonly RosterEntry[]): readonly string[] =>
  roster.flatMap(({ name, asks }) => (asks === null ? [] : [HELP.asked[asks.what](name)]));
