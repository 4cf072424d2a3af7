import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import type { MediaPlan } from '@doorstep/shared/visit/mediaPlanShape.ts';

/** What a visit needs of the media plane: that it follows the plan. */
export interface VisitMedia {
  /**
   * Makes the SFU follow `plan`; of several plans for one visit the latest wins. `restricted` resolves when nothing flows any more
   * that this plan forbids, `settled` when everything that it allows may flow. Applying the same plan again changes nothing.
   */
  apply(visit: VisitId, plan: MediaPlan): { readonly restricted: Promise<void>; readonly settled: Promise<void> };
  /** Closes everything that this visit has at the SFU. */
  forget(visit: VisitId): Promise<void>;
}
