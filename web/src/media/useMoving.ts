import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { useEffect, useState } from 'react';
import type { MediaClientState } from './MediaClient.ts';

/** `seat` is the one that the screen shows. */
export interface Moving {
  readonly seat: Instant;
  readonly isMoving: boolean;
}

/** Longer than any move takes: from then on it is trouble, and is told as such. */
const LONGEST_MS = 6_000;

/**
 * Whether a device is between two rooms, when its screen shows this seat and its media stand like this. Screen and media are told on their own,
 * each of them sometimes first; they are in one room when they name the same seat.
 */
export function movingWhen(
  before: Moving,
  seat: Instant,
  { phase, seatedAt }: Pick<MediaClientState, 'phase' | 'seatedAt'>,
): Moving {
  const isThere = phase === 'failed' || (phase === 'connected' && seatedAt === seat);
  const isMoving = (before.isMoving || seat !== before.seat) && !isThere;

  return isMoving === before.isMoving && seat === before.seat ? before : { seat, isMoving };
}

/** [PRIV-3] While this is true there is nothing to see or hear, and nothing is wrong. */
export function useMoving(seat: Instant, line: MediaClientState): boolean {
  const [before, setMoving] = useState<Moving>({ seat, isMoving: false });
  const moving = movingWhen(before, seat, line);
  if (moving !== before) setMoving(moving);

  const { isMoving } = moving;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move has its own time
  useEffect(() => {
    if (!isMoving) return;
    const timer = setTimeout(() => setMoving((now) => ({ ...now, isMoving: false })), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [isMoving, seat]);

  return isMoving;
}
