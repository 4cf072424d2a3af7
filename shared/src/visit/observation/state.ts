import type { Instant, ParticipantId } from '../ids.ts';

/** What the host saw of a child, in words (SEE-6). */
export interface Observation {
  readonly words: string;
  readonly at: Instant;
}

/** What was seen of one child so far: the log keeps each, the visit how many and the newest. */
export interface Observed {
  readonly count: number;
  readonly last: Observation;
}

export type Observations = ReadonlyMap<ParticipantId, Observed>;

/** Nobody sees more than this in one visit; it bounds what a log grows by. */
export const MOST_OBSERVATIONS = 100;
