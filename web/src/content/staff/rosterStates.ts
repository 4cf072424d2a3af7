import type { RosterState } from '@doorstep/shared/visit/viewShape.ts';

/** [ROST-2] Where somebody is, in a word or two. */
export const ROSTER_STATES: Readonly<Record<RosterState, string>> = {
  expected: 'Expected',
  checking: 'Getting ready',
  waiting: 'Waiting',
  here: 'Here',
  away: 'Away from the visit',
  reconnecting: 'Lost connection',
  left: 'Left',
  removed: 'Removed',
};
