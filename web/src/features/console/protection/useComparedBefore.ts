import type { RoomId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';

const NOWHERE: ReadonlySet<RoomId> = new Set();

/** [SAFE-2] Where the pictures were compared, with what this screen shows now. */
export const comparedIn = (
  before: ReadonlySet<RoomId>,
  { room, protection }: Pick<RoomView, 'room' | 'protection'>,
): ReadonlySet<RoomId> =>
  protection.checkedAt === null || before.has(room.id) ? before : new Set([...before, room.id]);

/** [SAFE-2] Whether the pictures were compared in this room while this screen showed it, and that holds no longer. */
export function useComparedBefore(view: Pick<RoomView, 'room' | 'protection'>): boolean {
  const [before, setBefore] = useState(NOWHERE);
  const compared = comparedIn(before, view);
  if (compared !== before) setBefore(compared);

  return view.protection.checkedAt === null && compared.has(view.room.id);
}
