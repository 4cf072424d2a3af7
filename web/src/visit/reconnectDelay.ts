const FIRST_MS = 200;
const LONGEST_MS = 1_000;

/**
 * How long to wait before the next attempt, in milliseconds, after `failures` in a row: from 0.2 s, doubling, to 1 s, and never an end.
 * `random` (0 to 1) spreads the devices of a restarted server over half of that time.
 */
export function reconnectDelay(failures: number, random: number): number {
  const full = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  return full * (1 - random / 2);
}
