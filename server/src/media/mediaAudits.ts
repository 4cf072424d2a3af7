import type { Millis } from '@doorstep/shared/visit/ids.ts';
import type { MediaLog } from './MediaLog.ts';
import type { MediaReconciler } from './MediaReconciler.ts';

/** How often what is at the SFU is compared with the plans. */
export const AUDIT_EVERY: Millis = 5000;

/** How often the loops of devices that measure their line are looked at. */
export const SWEEP_EVERY: Millis = 1000;

/** Calls `run` every so often until the returned function is called. */
export type Every = (run: () => void, period: Millis) => () => void;

/**
 * [ROST-1] Lets the reconciler audit itself every five seconds, and end what is left of loops every second, one at a time of
 * each. Returns how to stop. One that fails is logged, and the next one comes all the same.
 */
export function startMediaAudits(
  reconciler: MediaReconciler,
  { every, log }: { every: Every; log: MediaLog },
): () => void {
  const stops = [
    every(
      oneAtATime(() => reconciler.audit(), log),
      AUDIT_EVERY,
    ),
    every(
      oneAtATime(() => reconciler.sweepLoops(), log),
      SWEEP_EVERY,
    ),
  ];

  return () => {
    for (const stop of stops) stop();
  };
}

function oneAtATime(work: () => Promise<unknown>, log: MediaLog): () => void {
  let running = false;
  const run = async (): Promise<void> => {
    if (running) return;

    running = true;
    try {
      await work();
    } catch (error) {
      log.error({ error: String(error) }, 'a media audit failed');
    } finally {
      running = false;
    }
  };

  return () => void run();
}
