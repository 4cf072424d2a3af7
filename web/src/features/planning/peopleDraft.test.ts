import { newVisit } from '@doorstep/shared/protocol/http.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import { describe, expect, test } from 'vitest';
import type { ApartDraft } from './apartDraft.ts';
import { asStaff, blankPerson, checkPeople, type PersonDraft, whoCanBeApart, whoCanBeHelped } from './peopleDraft.ts';

const person = (name: string, relationship = ''): PersonDraft => ({
  ...blankPerson(name, 'parent'),
  name,
  relationship,
});
const fields = (checked: ReturnType<typeof checkPeople>): readonly string[] =>
  checked.ok ? [] : checked.errors.map(({ field }) => field);

describe('people', () => {
  test('rows left empty are not people', () => {
    expect(checkPeople([person(' Ella '), person('')], false)).toMatchObject({ ok: true, value: [{ name: 'Ella' }] });
  });

  test('a relationship without a name asks for the name', () => {
    expect(fields(checkPeople([person('Ella'), person('', 'mother')], false))).toEqual(['person-1-name']);
  });

  test('[JOIN-8] the same name twice is pointed out at the second', () => {
    expect(fields(checkPeople([person('Ella'), person(' ella')], false))).toEqual(['person-1-name']);
  });
});

test('[SEE-6] that somebody does not speak yet is asked of a child, and of nobody who is something else by now', () => {
  const [child, parent] = (['child', 'parent'] as const).map((role) => ({
    ...person(role),
    role,
    speech: 'notYet' as const,
  }));
  if (child === undefined || parent === undefined) throw new Error('There are two');
  expect(checkPeople([child, parent], false)).toMatchObject({ value: [{ speech: 'notYet' }, { speech: 'speaks' }] });
});

const as = (name: string, role: Role, change: Partial<PersonDraft> = {}): PersonDraft => ({
  ...person(name),
  role,
  ...change,
});
const asked = (drafts: readonly PersonDraft[], isAnybodyApart = true) => {
  const checked = checkPeople(drafts, isAnybodyApart);
  if (!checked.ok) throw new Error(checked.errors.map(({ says }) => says).join());
  // What the form comes to is what the server takes.
  expect(newVisit.shape.people.safeParse(checked.value).success).toBe(true);
  return checked.value;
};

describe('[PRIV-6] for whom an interpreter or supporter is there', () => {
  test('is somebody of the form, found again when empty rows are left out', () => {
    const iona = as('Iona', 'interpreter', { helps: 'Dana' });
    expect(asked([person(''), iona, person('Dana')], false).map(({ helps }) => helps)).toEqual([1, undefined]);
  });

  test('is nobody when they are taken off, when they cannot be helped, and when the role is another by now', () => {
    const iona = as('Iona', 'interpreter', { helps: 'Lena' });
    expect(asked([iona], false)[0]).not.toHaveProperty('helps');
    expect(asked([iona, as('Lena', 'otherProfessional')], false)[0]).not.toHaveProperty('helps');
    expect(asked([as('Ray', 'parent', { helps: 'Dana' }), person('Dana')], false)[0]).not.toHaveProperty('helps');
  });

  test('can be chosen before there is a name', () => {
    const people = [person('Dana'), as('Iona', 'interpreter'), { ...blankPerson('new', 'child') }];
    expect(whoCanBeHelped(people)).toEqual([
      { value: 'Dana', label: 'Dana' },
      { value: 'new', label: 'Person 3' },
    ]);
  });
});

describe('[PLAN-10] who is kept apart, in the form', () => {
  const these = (...people: readonly string[]): ApartDraft => ({ is: 'these', people });

  test('is said by places in the list, as the server counts them', () => {
    const people = [as('Dana', 'parent', { apart: these('Ray') }), person(''), as('Sam', 'child'), person('Ray')];
    expect(asked(people).map(({ keptApart }) => keptApart)).toEqual([
      { is: 'these', people: [2] },
      undefined,
      undefined,
    ]);
    const sam = as('Sam', 'child', { apart: { is: 'allBut', people: ['Dana'] } });
    expect(asked([person('Dana'), sam]).map(({ keptApart }) => keptApart)).toEqual([
      undefined,
      { is: 'allBut', people: [0] },
    ]);
  });

  test('counts only where the answer is that there is somebody', () => {
    const people = [as('Dana', 'parent', { apart: these('Ray') }), person('Ray')];
    expect(asked(people, false)[0]).not.toHaveProperty('keptApart');
    expect(fields(checkPeople([person('Dana'), person('Ray')], true))).toEqual(['anybody-apart']);
  });

  test('is asked for again where nobody is left from whom: they were taken off, or are professionals by now', () => {
    const dana = as('Dana', 'parent', { apart: these('Ray') });
    expect(fields(checkPeople([person('Sam'), dana], true))).toEqual(['person-1-apart']);
    expect(fields(checkPeople([dana, as('Ray', 'otherProfessional')], true))).toEqual(['person-0-apart']);
  });

  test('is never a professional, nor a row without a name', () => {
    const people = [person('Dana'), as('Lena', 'otherProfessional'), blankPerson('new', 'parent')];
    expect(whoCanBeApart(people).map(({ name }) => name)).toEqual(['Dana']);
  });
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
