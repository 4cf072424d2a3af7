import type { Brand } from '../../lib/brand.ts';
import type { Instant, SessionId } from '../ids.ts';

/** Somebody beside a device who has none of their own. */
export type CompanionId = Brand<string, 'CompanionId'>;

/** Who sits beside a device, in or out of the picture, as whoever holds it said (JOIN-5). Never checked against anything. */
export interface Companion {
  readonly id: CompanionId;
  readonly name: string;
  readonly relationship: string;
}

/** … and since when this has been said of them, in these words. */
export interface ToldCompanion extends Companion {
  readonly since: Instant;
}

/** What one device has said of the people beside it. */
export interface Household {
  /** Null until it has said; empty when it said that nobody is there. */
  readonly people: readonly ToldCompanion[] | null;
  /** When the host last asked and has had no answer since; null otherwise. */
  readonly askedAt: Instant | null;
}

/** Of a device that has said nothing and was asked nothing. */
export const NOT_TOLD: Household = { people: null, askedAt: null };

export type Households = ReadonlyMap<SessionId, Household>;
