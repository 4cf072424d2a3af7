import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { quietly } from './quietly.ts';

/** A word that says nothing: whoever looks into this browser's storage learns opaque ids and no more. */
const KEY = 'seat';
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Asked for anew each time: where storage is switched off, already the looking at it throws. */
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Whether a text from outside can be a session's id: the one place on this side where it becomes one. */
export const isSessionId = (text: unknown): text is SessionId => typeof text === 'string' && ID.test(text);

/** Where this tab sits, so that a reload comes back to the same seat (JOIN-7). For this tab alone, and as long as it is open. */
export interface SeatMemory {
  /** Null where nothing is kept or may be kept. */
  recall(): SessionId | null;
  /** A browser that keeps nothing costs the way back after a reload, no more. */
  keep(session: SessionId): void;
  /** The visit is over, or the seat does not count any more. */
  forget(): void;
}

/** The memory of a family's tab, which knows no visit; or of a professional's, for one visit of many. */
export function seatMemory(store: Store, visit = ''): SeatMemory {
  return {
    recall() {
      const [of, session] = (quietly(() => store().getItem(KEY)) ?? '').split(' ');

      return of === visit && isSessionId(session) ? session : null;
    },
    keep: (session) => void quietly(() => store().setItem(KEY, `${visit} ${session}`)),
    forget: () => void quietly(() => store().removeItem(KEY)),
  };
}
