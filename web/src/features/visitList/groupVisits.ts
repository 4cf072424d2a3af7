import type { VisitSummary } from '@doorstep/shared/protocol/http.ts';
import { daysBetween } from '../../content/times.ts';

export type GroupName = 'now' | 'today' | 'coming' | 'past';
export type Groups = Readonly<Record<GroupName, readonly VisitSummary[]>>;

/** Under way or waited for: what needs somebody now. */
const isNow = ({ phase, waiting }: VisitSummary): boolean => phase === 'open' || (phase === 'planned' && waiting > 0);

function groupOf(visit: VisitSummary, now: number): GroupName {
  if (isNow(visit)) return 'now';
  const days = daysBetween(now, visit.scheduledFor);
  if (visit.phase === 'ended' || days < 0) return 'past';
  return days === 0 ? 'today' : 'coming';
}

const byTime = (a: VisitSummary, b: VisitSummary): number => a.scheduledFor - b.scheduledFor;

/** Visits as a working day looks at them. Those that need somebody now come first, whatever their time; the past is latest first. */
export function groupVisits(visits: readonly VisitSummary[], now: number): Groups {
  const of = (name: GroupName) => visits.filter((visit) => groupOf(visit, now) === name);
  return {
    now: of('now').sort((a, b) => b.waiting - a.waiting || byTime(a, b)),
    today: of('today').sort(byTime),
    coming: of('coming').sort(byTime),
    past: of('past').sort((a, b) => byTime(b, a)),
  };
}

const ROLE_ORDER = ['child', 'parent', 'householdMember', 'supporter', 'interpreter'];

/** Family before professionals, the child first: the visit is about them. */
export const namesInOrder = (people: VisitSummary['people']): readonly string[] => {
  const place = (role: string) => (ROLE_ORDER.includes(role) ? ROLE_ORDER.indexOf(role) : ROLE_ORDER.length);
  return [...people].sort((a, b) => place(a.role) - place(b.role)).map(({ name }) => name);
};
