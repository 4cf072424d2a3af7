import type { Condition } from '@doorstep/shared/visit/condition/state.ts';
import type { VisitClient } from '../visit/VisitClient.ts';
import { type ConditionWatch, isSameCondition } from './condition/ConditionWatch.ts';
import { Telling } from './Telling.ts';

/** Less often than the server allows for good, however much changes. */
const GAP_MS = 1_100;

/** Tells the visit how this device stands, whenever that has changed: the others learn of it, and the server closes what must not be seen or heard. */
export class ConditionTeller {
  readonly #stop: readonly (() => void)[];

  constructor(visit: VisitClient, watch: Pick<ConditionWatch, 'getState' | 'subscribe'>) {
    const telling = new Telling<Condition>({
      newest: () => (visit.getState().view?.can['condition.tell'] === 'yes' ? watch.getState().condition : null),
      // A page that was loaded again does not know what the one before it said.
      known: () => null,
      isSame: isSameCondition,
      send: (condition) => visit.send({ type: 'condition.tell', condition }),
      gapMs: GAP_MS,
    });
    const look = () => telling.look();
    this.#stop = [visit.subscribe(look), watch.subscribe(look), () => telling.close()];
    look();
  }

  close(): void {
    for (const stop of this.#stop) stop();
  }
}
