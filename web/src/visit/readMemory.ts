import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { quietly } from './quietly.ts';

/** A word that says nothing; beside it stand the seat’s own opaque id and a time. */
const KEY = 'read';

/** Asked for anew each time: where storage is switched off, already the looking at it throws. */
type Store = () => Pick<Storage, 'getItem' | 'setItem'>;

/** Up to when this tab’s person has read what the host told their room, so that a reload does not say it again (PRIV-9). */
export interface ReadMemory {
  /** In milliseconds since the epoch; 0 where nothing was read, or nothing may be kept. */
  recall(): number;
  keep(at: number): void;
}

/** For one device’s place in a visit: another link opened in the same tab has read nothing. */
export function readMemory(store: Store, session: SessionId): ReadMemory {
  return {
    recall() {
      const [of, at] = (quietly(() => store().getItem(KEY)) ?? '').split(' ');

      return of === session && at !== undefined && /^\d{1,15}$/.test(at) ? Number(at) : 0;
    },
    keep: (at) => void quietly(() => store().setItem(KEY, `${session} ${at}`)),
  };
}
