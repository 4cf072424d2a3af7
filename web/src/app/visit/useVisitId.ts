import { useSyncExternalStore } from 'react';

const onHash = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** The visit that the address names after `#`, which no server and no log ever sees; null until the page runs, or when it names none. */
export function useVisitId(): string | null {
  const id = useSyncExternalStore(
    onHash,
    () => location.hash.slice(1),
    () => '',
  );
  return id === '' ? null : id;
}
