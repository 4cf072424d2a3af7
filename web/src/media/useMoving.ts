import type { Instant } from '@doorstep/shared/visit/ids.ts';
import { useEffect, useState } from 'react';
import type { MediaClientState } from './MediaClient.ts';

/** `seat` is the one that the screen shows. `late`: the move takes longer than any does. */
export interface Moving {
  readonly seat: Instant;
  readonly is: 'not' | 'moving' | 'late';
}

type Line = Pick<MediaClientState, 'phase' | 'seatedAt' | 'isReached'>;

/** Longer than any move takes: from then on it is trouble, and is told as such. */
const LONGEST_MS = 6_000;

/** A seat in the new room is not enough: what the others say has to find its way to this device as well. */
const isThere = (seat: Instant, { phase, seatedAt, isReached }: Line): boolean =>
  phase === 'failed' || (phase === 'connected' && seatedAt === seat && isReached);

/**
 * Whether a device is between two rooms, when its screen shows this seat and its media stand like this. Screen and media are told on their own,
 * each of them sometimes first; they are in one room when they name the same seat.
 */
export function movingWhen(before: Moving, seat: Instant, line: Line): Moving {
  const hasMoved = seat !== before.seat;
  if (isThere(seat, line)) return before.is === 'not' && !hasMoved ? before : { seat, is: 'not' };

  return hasMoved ? { seat, is: 'moving' } : before;
}

/** A move that has lasted too long has not arrived. */
export const movingTooLong = ({ seat, is }: Moving): Moving => ({ seat, is: is === 'moving' ? 'late' : is });

/** [PRIV-3] While this is not `not` there is nothing to see or hear; until it is `late`, nothing is wrong. */
export function useMoving(seat: Instant, line: Line): Moving['is'] {
  const [before, setMoving] = useState<Moving>({ seat, is: 'not' });
  const moving = movingWhen(before, seat, line);
  if (moving !== before) setMoving(moving);

  const isOnTheWay = moving.is === 'moving';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move has its own time
  useEffect(() => {
    if (!isOnTheWay) return;
    const timer = setTimeout(() => setMoving(movingTooLong), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [isOnTheWay, seat]);

  return moving.is;
}
