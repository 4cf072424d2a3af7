import { describe, expect, test } from 'vitest';
import { checkPlan, dateAndTime, emptyPlan, instantOf, type PlanDraft } from './planDraft.ts';

const now = new Date('2026-11-22T14:31:00').getTime();
const draft = (change: Partial<PlanDraft> = {}): PlanDraft => ({ ...emptyPlan(now), purpose: 'See Ella', ...change });
const fields = (checked: ReturnType<typeof checkPlan>): readonly string[] =>
  checked.ok ? [] : checked.errors.map(({ field }) => field);

describe('when', () => {
  test('a new plan begins at the next quarter of an hour', () => {
    expect(emptyPlan(now)).toMatchObject({ date: '2026-11-22', time: '14:45' });
  });

  test('date and time fields and instants are the same both ways', () => {
    const at = instantOf('2026-11-22', '09:05');
    expect(at === null ? null : dateAndTime(at)).toEqual({ date: '2026-11-22', time: '09:05' });
  });

  test('half a date is none', () => {
    expect(instantOf('2026-11', '09:05')).toBeNull();
    expect(instantOf('2026-11-22', '')).toBeNull();
    expect(instantOf('2026-13-45', '09:05')).toBeNull();
  });
});

describe('[PLAN-1] a visit has a purpose before links can be sent', () => {
  test('a draft without one can be saved', () => {
    expect(checkPlan(draft({ purpose: '  ' }), now, false)).toMatchObject({ ok: true, value: { purpose: '' } });
  });

  test('once there are links it cannot be taken away', () => {
    expect(fields(checkPlan(draft({ purpose: ' ' }), now, true))).toEqual(['purpose']);
  });
});

describe('a plan with mistakes', () => {
  test('names every one of them, in the order of the form', () => {
    expect(fields(checkPlan(draft({ purpose: 'x'.repeat(501), date: '', time: '' }), now, false))).toEqual([
      'purpose',
      'date',
      'time',
    ]);
  });

  test('yesterday is refused, earlier today is not: visits begin late', () => {
    expect(fields(checkPlan(draft({ date: '2026-11-21' }), now, false))).toEqual(['date']);
    expect(checkPlan(draft({ time: '09:00' }), now, false).ok).toBe(true);
  });
});
