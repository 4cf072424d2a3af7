import { lobby } from '../../content/family/lobby.ts';
import type { Reader } from '../../content/family/reader.ts';

const MINUTE_MS = 60_000;
/** From then on the wait is called long, and the phone is offered. */
const LONG_MINUTES = 10;

/** What to say about a wait of `ms`; null in its first minute, when there is nothing to say. */
export function waitWords(
  ms: number,
  reader: Reader,
): { readonly waited: string; readonly long: string | null } | null {
  const say = lobby[reader];
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return null;

  return {
    waited: minutes === 1 ? say.waitedOne : say.waited(String(minutes)),
    long: minutes < LONG_MINUTES ? null : say.longWait,
  };
}
