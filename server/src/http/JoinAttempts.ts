import { PLACE_KEPT } from '@doorstep/shared/visit/deadlines.ts';
import { after, type Instant, type ParticipantId, type SessionId, type VisitId } from '@doorstep/shared/visit/ids.ts';

/** One device's place in one visit. */
export interface TakenSeat {
  readonly visit: VisitId;
  readonly participant: ParticipantId;
  readonly session: SessionId;
}

interface Attempt {
  readonly at: Instant;
  /** Null: whoever made it has left quickly. */
  readonly seat: TakenSeat | null;
}

/**
 * What came of the latest tries at joining, by the name that each page gave to its own. A page that is left quickly before
 * it was answered knows no session and may have no cookie; its try is all that it can name (CARE-5). Remembered for as long
 * as a place is kept, by this process alone.
 */
export class JoinAttempts {
  readonly #attempts = new Map<string, Attempt>();

  /** Notes the place that came of a try. False: it was left quickly meanwhile, and the place is to be left. */
  opened(attempt: string, seat: TakenSeat, now: Instant): boolean {
    this.#forgetOld(now);
    if (this.#attempts.get(attempt)?.seat === null) return false;

    this.#attempts.set(attempt, { at: now, seat });
    return true;
  }

  /** Notes that a try was left quickly. The place that came of it; null when there is none (yet). */
  left(attempt: string, now: Instant): TakenSeat | null {
    this.#forgetOld(now);
    const seat = this.#attempts.get(attempt)?.seat ?? null;
    this.#attempts.set(attempt, { at: now, seat: null });

    return seat;
  }

  #forgetOld(now: Instant): void {
    for (const [attempt, { at }] of this.#attempts) if (after(at, PLACE_KEPT) <= now) this.#attempts.delete(attempt);
  }
}
