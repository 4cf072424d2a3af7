import type { Instant, ParticipantId, StaffId, VisitId } from '../ids.ts';
import type { Plan } from './state.ts';

export type PlanCommand =
  /** Begins the log of a visit; only ever the first command (by the server for a signed-in member of staff). */
  | {
      readonly type: 'visit.plan';
      readonly visit: VisitId;
      readonly plan: Plan;
      readonly host: { readonly participant: ParticipantId; readonly staff: StaffId; readonly name: string };
    }
  | { readonly type: 'visit.replan'; readonly plan: Plan }
  | { readonly type: 'visit.start' };

export type PlanEvent =
  | {
      readonly type: 'visit.planned';
      readonly visit: VisitId;
      readonly plan: Plan;
      readonly host: { readonly participant: ParticipantId; readonly staff: StaffId; readonly name: string };
    }
  | { readonly type: 'visit.replanned'; readonly plan: Plan }
  | { readonly type: 'visit.started'; readonly at: Instant };
