import { describe, expect, test } from 'vitest';
import {
  asStaff,
  checkPeople,
  checkPlan,
  dateAndTime,
  emptyPlan,
  instantOf,
  type PersonDraft,
  type PlanDraft,
} from './planDraft.ts';

const now = new Date('2026-11-22T14:31:00').getTime();
const draft = (change: Partial<PlanDraft> = {}): PlanDraft => ({ ...emptyPlan(now), purpose: 'See Ella', ...change });
const person = (name: string, relationship = ''): PersonDraft => ({
  key: name,
  name,
  role: 'parent',
  relationship,
  speech: 'speaks',
});
const fields = (checked: ReturnType<typeof checkPlan> | ReturnType<typeof checkPeople>): readonly string[] =>
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

describe('people', () => {
  test('rows left empty are not people', () => {
    expect(checkPeople([person(' Ella '), person('')])).toMatchObject({ ok: true, value: [{ name: 'Ella' }] });
  });

  test('a relationship without a name asks for the name', () => {
    expect(fields(checkPeople([person('Ella'), person('', 'mother')]))).toEqual(['person-1-name']);
  });

  test('[JOIN-8] the same name twice is pointed out at the second', () => {
    expect(fields(checkPeople([person('Ella'), person(' ella')]))).toEqual(['person-1-name']);
  });
});

test('[SEE-6] that somebody does not speak yet is asked of a child, and of nobody who is something else by now', () => {
  const [child, parent] = (['child', 'parent'] as const).map((role) => ({
    ...person(role),
    role,
    speech: 'notYet' as const,
  }));
  if (child === undefined || parent === undefined) throw new Error('There are two');
  expect(checkPeople([child, parent])).toMatchObject({ value: [{ speech: 'notYet' }, { speech: 'speaks' }] });
});

describe('staff beside the host', () => {
  const [priya, tom] = ['priya', 'tom'].map((id) => ({ id, name: id, team: 'East' }));
  if (priya === undefined || tom === undefined) throw new Error('There are two');
  const roles = (chair: string) => asStaff({ members: [priya, tom], chair }).map(({ name, role }) => [name, role]);

  test('[UNK-1] one of those who come may be the chair; they sign in like everyone else', () => {
    expect(roles('tom')).toEqual([
      ['priya', 'colleague'],
      ['tom', 'chair'],
    ]);
    expect(asStaff({ members: [tom], chair: 'tom' })).toMatchObject([{ staff: 'tom' }]);
  });

  test('whoever was chosen and does not come after all chairs nothing', () => {
    expect(roles('somebody')).toEqual([
      ['priya', 'colleague'],
      ['tom', 'colleague'],
    ]);
  });
});
