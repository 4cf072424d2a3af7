import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import type { MediaPlan } from '@doorstep/shared/visit/mediaPlanShape.ts';
import type { VisitMedia } from '../../server/src/visits/VisitMedia.ts';

/** A media plane that follows every plan at once, unless it is held: then its restrictions are done when it is let go. */
export class HeldMedia implements VisitMedia {
  readonly plans: MediaPlan[] = [];
  readonly forgotten: VisitId[] = [];
  #held: Promise<void> = Promise.resolve();
  #letGo: () => void = () => {};

  hold(): void {
    this.#held = new Promise((resolve) => {
      this.#letGo = resolve;
    });
  }

  letGo(): void {
    this.#letGo();
  }

  apply(_visit: VisitId, plan: MediaPlan) {
    this.plans.push(plan);

    return { restricted: this.#held, settled: this.#held };
  }

  async forget(visit: VisitId): Promise<void> {
    this.forgotten.push(visit);
  }
}
