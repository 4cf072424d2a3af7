import type { LIMITS, NewVisit, StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { Instant, StaffId } from '@doorstep/shared/visit/ids.ts';
import type { Role, Speech } from '@doorstep/shared/visit/people.ts';
import type { Plan, VisitKind } from '@doorstep/shared/visit/plan/state.ts';
import { PLANNING } from '../../content/staff/planning.ts';
import type { FormError } from '../../ui/ErrorSummary.tsx';

/** What stands in the form: text as typed, kept whatever is wrong with it. */
export interface PlanDraft {
  readonly kind: VisitKind;
  readonly purpose: string;
  /** As the date field has it: 2026-11-22 */
  readonly date: string;
  /** As the time field has it: 14:30 */
  readonly time: string;
  readonly lengthMinutes: number;
}

export interface PersonDraft {
  /** Only to tell the rows of the form apart. */
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  /** Asked of a child only. */
  readonly speech: Speech;
}

type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FormError[] };

const LONGEST_PURPOSE: (typeof LIMITS)['purpose'] = 500;
const WORDS = PLANNING.errors;

/** The instant of a date and a time as typed, in the reader's own time zone; null when either is not one. */
export function instantOf(date: string, time: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(time)) return null;
  const at = new Date(`${date}T${time.slice(0, 5)}:00`).getTime();
  // What a person typed becomes the domain's instant here and nowhere else.
  return Number.isNaN(at) ? null : (at as Instant);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** An instant as the date and time fields want it. */
export const dateAndTime = (at: number): { readonly date: string; readonly time: string } => {
  const day = new Date(at);
  return {
    date: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    time: `${two(day.getHours())}:${two(day.getMinutes())}`,
  };
};

const QUARTER = 15 * 60_000;

/** An empty plan, for the next full quarter of an hour. */
export const emptyPlan = (now: number): PlanDraft => ({
  kind: 'homeVisit',
  purpose: '',
  ...dateAndTime(Math.ceil(now / QUARTER) * QUARTER),
  lengthMinutes: 45,
});

/** The plan as it is, ready to be changed. */
export const draftOf = (plan: Plan): PlanDraft => ({
  kind: plan.kind,
  purpose: plan.purpose,
  ...dateAndTime(plan.scheduledFor),
  lengthMinutes: plan.lengthMinutes,
});

/** [PLAN-1] An empty purpose is a draft and may be saved, unless links were given out already (`needsPurpose`). */
export function checkPlan(draft: PlanDraft, now: number, needsPurpose: boolean): Checked<Plan> {
  const scheduledFor = instantOf(draft.date, draft.time);
  const hasDate = instantOf(draft.date, '12:00') !== null;
  const purpose = draft.purpose.trim();
  const errors = [
    purpose.length > LONGEST_PURPOSE && { field: 'purpose', says: WORDS.purposeLong },
    purpose === '' && needsPurpose && { field: 'purpose', says: WORDS.purposeNeeded },
    !hasDate && { field: 'date', says: WORDS.date },
    hasDate && draft.date < dateAndTime(now).date && { field: 'date', says: WORDS.dateInPast },
    instantOf('2000-01-01', draft.time) === null && { field: 'time', says: WORDS.time },
  ].filter((error) => error !== false);
  if (errors.length > 0 || scheduledFor === null) return { ok: false, errors };

  return { ok: true, value: { kind: draft.kind, purpose, scheduledFor, lengthMinutes: draft.lengthMinutes } };
}

const isBlank = ({ name, relationship }: PersonDraft): boolean => name.trim() === '' && relationship.trim() === '';
const nameField = (index: number): string => `person-${index}-name`;

/** [SEE-6] Said of a child; everyone else speaks, whatever was chosen before the role was. */
export const speechOf = ({ role, speech }: PersonDraft): Speech => (role === 'child' ? speech : 'speaks');

/** Rows in which nothing was written are left out. Look-alike names are the server's to find; the same name twice is found here. */
export function checkPeople(drafts: readonly PersonDraft[]): Checked<NewVisit['people']> {
  const names = drafts.map(({ name }) => name.trim().toLowerCase());
  const errors = drafts.flatMap((draft, index) => {
    const name = names[index] ?? '';
    if (isBlank(draft)) return [];
    if (name === '') return [{ field: nameField(index), says: WORDS.name(index + 1) }];
    return names.indexOf(name) < index ? [{ field: nameField(index), says: WORDS.sameName(draft.name.trim()) }] : [];
  });
  if (errors.length > 0) return { ok: false, errors };

  const people = drafts.filter((draft) => !isBlank(draft));
  return {
    ok: true,
    value: people.map((draft) => ({
      name: draft.name.trim(),
      role: draft.role,
      relationship: draft.relationship.trim(),
      staff: null,
      speech: speechOf(draft),
    })),
  };
}

/** The staff of the visit beside the host. */
export interface StaffDraft {
  readonly members: readonly StaffMember[];
  /** The id of the one who chairs; of nobody who comes, when nobody does. */
  readonly chair: string;
}

/** The staff as people of the visit: colleagues, and at most one of them its chair. */
export const asStaff = ({ members, chair }: StaffDraft): NewVisit['people'] =>
  members.map(({ id, name }) => ({
    name,
    role: id === chair ? 'chair' : 'colleague',
    relationship: '',
    // The list of staff comes from the server; the shape of its ids is checked there again.
    staff: id as StaffId,
  }));
