import type { AttendanceEntry } from '@doorstep/shared/visit/attendance.ts';
import type { Instant, ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { expect, test } from 'vitest';
import { attendanceLines, attended, saySeen } from './attendance.ts';

const entry = (at: number, name: string, state: AttendanceEntry['state']): AttendanceEntry => ({
  at: at as Instant,
  participant: name as ParticipantId,
  name,
  role: 'parent',
  state,
});

const log = [
  entry(1, 'Dana', 'checking'),
  entry(2, 'Dana', 'waiting'),
  entry(3, 'Ray', 'waiting'),
  entry(5, 'Dana', 'here'),
  entry(9, 'Dana', 'reconnecting'),
  entry(11, 'Dana', 'here'),
  entry(15, 'Dana', 'left'),
  entry(20, 'Dana', 'waiting'),
  entry(22, 'Dana', 'here'),
  entry(31, 'Dana', 'away'),
];

test('[ROST-2] time in the visit leaves out waiting and being gone, and keeps a lost connection', () => {
  expect(attended(log, 30)).toEqual([
    { participant: 'Dana', name: 'Dana', role: 'parent', from: 5, until: 30, length: 10 + 8 },
  ]);
});

test('[ROST-2] nobody is in the visit after its end, however long their connection took to close', () => {
  const slow = [entry(5, 'Dana', 'here'), entry(40, 'Dana', 'left')];
  expect(attended(slow, 30)).toMatchObject([{ from: 5, until: 30, length: 25 }]);
});

test('[ROST-2] whoever only waited was not there', () => {
  expect(attended(log, 30).map(({ name }) => name)).not.toContain('Ray');
});

test('[ROST-2] coming in again is said as coming back, and nothing is said of what follows the end', () => {
  expect(attendanceLines(log, 30).map(({ at, says }) => `${at} ${says}`)).toEqual([
    '1 Was getting ready',
    '2 Waited to be let in',
    '3 Waited to be let in',
    '5 Came in',
    '9 Lost connection',
    '11 Was back',
    '15 Left',
    '20 Waited to be let in',
    '22 Was back',
  ]);
});

test('[SEE-4] says how long somebody was seen of the time that they were there, and nothing of whom nobody watches', () => {
  const [dana] = attended([entry(0, 'Dana', 'here')], 40 * 60_000);
  if (dana === undefined) throw new Error('Dana was there');
  const seenFor = (millis: number) => [{ ...dana, seenFor: millis, spells: [] }];
  expect(saySeen(dana, seenFor(23 * 60_000 + 4_000))).toBe('23 min of 40 min');
  expect(saySeen(dana, seenFor(9_000))).toBe('1 min of 40 min');
  expect(saySeen(dana, seenFor(0))).toBe('Not seen');
  expect(saySeen(dana, [])).toBe(null);
});
