import { quietly } from '../../visit/quietly.ts';

/** A word that says nothing. */
const KEY = 'tab';

/** Asked for anew each time: where storage is switched off, already the looking at it throws. */
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * That somebody left this browser quickly, for as long as the server may not have heard of it (CARE-5): opaque ids and no more.
 * Where nothing can be kept, there is never a mark, and leaving is as quick as with one.
 */
export interface ExitMark {
  /** Sets the mark. Returns what is to be told: an earlier one that has not arrived goes first. */
  set(told: string): string;
  /** What the server is still to be told; null when nothing is. */
  pending(): string | null;
  remove(): void;
}

export function exitMark(store: Store): ExitMark {
  const pending = (): string | null => quietly(() => store().getItem(KEY));
  return {
    set(told) {
      const earlier = pending();
      if (earlier === null) quietly(() => store().setItem(KEY, told));

      return earlier ?? told;
    },
    pending,
    remove: () => void quietly(() => store().removeItem(KEY)),
  };
}

/** Whether another tab of this browser has just set the mark. */
export const isMarkSet = ({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): boolean =>
  key === KEY && newValue !== null;
