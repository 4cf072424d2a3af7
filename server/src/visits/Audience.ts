import { isDeepStrictEqual } from 'node:util';
import { type Recipient, viewFor } from '@doorstep/shared/visit/view.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import type { Clock } from './Clock.ts';
import type { Log } from './Log.ts';
import { Pace } from './Pace.ts';

interface Onlooker {
  readonly recipient: Recipient;
  readonly show: (view: VisitView) => void;
  readonly pace: Pace;
  last: VisitView | null;
  /** Calls off the look that is to come; null while there is none. */
  callOff: (() => void) | null;
}

/**
 * Those who watch one visit. Each is shown only changes of their own view, so that the timing of a message tells nothing of others; and no
 * more than about four a second, however many there are, none later than a quarter of a second.
 */
export class Audience {
  readonly #visit: () => Visit;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #onlookers = new Set<Onlooker>();
  #scheduled = false;

  constructor(visit: () => Visit, clock: Clock, log: Log) {
    this.#visit = visit;
    this.#clock = clock;
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
    const onlooker: Onlooker = { recipient, show: listener, pace: new Pace(), last: null, callOff: null };
    this.#onlookers.add(onlooker);
    this.#show(onlooker);

    return () => {
      this.#onlookers.delete(onlooker);
      onlooker.callOff?.();
    };
  }

  /** The visit is another; several changes within one tick are shown as one. */
  changed(): void {
    if (this.#scheduled) return;

    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      for (const onlooker of this.#onlookers) this.#look(onlooker);
    });
  }

  /** Shows what is new, now or as soon as it may be; what comes meanwhile is shown with it. */
  #look(onlooker: Onlooker): void {
    if (onlooker.callOff !== null) return;

    const now = this.#clock.now();
    const next = onlooker.pace.next(now);
    if (next <= now) {
      this.#show(onlooker);
      return;
    }

    onlooker.callOff = this.#clock.at(next, () => {
      onlooker.callOff = null;
      this.#show(onlooker);
    });
  }

  #show(onlooker: Onlooker): void {
    try {
      const view = this.viewFor(onlooker.recipient);
      if (isDeepStrictEqual(view, onlooker.last)) return;

      // The first is what is there already, and none of the changes.
      if (onlooker.last !== null) onlooker.pace.did(this.#clock.now());
      onlooker.last = view;
      onlooker.show(view);
    } catch (error) {
      this.#log.error({ error }, 'a view could not be shown');
    }
  }
}
