import { createHash } from 'node:crypto';
import type { Millis, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { MediaLog } from '../MediaLog.ts';
import type { Every } from '../mediaAudits.ts';
import type { RunningWorker } from './startWorker.ts';
import { type Lease, WorkerSlot } from './WorkerSlot.ts';

/** So many deaths within this time are more than bad luck. */
const TROUBLE = { deaths: 3, within: 10 * 60_000 } as const;

/** A worker that misses two signs of life, so long apart, is replaced. */
export const CHECK_EVERY: Millis = 2000;

export interface PoolParts {
  readonly workers: number;
  readonly start: (index: number) => Promise<RunningWorker>;
  readonly log: MediaLog;
  readonly now: () => Millis;
  readonly every: Every;
}

/** The media processes: as many as there are slots, each replaced as soon as it dies. */
export class WorkerPool {
  readonly #slots: readonly WorkerSlot[];
  readonly #parts: PoolParts;
  readonly #stopChecking: () => void;
  #deaths: readonly Millis[] = [];
  #deathCount = 0;

  private constructor(parts: PoolParts) {
    this.#parts = parts;
    this.#slots = Array.from(
      { length: parts.workers },
      (_, index) =>
        new WorkerSlot(
          index,
          () => parts.start(index),
          (slot) => this.#replace(slot),
        ),
    );
    this.#stopChecking = parts.every(() => this.#check(), CHECK_EVERY);
  }

  /** Rejects when any worker does not start: better no server than a crippled one. */
  static async start(parts: PoolParts): Promise<WorkerPool> {
    const pool = new WorkerPool(parts);
    try {
      await Promise.all(pool.#slots.map((slot) => slot.run()));
      return pool;
    } catch (error) {
      await pool.close();
      throw error;
    }
  }

  /** How many workers have died since the start. */
  get deaths(): number {
    return this.#deathCount;
  }

  get pids(): readonly number[] {
    return this.#slots.flatMap(({ pid }) => (pid === null ? [] : [pid]));
  }

  /**
   * A share of the visit's worker. Rejects when it is down and cannot be started.
   *
   * [PRIV-5] Which one that is depends on the visit alone. Each worker has a port of its own: by the one with the least to do, a device would
   * read from its port whether another room is open.
   */
  lease(visit: VisitId): Promise<Lease> {
    const slot = this.#slots[workerOf(visit, this.#slots.length)];
    if (!slot) throw new Error('A pool needs a worker.');

    return slot.lease();
  }

  async close(): Promise<void> {
    this.#stopChecking();
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #check(): void {
    for (const slot of this.#slots) {
      slot.check();
      // One that could not be replaced when it died is tried again.
      if (slot.pid === null) this.#begin(slot);
    }
  }

  #replace(slot: WorkerSlot): void {
    const now = this.#parts.now();
    this.#deathCount += 1;
    this.#deaths = [...this.#deaths.filter((died) => now - died < TROUBLE.within), now];
    const fields = { worker: slot.index, deathsLately: this.#deaths.length };
    if (this.#deaths.length >= TROUBLE.deaths) this.#parts.log.error(fields, 'media workers keep dying');
    else this.#parts.log.warn(fields, 'a media worker died and is replaced');

    this.#begin(slot);
  }

  #begin(slot: WorkerSlot): void {
    slot.run().then(
      () => this.#parts.log.info({ worker: slot.index }, 'a media worker runs'),
      (error: unknown) => {
        this.#parts.log.error({ worker: slot.index, error: String(error) }, 'a media worker does not start');
      },
    );
  }
}

/** Which of so many workers, counted from 0, is the visit’s. Spreads visits evenly, whatever their ids look like. */
export const workerOf = (visit: VisitId, workers: number): number =>
  createHash('sha256').update(visit).digest().readUInt32BE() % workers;
