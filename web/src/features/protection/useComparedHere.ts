import type { Instant, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import { shownKeys } from './members.ts';

type Keys = ReadonlyMap<SessionId, string | null>;

/** What stood in a room under one number: from its first moment on, whoever is added or has another key was read by nobody. */
interface Reading {
  readonly number: string;
  readonly keys: Keys;
}

/** … and was then said to be the same. */
interface Comparison extends Reading {
  readonly at: Instant;
  /** Something else stood here under the same word, be it for a moment. */
  readonly isOver: boolean;
}

interface Remembered {
  readonly reading: Reading | null;
  readonly compared: Comparison | null;
}

const NOTHING: Remembered = { reading: null, compared: null };

export type ComparedRooms = ReadonlyMap<RoomId, Remembered>;

/** `over`: the pictures were compared in this room while this page showed it, and that holds no longer. */
export type ComparedIs = 'never' | 'same' | 'over';

type Told = Pick<RoomView, 'room' | 'protection'>;

const keysOf = (shown: readonly ShownKey[]): Keys => new Map(shown.map(({ session, key }) => [session, key]));

/** Whoever goes takes nothing from it, as the visit has it too. */
const areAmong = (shown: readonly ShownKey[], keys: Keys): boolean =>
  shown.every(({ session, key }) => keys.get(session) === key);

/** While pictures are read: what stood here when their number came. */
function readNow(known: Remembered, number: string | null, shown: readonly ShownKey[]): Remembered {
  const isKnown = number === null || number === known.compared?.number || number === known.reading?.number;

  return isKnown ? known : { ...known, reading: { number, keys: keysOf(shown) } };
}

/** They are said to be the same: believed only of what was read here before. Each comparing has a number of its own: the same with another time is none. */
function comparedNow(
  known: Remembered,
  { at, number }: { readonly at: Instant; readonly number: string | null },
  shown: readonly ShownKey[],
): Remembered {
  const { reading, compared } = known;
  if (reading !== null && reading.number === number)
    return { reading: null, compared: { ...reading, at, isOver: !areAmong(shown, reading.keys) } };
  if (compared === null) return known;

  const holds = at === compared.at && number === compared.number && areAmong(shown, compared.keys);

  return compared.isOver || holds ? known : { ...known, compared: { ...compared, isOver: true } };
}

/** What this page remembers, with what it shows now: the same object when that is nothing new. */
export function comparedIn(
  before: ComparedRooms,
  { room, protection: { checkedAt, number } }: Told,
  shown: readonly ShownKey[],
): ComparedRooms {
  const known = before.get(room.id) ?? NOTHING;
  const now = checkedAt === null ? readNow(known, number, shown) : comparedNow(known, { at: checkedAt, number }, shown);

  return now === known ? before : new Map(before).set(room.id, now);
}

/** How that stands in the room that is shown. */
export function comparedIs(remembered: ComparedRooms, { room, protection }: Told): ComparedIs {
  const compared = remembered.get(room.id)?.compared ?? null;
  if (compared === null) return 'never';

  return protection.checkedAt === null || compared.isOver ? 'over' : 'same';
}

const NOWHERE: ComparedRooms = new Map();

/**
 * [SAFE-2] Whether what this page shows is what was compared. That it was compared, the page has to be told; that it stood here while it was
 * read, and is still the same, it sees for itself. A server that says so of what nobody read here, or that changes a key and goes on saying
 * when it was compared, is not believed. `view` is null while no room is shown.
 */
export function useComparedHere(view: RoomView | null, ownKey: string | null): ComparedIs {
  const [before, setBefore] = useState(NOWHERE);
  if (view === null) return 'never';

  const remembered = comparedIn(before, view, shownKeys(view, ownKey));
  if (remembered !== before) setBefore(remembered);

  return comparedIs(remembered, view);
}
