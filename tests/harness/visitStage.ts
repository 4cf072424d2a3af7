import { randomUUID } from 'node:crypto';
import { NOON, VISIT } from '@doorstep/shared/testing/personas.ts';
import type { Script } from '@doorstep/shared/testing/script.ts';
import { staffOf, summaryOf } from '@doorstep/shared/visit/summary.ts';
import { silentLog } from '../../server/src/visits/Log.ts';
import { ManualClock } from '../../server/src/visits/ManualClock.ts';
import type { VisitActor } from '../../server/src/visits/VisitActor.ts';
import { VisitRegistry } from '../../server/src/visits/VisitRegistry.ts';
import { HeldMedia } from './HeldMedia.ts';
import { TroubledStore } from './TroubledStore.ts';

/** Visits at work on a memory store, with a clock that stands still and a media plane that can be held up. */
export class VisitStage {
  readonly store = new TroubledStore();
  readonly media = new HeldMedia();
  readonly clock = new ManualClock(NOON);
  registry = this.#newRegistry();

  /** Puts the log of a story into the store, as an earlier server would have left it. */
  async tell(script: Script): Promise<void> {
    const index = { summary: summaryOf(script.current), staff: staffOf(script.current) };
    await this.store.append(script.current.id, 0, script.log, index);
  }

  /** The actor of that story's visit, loaded as any server loads it. */
  async actorOf(script: Script): Promise<VisitActor> {
    await this.tell(script);

    return this.actor();
  }

  async actor(): Promise<VisitActor> {
    const actor = await this.registry.find(VISIT);
    if (actor === null) throw new Error('No story has been told');

    return actor;
  }

  /** A server that begins with nothing but the store; the one before is gone without a word. */
  restart(): VisitRegistry {
    this.registry = this.#newRegistry();

    return this.registry;
  }

  #newRegistry(): VisitRegistry {
    const { store, media, clock } = this;

    return new VisitRegistry({ store, media, clock, freshId: randomUUID, log: silentLog });
  }
}

/** Until everything that was due in this tick of the event loop is done. */
export const tick = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
