import type { Instant, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import { shownKeys } from './members.ts';

/** What stood in a room when this page was first told that it had been compared. */
interface Remembered {
  readonly at: Instant;
  readonly keys: ReadonlyMap<SessionId, string | null>;
  readonly number: string | null;
  /** Something else stood here under the same word, be it for a moment. */
  readonly isOver: boolean;
}

export type ComparedRooms = ReadonlyMap<RoomId, Remembered>;

/** `over`: the pictures were compared in this room while this page showed it, and that holds no longer. */
export type ComparedIs = 'never' | 'same' | 'over';

type Told = Pick<RoomView, 'room' | 'protection'>;

/** What this page remembers, with what it shows now: the same object when that is nothing new. */
export function comparedIn(
  before: ComparedRooms,
  { room, protection: { checkedAt, number } }: Told,
  shown: readonly ShownKey[],
): ComparedRooms {
  if (checkedAt === null) return before;

  const known = before.get(room.id);
  // Each comparing has a number of its own: the same with another time is none.
  if (known === undefined || (known.at !== checkedAt && known.number !== number)) {
    const keys = new Map(shown.map(({ session, key }) => [session, key]));

    return new Map(before).set(room.id, { at: checkedAt, keys, number, isOver: false });
  }
  // Whoever goes takes nothing from it, as the visit has it too.
  const holds =
    checkedAt === known.at &&
    number === known.number &&
    shown.every(({ session, key }) => known.keys.get(session) === key);

  return known.isOver || holds ? before : new Map(before).set(room.id, { ...known, isOver: true });
}

/** How that stands in the room that is shown. */
export function comparedIs(remembered: ComparedRooms, { room, protection }: Told): ComparedIs {
  const known = remembered.get(room.id);
  if (known === undefined) return 'never';

  return protection.checkedAt === null || known.isOver ? 'over' : 'same';
}

const NOWHERE: ComparedRooms = new Map();

/**
 * [SAFE-2] Whether what this page shows is what was compared. That it was compared, the page has to be told; that it is still the same, it
 * sees for itself: a server that changes a key and goes on saying when it was compared is not believed. Null while no room is shown.
 */
export function useComparedHere(view: RoomView | null, ownKey: string | null): ComparedIs {
  const [before, setBefore] = useState(NOWHERE);
  if (view === null) return 'never';

  const remembered = comparedIn(before, view, shownKeys(view, ownKey));
  if (remembered !== before) setBefore(remembered);

  return comparedIs(remembered, view);
}
