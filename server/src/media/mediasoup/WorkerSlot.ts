import type { types } from 'mediasoup';
import type { RunningWorker } from './startWorker.ts';

/** A room's share of one worker. */
export interface Lease {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
  /** Called once when the worker dies. */
  onLost: () => void;
  /** Resolves when the worker has done everything it was told before this call, or is dead. Never rejects. */
  done(): Promise<void>;
  end(): void;
}

/** One place in the pool, in which one worker runs at a time. */
export class WorkerSlot {
  readonly index: number;
  readonly #start: () => Promise<RunningWorker>;
  readonly #onDeath: (slot: WorkerSlot) => void;
  readonly #leases = new Set<Lease>();
  #running: RunningWorker | null = null;
  #starting: Promise<RunningWorker> | null = null;
  #barrier: Promise<void> | null = null;
  #ping: 'answered' | 'asked' | 'overdue' = 'answered';
  #closed = false;

  constructor(index: number, start: () => Promise<RunningWorker>, onDeath: (slot: WorkerSlot) => void) {
    this.index = index;
    this.#start = start;
    this.#onDeath = onDeath;
  }

  /** The process id of the worker that runs now. */
  get pid(): number | null {
    return this.#running?.worker.pid ?? null;
  }

  /** Resolves with the worker of this slot, begun if there is none. */
  async run(): Promise<RunningWorker> {
    if (this.#closed) throw new Error('The pool is closed.');
    if (this.#running) return this.#running;

    this.#starting ??= this.#begin();
    return this.#starting;
  }

  /** A share of this worker, begun if there is none. Rejects when it cannot be started. */
  async lease(): Promise<Lease> {
    const { worker, server } = await this.run();
    const lease: Lease = {
      worker,
      server,
      onLost: () => {},
      done: () => (worker.closed ? Promise.resolve() : this.#done(worker)),
      end: () => this.#leases.delete(lease),
    };
    this.#leases.add(lease);
    return lease;
  }

  /**
   * Asks the worker for a sign of life. One that has not given the last two is killed: it would hold up every visit that
   * it carries, and a dead worker is replaced at once.
   */
  check(): void {
    if (!this.#running) return;
    if (this.#ping === 'overdue') this.kill();
    else if (this.#ping === 'asked') this.#ping = 'overdue';
    else this.#ask(this.#running.worker);
  }

  kill(): void {
    if (this.pid !== null) process.kill(this.pid, 'SIGKILL');
  }

  /** Resolves when the process is gone, after a second at most by force. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#starting?.catch(() => {});
    const running = this.#running;
    if (!running) return;

    const { worker } = running;
    const gone = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
    worker.close();
    // It says goodbye to its devices and ends; a worker that cannot is ended.
    const impatience = setTimeout(() => process.kill(worker.pid, 'SIGKILL'), 1000);
    await gone;
    clearTimeout(impatience);
    this.#running = null;
  }

  async #begin(): Promise<RunningWorker> {
    try {
      const running = await this.#start();
      this.#running = running;
      this.#ping = 'answered';
      running.worker.once('died', () => this.#died());
      return running;
    } finally {
      this.#starting = null;
    }
  }

  #died(): void {
    const lost = [...this.#leases];
    this.#leases.clear();
    this.#running = null;
    this.#barrier = null;
    if (this.#closed) return;

    // First the replacement, so that a room that is opened again in answer to its loss waits for it.
    this.#onDeath(this);
    for (const { onLost } of lost) onLost();
  }

  #ask(worker: types.Worker): void {
    this.#ping = 'asked';
    void worker.getResourceUsage().then(
      () => {
        if (this.#running?.worker === worker) this.#ping = 'answered';
      },
      () => {},
    );
  }

  /** One question answers all who ask in the same turn: a worker works off its channel in order. */
  #done(worker: types.Worker): Promise<void> {
    this.#barrier ??= Promise.resolve()
      .then(() => {
        this.#barrier = null;
        return worker.getResourceUsage();
      })
      .then(
        () => {},
        () => {},
      );
    return this.#barrier;
  }
}
