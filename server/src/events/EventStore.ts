import type { VisitSummary } from '@doorstep/shared/protocol/http.ts';
import type { RecordedEvent } from '@doorstep/shared/visit/events.ts';
import type { StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { VisitSummary as SummaryOfVisit } from '@doorstep/shared/visit/summary.ts';

/** What lists show of a visit and to whom: kept beside the log, rewritten with every append. */
export interface IndexEntry {
  readonly summary: SummaryOfVisit;
  readonly staff: readonly StaffId[];
}

/**
 * The logs of all visits. Invariants, the same for every adapter (eventStoreContract.ts):
 * - What `append` has acknowledged is durable, and every later `load` returns it, in order, without gaps.
 * - Of several appends with the same expected version exactly one succeeds; the others change nothing.
 * - A log and its index entry change together or not at all.
 */
export interface EventStore {
  /** The whole log, oldest first; empty for a visit that there is none of. */
  load(visit: VisitId): Promise<readonly RecordedEvent[]>;
  /**
   * Adds events after the version that the writer has seen (0 for a new visit). The events carry the versions that follow it.
   * `conflict`: another writer was first; load again and decide again.
   */
  append(
    visit: VisitId,
    expectedVersion: number,
    events: readonly RecordedEvent[],
    index: IndexEntry,
  ): Promise<'appended' | 'conflict'>;
  /** The visits of a member of staff, the latest planned time first. */
  listFor(staff: StaffId): Promise<readonly VisitSummary[]>;
  /** The visits that are going on (phase `open`). */
  unfinished(): Promise<readonly VisitId[]>;
}
