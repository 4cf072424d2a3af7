import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { VISIT_PAGE } from '../../content/staff/visitPage.ts';
import { sayClock } from '../../content/times.ts';
import { aRosterEntry } from '../../visit/testViews.ts';
import { asksOf, earlyReminder } from './earlyReminder.ts';

const MINUTE = 60_000;
const START = 100 * MINUTE;

test('[JOIN-6] the host is told when to go in, ten minutes before the others come; then that it is time; then that it is late', () => {
  expect(earlyReminder(START, START - 30 * MINUTE)).toEqual({
    says: VISIT_PAGE.early(sayClock(START - 10 * MINUTE)),
    isNow: false,
  });
  expect(earlyReminder(START, START - 10 * MINUTE)).toEqual({
    says: VISIT_PAGE.itIsTime(sayClock(START)),
    isNow: true,
  });
  expect(earlyReminder(START, START)).toEqual({ says: VISIT_PAGE.overdue(sayClock(START)), isNow: true });
});

test('[JOIN-6] whoever asks to be phoned is heard before the visit has started', () => {
  const asks = { session: 's' as SessionId, what: 'phoneMe' } as const;
  const roster = [aRosterEntry('Dana', { asks }), aRosterEntry('Sam')];
  expect(asksOf(roster)).toEqual(['Dana asks to be phoned']);
});
