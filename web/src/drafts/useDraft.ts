import { useCallback, useSyncExternalStore } from 'react';
import type { Drafts } from './Drafts.ts';

/** One text of the drafts; `otherwise` as long as nobody has touched it. */
export function useDraft(
  drafts: Drafts,
  key: string,
  otherwise = '',
): readonly [text: string, write: (text: string) => void] {
  const read = (): string => drafts.read(key) ?? otherwise;
  const text = useSyncExternalStore(drafts.subscribe, read, read);
  const write = useCallback((next: string) => drafts.write(key, next), [drafts, key]);
  return [text, write];
}
