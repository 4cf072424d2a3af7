import { useCallback, useEffect, useState } from 'react';

export type Fetched<Part> =
  | { readonly is: 'coming' }
  | { readonly is: 'failed'; readonly why: unknown }
  | { readonly is: 'here'; readonly part: Part };

/** A part of the page that is fetched when it is wanted, as in `() => import('./Part.tsx')`, which has to be the same function each time. */
export function useLater<Part>(fetchPart: () => Promise<Part>): {
  readonly fetched: Fetched<Part>;
  readonly again: () => void;
} {
  const [fetched, setFetched] = useState<Fetched<Part>>({ is: 'coming' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try fetches anew
  useEffect(() => {
    let isWanted = true;
    const take = (next: Fetched<Part>): void => {
      if (isWanted) setFetched(next);
    };
    fetchPart().then(
      (part) => take({ is: 'here', part }),
      (why) => take({ is: 'failed', why }),
    );
    return () => {
      isWanted = false;
    };
  }, [fetchPart, tries]);
  const again = useCallback(() => {
    setFetched({ is: 'coming' });
    setTries((before) => before + 1);
  }, []);

  return { fetched, again };
}
