import { type VisitSummary, visitSummary } from '@doorstep/shared/protocol/http.ts';
import type { RecordedEvent } from '@doorstep/shared/visit/events.ts';
import type { StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { EventStore, IndexEntry } from './EventStore.ts';

/** For tests: the logs live as long as this object. */
export class MemoryEventStore implements EventStore {
  readonly #visits = new Map<VisitId, { log: readonly RecordedEvent[]; index: IndexEntry }>();

  async load(visit: VisitId): Promise<readonly RecordedEvent[]> {
    return this.#visits.get(visit)?.log ?? [];
  }

  async append(
    visit: VisitId,
    expectedVersion: number,
    events: readonly RecordedEvent[],
    index: IndexEntry,
  ): Promise<'appended' | 'conflict'> {
    const log = this.#visits.get(visit)?.log ?? [];
    if (log.length !== expectedVersion) return 'conflict';

    this.#visits.set(visit, structuredClone({ log: [...log, ...events], index }));
    return 'appended';
  }

  async listFor(staff: StaffId): Promise<readonly VisitSummary[]> {
    return [...this.#visits.values()]
      .filter(({ index }) => index.staff.includes(staff))
      .map(({ index }) => visitSummary.parse(index.summary))
      .sort((a, b) => b.scheduledFor - a.scheduledFor);
  }

  async unfinished(): Promise<readonly VisitId[]> {
    return [...this.#visits].filter(([, { index }]) => index.summary.phase === 'open').map(([id]) => id);
  }
}
