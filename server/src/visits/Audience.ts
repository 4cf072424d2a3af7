import { isDeepStrictEqual } from 'node:util';
import { type Recipient, viewFor } from '@doorstep/shared/visit/view.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import type { Log } from './Log.ts';

interface Onlooker {
  readonly recipient: Recipient;
  readonly show: (view: VisitView) => void;
  last: VisitView | null;
}

/** Those who watch one visit. Each is shown only changes of their own view, so that the timing of a message tells nothing of others. */
export class Audience {
  readonly #visit: () => Visit;
  readonly #log: Log;
  readonly #onlookers = new Set<Onlooker>();
  #scheduled = false;

  constructor(visit: () => Visit, log: Log) {
    this.#visit = visit;
    this.#log = log;
  }

  get size(): number {
    return this.#onlookers.size;
  }

  /** What this recipient may see now. Throws for somebody who is not of the visit. */
  viewFor(recipient: Recipient): VisitView {
    return viewFor(this.#visit(), recipient);
  }

  /** Shows the view at once, then after each change of it. A listener that throws is logged and goes on being told. */
  attach(recipient: Recipient, listener: (view: VisitView) => void): () => void {
    const onlooker: Onlooker = { recipient, show: listener, last: null };
    this.#onlookers.add(onlooker);
    this.#show(onlooker);

    return () => {
      this.#onlookers.delete(onlooker);
    };
  }

  /** The visit is another; several changes within one tick are shown as one. */
  changed(): void {
    if (this.#scheduled) return;

    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      for (const onlooker of this.#onlookers) this.#show(onlooker);
    });
  }

  #show(onlooker: Onlooker): void {
    try {
      const view = this.viewFor(onlooker.recipient);
      if (isDeepStrictEqual(view, onlooker.last)) return;

      onlooker.last = view;
      onlooker.show(view);
    } catch (error) {
      this.#log.error({ error }, 'a view could not be shown');
    }
  }
}
