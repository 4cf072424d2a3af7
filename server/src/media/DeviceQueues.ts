import type { SessionId } from '@doorstep/shared/visit/ids.ts';

/** So many requests of one device may wait; a busy room needs one per stream at once. */
const MOST_WAITING = 128;

/** Lets each device's requests run one after the other, so that no two of them can both pass a check that only one may. */
export class DeviceQueues {
  readonly #queues = new Map<SessionId, { tail: Promise<unknown>; waiting: number }>();

  /** Runs `work` after this device's earlier work; null when too much is waiting already. */
  async run<Answer>(session: SessionId, work: () => Promise<Answer>): Promise<Answer | null> {
    const queue = this.#queues.get(session) ?? { tail: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= MOST_WAITING) return null;

    this.#queues.set(session, queue);
    queue.waiting += 1;
    const answer = queue.tail.then(work);
    queue.tail = answer.catch(() => {});

    try {
      return await answer;
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) this.#queues.delete(session);
    }
  }
}
