import type { RecordedEvent } from '@doorstep/shared/visit/events.ts';
import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import type { IndexEntry } from '../../server/src/events/EventStore.ts';
import { MemoryEventStore } from '../../server/src/events/MemoryEventStore.ts';

type Append = () => Promise<'appended' | 'conflict'>;

/** A store that has trouble when told to: each trouble stands in for one `append`. */
export class TroubledStore extends MemoryEventStore {
  readonly #troubles: ((append: Append) => ReturnType<Append>)[] = [];

  /** The next append is handed to `trouble`, which may or may not carry it out. */
  trouble(trouble: (append: Append) => ReturnType<Append>): void {
    this.#troubles.push(trouble);
  }

  override append(
    visit: VisitId,
    expectedVersion: number,
    events: readonly RecordedEvent[],
    index: IndexEntry,
  ): Promise<'appended' | 'conflict'> {
    const append = () => super.append(visit, expectedVersion, events, index);
    const trouble = this.#troubles.shift();

    return trouble === undefined ? append() : trouble(append);
  }
}
