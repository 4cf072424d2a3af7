import { useSyncExternalStore } from 'react';

/** As in Console.module.css: no room for a side panel, and none for the roster under the pictures. */
const NO_SIDE = '(max-width: 59.99rem)';
const UPRIGHT = '(min-width: 40rem) and (min-height: 56rem)';

/** Whether there is room for pictures or people, and not for both. */
export function useOnePane(): boolean {
  return useSyncExternalStore(
    watch,
    () => matchMedia(NO_SIDE).matches && !matchMedia(UPRIGHT).matches,
    () => false,
  );
}

function watch(listener: () => void): () => void {
  const queries = [NO_SIDE, UPRIGHT].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
