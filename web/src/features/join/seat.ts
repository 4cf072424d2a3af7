import type { SessionId } from '@doorstep/shared/visit/ids.ts';

/** One word that says nothing: whoever looks into this browser's storage learns an opaque id and no more. */
const KEY = 'seat';
const ID = /^[A-Za-z0-9_-]{1,64}$/;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Whether a text from outside can be a session's id: the one place on this side where it becomes one. */
export const isSessionId = (text: unknown): text is SessionId => typeof text === 'string' && ID.test(text);

/** Where this tab sits, so that a reload comes back to the same seat (JOIN-7). Null where nothing is kept or may be kept. */
export function recallSeat(store: () => Store): SessionId | null {
  try {
    const kept = store().getItem(KEY);

    return isSessionId(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the seat for this tab only. A browser that keeps nothing costs a new knock after a reload, no more. */
export function keepSeat(store: () => Store, session: SessionId): void {
  try {
    store().setItem(KEY, session);
  } catch {
    // Storage is switched off or full.
  }
}

/** Forgets the seat: the visit is over or the link does not count any more. */
export function forgetSeat(store: () => Store): void {
  try {
    store().removeItem(KEY);
  } catch {
    // Then there is nothing to forget.
  }
}
