import type { AuthorityPolicy, SettledPolicy } from '../authority/policy.ts';
import type { Instant, ParticipantId, StaffId, VisitId } from '../ids.ts';
import type { Plan } from './state.ts';

export type PlanCommand =
  /** Begins the log of a visit; only ever the first command (by the server for a signed-in member of staff). */
  | {
      readonly type: 'visit.plan';
      readonly visit: VisitId;
      readonly plan: Plan;
      readonly policy: AuthorityPolicy;
      readonly host: { readonly participant: ParticipantId; readonly staff: StaffId; readonly name: string };
    }
  | { readonly type: 'visit.replan'; readonly plan: Plan }
  | { readonly type: 'visit.start' };

export type PlanEvent =
  | {
      readonly type: 'visit.planned';
      readonly visit: VisitId;
      readonly plan: Plan;
      /** [TEAM-4] What the authority had settled on that day, which the visit keeps. Left out, or without a section, in logs older than it. */
      readonly policy?: SettledPolicy | undefined;
      readonly host: { readonly participant: ParticipantId; readonly staff: StaffId; readonly name: string };
    }
  | { readonly type: 'visit.replanned'; readonly plan: Plan }
  | { readonly type: 'visit.started'; readonly at: Instant };
