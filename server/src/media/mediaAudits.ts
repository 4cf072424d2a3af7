import type { Millis } from '@doorstep/shared/visit/ids.ts';
import type { MediaLog } from './MediaLog.ts';
import type { MediaReconciler } from './MediaReconciler.ts';

/** How often what is at the SFU is compared with the plans. */
export const AUDIT_EVERY: Millis = 5000;

/** Calls `run` every so often until the returned function is called. */
export type Every = (run: () => void, period: Millis) => () => void;

/**
 * [ROST-1] Lets the reconciler audit itself every five seconds, one audit at a time. Returns how to stop. An audit that
 * fails is logged, and the next one comes all the same.
 */
export function startMediaAudits(
  reconciler: MediaReconciler,
  { every, log }: { every: Every; log: MediaLog },
): () => void {
  let running = false;

  const audit = async (): Promise<void> => {
    if (running) return;

    running = true;
    try {
      await reconciler.audit();
    } catch (error) {
      log.error({ error: String(error) }, 'a media audit failed');
    } finally {
      running = false;
    }
  };

  return every(() => void audit(), AUDIT_EVERY);
}
