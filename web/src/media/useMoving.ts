import { useEffect, useState } from 'react';
import type { MediaClientState } from './MediaClient.ts';

/** `begun`: the screen is in the new room, sound and picture are not yet taken down; `joining`: they are on the way; `late`: longer than any move takes. */
export interface Moving {
  readonly room: string;
  readonly is: 'not' | 'begun' | 'joining' | 'late';
}

type Line = Pick<MediaClientState, 'phase' | 'isReached'>;

/** Longer than any move takes: from then on it is trouble, and is told as such. */
const LONGEST_MS = 6_000;

/** A seat in the new room is not enough: what the others say has to find its way to this device as well. */
const isUp = ({ phase, isReached }: Line): boolean => phase === 'connected' && isReached;

/** Whether a device is between two rooms, when it is in this room and its media stand like this. */
export function movingWhen(before: Moving, room: string, line: Line): Moving {
  if (room !== before.room) return { room, is: isUp(line) ? 'begun' : 'joining' };
  if (before.is === 'not' || line.phase === 'failed') return before.is === 'not' ? before : { room, is: 'not' };
  if (before.is === 'begun') return isUp(line) ? before : { room, is: 'joining' };

  return isUp(line) ? { room, is: 'not' } : before;
}

/** A move that has lasted too long has not arrived; one of which nothing was ever seen is none. */
export const movingTooLong = ({ room, is }: Moving): Moving => ({ room, is: is === 'joining' ? 'late' : 'not' });

/** [PRIV-3] While this is not `not` there is nothing to see or hear; until it is `late`, nothing is wrong. */
export function useMoving(room: string, line: Line): Moving['is'] {
  const [before, setMoving] = useState<Moving>({ room, is: 'not' });
  const moving = movingWhen(before, room, line);
  if (moving !== before) setMoving(moving);

  const isOnTheWay = moving.is === 'begun' || moving.is === 'joining';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move has its own time
  useEffect(() => {
    if (!isOnTheWay) return;
    const timer = setTimeout(() => setMoving(movingTooLong), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [isOnTheWay, room]);

  return moving.is;
}
