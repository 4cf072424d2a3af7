import type { CommandOf } from '@doorstep/shared/visit/commands.ts';
import { replaying } from '@doorstep/shared/visit/evolve.ts';
import { after, type Instant, type VisitId } from '@doorstep/shared/visit/ids.ts';
import { unhurried } from '../unhurried.ts';
import { VisitActor, type VisitParts } from './VisitActor.ts';

/** A visit that nobody watched or asked for this long, and that is not under way, is put away until it is wanted again. */
const KEPT_IDLE = 10 * 60_000;
const SWEEP_EVERY = 60_000;

interface Entry {
  /** Null when there is no such visit. */
  readonly actor: Promise<VisitActor | null>;
  lastWanted: Instant;
}

/** The visits at work in this process: one actor for each, loaded when it is first wanted. */
export class VisitRegistry {
  readonly #parts: VisitParts;
  readonly #entries = new Map<VisitId, Entry>();
  /** Visits on their way out. One that is wanted again waits for that, so that there are never two actors of one visit. */
  readonly #leaving = new Map<VisitId, Promise<void>>();
  #stopSweeping: () => void;

  constructor(parts: VisitParts) {
    this.#parts = parts;
    this.#stopSweeping = this.#sweepLater();
  }

  /** Begins a new visit. Rejects when the domain refuses the plan: the caller mints the id and has parsed the rest. */
  async plan(command: CommandOf<'visit.plan'>): Promise<VisitActor> {
    const actor = new VisitActor(command.visit, this.#parts, null);
    const outcome = await actor.submitAsSystem(command);
    if (!outcome.ok) throw new Error(`A new visit was refused: ${outcome.refusal}`);

    this.#entries.set(command.visit, { actor: Promise.resolve(actor), lastWanted: this.#parts.clock.now() });

    return actor;
  }

  /** The visit at work, loaded if need be; null when there is none with this id. Use it at once, ask again next time. */
  find(visit: VisitId): Promise<VisitActor | null> {
    const now = this.#parts.clock.now();
    const known = this.#entries.get(visit);
    if (known !== undefined) {
      known.lastWanted = now;
      return known.actor;
    }

    const actor = this.#load(visit);
    this.#entries.set(visit, { actor, lastWanted: now });
    const drop = () => this.#entries.delete(visit);
    actor.then((found) => found ?? drop(), drop);

    return actor;
  }

  /** At the start of the server: every visit that is under way goes on, with the same people in the same seats (SAFE-5). One that cannot does not hold up the others. */
  async resume(): Promise<void> {
    const unfinished = await this.#parts.store.unfinished();
    const found = await Promise.allSettled(unfinished.map((visit) => this.find(visit)));
    for (const one of found) {
      if (one.status === 'rejected') this.#parts.log.error({ error: one.reason }, 'a visit could not be resumed');
    }
  }

  /** How many visits are at work here. */
  get size(): number {
    return this.#entries.size;
  }

  /** Finishes what every visit was asked, then takes no more. */
  async close(): Promise<void> {
    this.#stopSweeping();
    const actors = await Promise.allSettled([...this.#entries.values()].map(({ actor }) => actor));
    await Promise.all(actors.map((one) => (one.status === 'fulfilled' ? one.value?.close() : undefined)));
    await Promise.all(this.#leaving.values());
    this.#entries.clear();
  }

  async #load(visit: VisitId): Promise<VisitActor | null> {
    await this.#leaving.get(visit);
    const log = await this.#parts.store.load(visit);
    if (log.length === 0) return null;

    const actor = new VisitActor(visit, this.#parts, await unhurried(replaying(log)));
    await actor.wake();

    return actor;
  }

  #sweepLater(): () => void {
    const { clock } = this.#parts;

    return clock.at(after(clock.now(), SWEEP_EVERY), () => {
      this.#stopSweeping = this.#sweepLater();
      void this.#sweep();
    });
  }

  async #sweep(): Promise<void> {
    for (const [visit, entry] of [...this.#entries]) {
      const actor = await entry.actor.catch(() => null);
      const idle = this.#parts.clock.now() - entry.lastWanted >= KEPT_IDLE;
      if (actor === null || !idle || actor.busy || actor.phase.is === 'open') continue;

      // While we waited an earlier sweep may have put it away.
      if (this.#entries.get(visit) === entry) this.#putAway(visit, actor);
    }
  }

  #putAway(visit: VisitId, actor: VisitActor): void {
    this.#entries.delete(visit);
    const gone = actor
      .close()
      .then(() => this.#parts.media.forget(visit))
      .catch((error: unknown) => this.#parts.log.error({ error }, 'a visit could not be put away'))
      .finally(() => this.#leaving.delete(visit));
    this.#leaving.set(visit, gone);
  }
}
