import { useEffect, useState } from 'react';
import type { MediaClientState } from './MediaClient.ts';

/** `begun`: the screen is in the new room, sound and picture are not yet taken down; `joining`: they are on the way. */
export interface Moving {
  readonly room: string;
  readonly is: 'not' | 'begun' | 'joining';
}

/** Longer than any move takes: from then on it is trouble, and is told as such. */
const LONGEST_MS = 6_000;

/** Whether a device is between two rooms, when it is in this room and its media stand like this. */
export function movingWhen(before: Moving, room: string, phase: MediaClientState['phase']): Moving {
  const isUp = phase === 'connected';
  if (room !== before.room) return { room, is: isUp ? 'begun' : 'joining' };
  if (before.is === 'not' || phase === 'failed') return before.is === 'not' ? before : { room, is: 'not' };
  if (before.is === 'begun') return isUp ? before : { room, is: 'joining' };

  return isUp ? { room, is: 'not' } : before;
}

/** [PRIV-3] While this is true there is nothing to see or hear, and nothing is wrong. */
export function useMoving(room: string, { phase }: MediaClientState): boolean {
  const [before, setMoving] = useState<Moving>({ room, is: 'not' });
  const moving = movingWhen(before, room, phase);
  if (moving !== before) setMoving(moving);

  const isMoving = moving.is !== 'not';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move has its own time
  useEffect(() => {
    if (!isMoving) return;
    const timer = setTimeout(() => setMoving((now) => ({ ...now, is: 'not' })), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [isMoving, room]);

  return isMoving;
}
