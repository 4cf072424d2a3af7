import { randomBytes } from 'node:crypto';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { Ground } from '../lifetime.ts';
import type { MediaPlane } from './MediaPlane.ts';
import { MediaReconciler } from './MediaReconciler.ts';
import { type Every, startMediaAudits } from './mediaAudits.ts';
import { turnCredentials } from './turnCredentials.ts';
import { readTurnSecret } from './turnSecret.ts';

interface MediaClock {
  readonly now: () => Instant;
  readonly every: Every;
}

/** Media that follows the visits, audited for as long as the server lives, and the plane that carries it. Refuses when the relay's secret cannot be read, before anything is opened. */
export async function openMedia<Plane extends MediaPlane>(
  { config: { media }, log, closers }: Ground,
  openPlane: () => Promise<Plane>,
  { now, every }: MediaClock,
): Promise<{ readonly plane: Plane; readonly media: MediaReconciler }> {
  const turn = { urls: media.turn.urls, secret: await readTurnSecret(media.turn) };
  const plane = await openPlane();
  const reconciler = new MediaReconciler({
    plane,
    log,
    icePolicy: media.icePolicy,
    iceServersFor: () => turnCredentials(turn, { now: now(), random: randomBytes(9).toString('base64url') }),
    now,
  });
  closers.add(() => reconciler.close());
  closers.add(startMediaAudits(reconciler, { every, log }));

  return { plane, media: reconciler };
}
