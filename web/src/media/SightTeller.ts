import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Sight } from '@doorstep/shared/visit/sight/state.ts';
import type { VisitClient } from '../visit/VisitClient.ts';
import type { PictureWatch } from './PictureWatch.ts';
import { Telling } from './Telling.ts';

/** The record is of how long somebody was seen, not of every hiccup. */
const GAP_MS = 2_500;

/** [SEE-4] Tells the visit how this screen shows the child and the parents, whenever that has changed; only what the visit takes. */
export class SightTeller {
  readonly #visit: VisitClient;
  readonly #watch: Pick<PictureWatch, 'getState' | 'subscribe'>;
  readonly #tellings = new Map<SessionId, Telling<Sight>>();
  readonly #stop: readonly (() => void)[];
  #wasConnected = false;

  constructor(visit: VisitClient, watch: Pick<PictureWatch, 'getState' | 'subscribe'>) {
    this.#visit = visit;
    this.#watch = watch;
    const look = () => this.#look();
    this.#stop = [visit.subscribe(look), watch.subscribe(look)];
    look();
  }

  close(): void {
    for (const stop of this.#stop) stop();
    this.#forget();
  }

  #look(): void {
    this.#noticeReturn();
    const { sights } = this.#watch.getState();
    for (const [session, telling] of this.#tellings) {
      if (sights.has(session)) continue;
      // Whoever comes back is looked at anew, by the visit as well.
      telling.close();
      this.#tellings.delete(session);
    }
    for (const session of sights.keys()) this.#tellingOf(session).look();
  }

  /** While the line was down somebody may have left and come back, of whom the visit then knows nothing: all is said again. */
  #noticeReturn(): void {
    const isConnected = this.#visit.getState().connection === 'connected';
    if (isConnected && !this.#wasConnected) this.#forget();
    this.#wasConnected = isConnected;
  }

  #forget(): void {
    for (const telling of this.#tellings.values()) telling.close();
    this.#tellings.clear();
  }

  #tellingOf(session: SessionId): Telling<Sight> {
    const known = this.#tellings.get(session);
    if (known !== undefined) return known;

    const telling = new Telling<Sight>({
      newest: () => this.#newest(session),
      known: () => null,
      isSame: Object.is,
      send: (sight) => this.#visit.send({ type: 'sight.tell', session, sight }),
      gapMs: GAP_MS,
    });
    this.#tellings.set(session, telling);

    return telling;
  }

  #newest(session: SessionId): Sight | null {
    const isTaken = this.#visit.getState().view?.can[`sight.tell:${session}`] === 'yes';

    return isTaken ? (this.#watch.getState().sights.get(session) ?? null) : null;
  }
}
