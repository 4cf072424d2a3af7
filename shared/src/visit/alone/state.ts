import type { Instant, SessionId } from '../ids.ts';

/** Whether anybody else is there who could hear, as the person at the device touched it. */
export type SaidAlone = 'alone' | 'notAlone' | 'notSure';

/** One device, as long as it sits in a private room. */
export interface Aloneness {
  /** Since when the question stands; null when it is answered. */
  readonly askedAt: Instant | null;
  /** The newest answer in this private room; null before the first. What was said in another room says nothing of this one. */
  readonly said: { readonly what: SaidAlone; readonly at: Instant } | null;
}

export type Alonenesses = ReadonlyMap<SessionId, Aloneness>;
