const CALM_MS = 60_000;
const DEATHS_BEFORE_WAITING = 3;
const LONGEST_WAIT_MS = 30_000;
/** A server that lived this long was up: its start takes a few seconds. */
const UP_MS = 10_000;

/** @typedef {{ startedAt: number, diedAt: number, killed: boolean }} Life times in milliseconds; killed: by a signal, so not by a fault of its own */

/**
 * Decides what follows a death: at once for the first three within a minute, then after a wait that doubles up to half a minute.
 * A server that was never up and ended by itself, or was killed three times, has a fault that restarting does not mend.
 */
export function createRestartPolicy() {
  /** @type {number[]} */
  let deaths = [];
  let wasUp = false;
  let waitMs = 0;

  return {
    /** @param {Life} life @returns {{ waitMs: number } | 'give up'} */
    died({ startedAt, diedAt, killed }) {
      wasUp ||= diedAt - startedAt >= UP_MS;
      if (!wasUp && !killed) return 'give up';

      deaths = [...deaths.filter((at) => diedAt - at < CALM_MS), diedAt];
      if (deaths.length < DEATHS_BEFORE_WAITING) {
        waitMs = 0;
        return { waitMs };
      }
      if (!wasUp) return 'give up';

      waitMs = Math.min(LONGEST_WAIT_MS, waitMs === 0 ? 2_000 : waitMs * 2);
      return { waitMs };
    },
  };
}
