import type { VisitSummary } from '@doorstep/shared/protocol/http.ts';
import { expect, test } from 'vitest';
import { groupVisits, namesInOrder } from './groupVisits.ts';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-11-22T14:30:00');

const visit = (id: string, change: Partial<VisitSummary>): VisitSummary => ({
  id,
  kind: 'homeVisit',
  purpose: 'See how things are',
  scheduledFor: now,
  lengthMinutes: 45,
  phase: 'planned',
  hostName: 'Amina Okafor',
  people: [],
  waiting: 0,
  ...change,
});

const ids = (visits: readonly VisitSummary[]): readonly string[] => visits.map(({ id }) => id);

test('a visit under way stays at the top even when it was planned for yesterday', () => {
  const groups = groupVisits([visit('a', { phase: 'open', scheduledFor: at('2026-11-21T23:30:00') })], now);
  expect(ids(groups.now)).toEqual(['a']);
});

test('a family that waits early brings a later visit to the top, most waiting first', () => {
  const groups = groupVisits(
    [
      visit('open', { phase: 'open' }),
      visit('waitedFor', { waiting: 2, scheduledFor: at('2026-11-23T09:00:00') }),
      visit('later', { scheduledFor: at('2026-11-22T18:00:00') }),
    ],
    now,
  );
  expect(ids(groups.now)).toEqual(['waitedFor', 'open']);
  expect(ids(groups.today)).toEqual(['later']);
});

test('today keeps what was missed this morning, the past holds what ended, latest first', () => {
  const groups = groupVisits(
    [
      visit('missed', { scheduledFor: at('2026-11-22T09:00:00') }),
      visit('ended', { phase: 'ended', scheduledFor: at('2026-11-22T10:00:00') }),
      visit('older', { phase: 'ended', scheduledFor: at('2026-11-20T10:00:00') }),
      visit('never', { scheduledFor: at('2026-11-21T10:00:00') }),
      visit('coming', { scheduledFor: at('2026-11-23T00:00:00') }),
    ],
    now,
  );
  expect(ids(groups.today)).toEqual(['missed']);
  expect(ids(groups.past)).toEqual(['ended', 'never', 'older']);
  expect(ids(groups.coming)).toEqual(['coming']);
});

test('of the people, the child is named first and professionals last', () => {
  expect(
    namesInOrder([
      { name: 'Priya', role: 'colleague' },
      { name: 'Dana', role: 'parent' },
      { name: 'Ella', role: 'child' },
    ]),
  ).toEqual(['Ella', 'Dana', 'Priya']);
});
