import type { SessionId } from '@doorstep/shared/visit/ids.ts';

/** Two opaque ids: whoever looks into this browser's storage learns nothing from them. */
const KEY = 'staff-seat';
const ID = /^[A-Za-z0-9_-]{1,64}$/;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const isSession = (text: string | undefined): text is SessionId => text !== undefined && ID.test(text);

/** The place that this tab had in this visit before it was reloaded; null when it had none, or in another visit. */
export function recallSeat(store: Store, visit: string): SessionId | null {
  try {
    const [of, session] = (store.getItem(KEY) ?? '').split(' ');
    return of === visit && isSession(session) ? session : null;
  } catch {
    return null;
  }
}

/** For this tab alone, and as long as it is open. */
export function keepSeat(store: Store, visit: string, session: SessionId): void {
  try {
    store.setItem(KEY, `${visit} ${session}`);
  } catch {
    // Storage is switched off: a reload then leads to the page of the visit.
  }
}

export function forgetSeat(store: Store): void {
  try {
    store.removeItem(KEY);
  } catch {
    // Then there is nothing to forget.
  }
}
