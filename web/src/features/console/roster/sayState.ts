import { CONSOLE } from '../../../content/staff/console.ts';
import { ROSTER } from '../../../content/staff/roster.ts';
import { ROSTER_STATES } from '../../../content/staff/rosterStates.ts';
import { sayClock } from '../../../content/times.ts';
import type { Surroundings } from './exceptions.ts';
import type { RosterLine } from './rosterLines.ts';

const WORDS = CONSOLE.roster;

export interface StateWords {
  readonly says: string;
  /** Somebody has to know of it; being here, or not yet due, is the ordinary thing. */
  readonly isUrgent: boolean;
}

/** [ROST-2] [JOIN-6] Where somebody is and since when; awaited after the minutes of grace they are late, and so it says. */
export function sayState({ state, since }: RosterLine, { lateFrom, now }: Surroundings): StateWords {
  const isAwaited = state === 'expected' || state === 'checking';
  if (isAwaited && lateFrom !== null && now >= lateFrom) {
    return { says: ROSTER.late(ROSTER_STATES[state]), isUrgent: true };
  }
  const isMoment = state === 'left' || state === 'removed';
  const time = since === null ? '' : ` ${(isMoment ? WORDS.at : WORDS.since)(sayClock(since))}`;
  const isUrgent = state === 'away' || state === 'reconnecting' || state === 'waiting';
  return { says: `${ROSTER_STATES[state]}${time}`, isUrgent };
}
