import type { VisitClient } from '../../visit/VisitClient.ts';
import { EndToEnd } from './EndToEnd.ts';
import type { MediaProtection } from './MediaProtection.ts';
import { Unprotected } from './Unprotected.ts';
import { WorkerFrames, wayOfFrames } from './WorkerFrames.ts';

/** [SAFE-2] The best that this browser can do. */
export async function openProtection(visit: VisitClient): Promise<MediaProtection> {
  const way = wayOfFrames();

  return way === null ? new Unprotected(visit) : EndToEnd.begin(visit, await WorkerFrames.start(way), () => Date.now());
}
