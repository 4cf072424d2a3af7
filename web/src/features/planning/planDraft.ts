import type { LIMITS } from '@doorstep/shared/protocol/http.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
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

/** What a form comes to, or everything that is wrong with it. */
export type Checked<Value> =
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
