import type { Instant } from '../ids.ts';

/** The four kinds of visit. */
export type VisitKind = 'homeVisit' | 'conference' | 'oneToOne' | 'rehearsal';

/** What was planned. `purpose` may be empty until the first link is wanted (PLAN-1). */
export interface Plan {
  readonly kind: VisitKind;
  readonly purpose: string;
  readonly scheduledFor: Instant;
  readonly lengthMinutes: number;
}

/** planned → open (the host started it) → ended. */
export type Phase =
  | { readonly is: 'planned' }
  | { readonly is: 'open'; readonly since: Instant }
  | { readonly is: 'ended'; readonly at: Instant; readonly words: string };
