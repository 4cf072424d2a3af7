import type { Millis, SessionId } from '@doorstep/shared/visit/ids.ts';

/** Long enough to try again by hand, too seldom for a load. */
const EVERY: Millis = 5000;
const MOST = { times: 6, within: 10 * 60_000 } as const;

/** How often each device of a visit may measure its line: every five seconds, six times in ten minutes. */
export class LoopAllowance {
  readonly #begun = new Map<SessionId, readonly Millis[]>();

  /** Whether this device may begin one now; if so, that counts. A refusal does not. */
  take(session: SessionId, now: Millis): boolean {
    const lately = this.#lately(session, now);
    const last = lately.at(-1);
    if (lately.length >= MOST.times || (last !== undefined && now - last < EVERY)) return false;

    this.#begun.set(session, [...lately, now]);
    return true;
  }

  /** How long ago this device began its last one; null when that is long ago. */
  age(session: SessionId, now: Millis): Millis | null {
    const last = this.#lately(session, now).at(-1);

    return last === undefined ? null : now - last;
  }

  #lately(session: SessionId, now: Millis): readonly Millis[] {
    return (this.#begun.get(session) ?? []).filter((begun) => now - begun < MOST.within);
  }
}
