import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { GoneError, type TransportId } from '../MediaPlane.ts';
import { MediasoupLoop } from './MediasoupLoop.ts';
import type { WorkerPool } from './WorkerPool.ts';
import type { Lease } from './WorkerSlot.ts';

/** The register of all loops. What is dropped here is gone at once, whatever the worker still has to do. */
export class MediasoupLoops {
  /** Called when one is gone with its worker. */
  onLost: (visit: VisitId, session: SessionId) => void = () => {};

  readonly #pool: WorkerPool;
  readonly #loops = new Map<SessionId, MediasoupLoop>();
  readonly #opening = new Map<SessionId, symbol>();

  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  get open(): readonly MediasoupLoop[] {
    return [...this.#loops.values()];
  }

  /** Those that are open, and those that are on their way. */
  get count(): number {
    return this.#loops.size + this.#opening.size;
  }

  /** One that is closed while it is being opened comes to nothing. */
  async begin(visit: VisitId, session: SessionId): Promise<MediasoupLoop> {
    if (this.#loops.has(session) || this.#opening.has(session)) throw new Error('this session has a loop');

    const mark = Symbol();
    this.#opening.set(session, mark);
    try {
      const lease = await this.#pool.lease(visit);
      const loop = await this.#make({ visit, session }, lease);
      if (this.#opening.get(session) === mark && !lease.worker.closed) return this.#keep(loop, lease);

      await loop.close();
      throw new GoneError('the loop closed');
    } finally {
      if (this.#opening.get(session) === mark) this.#opening.delete(session);
    }
  }

  get(session: SessionId): MediasoupLoop {
    const loop = this.#loops.get(session);
    if (!loop) throw new GoneError('no such loop');

    return loop;
  }

  with(session: SessionId, transport: TransportId): MediasoupLoop | undefined {
    const loop = this.#loops.get(session);

    return loop?.has(transport) ? loop : undefined;
  }

  async close(session: SessionId): Promise<void> {
    this.#opening.delete(session);
    const loop = this.#loops.get(session);
    if (!loop) return;

    this.#loops.delete(session);
    await loop.close();
  }

  async #make(owner: { readonly visit: VisitId; readonly session: SessionId }, lease: Lease): Promise<MediasoupLoop> {
    try {
      return await MediasoupLoop.open(owner, lease);
    } catch (error) {
      lease.end();
      throw error;
    }
  }

  #keep(loop: MediasoupLoop, lease: Lease): MediasoupLoop {
    const { visit, session } = loop;
    this.#loops.set(session, loop);
    lease.onLost = () => {
      if (this.#loops.get(session) !== loop) return;

      this.#loops.delete(session);
      this.onLost(visit, session);
    };

    return loop;
  }
}
