import type { ReactNode } from 'react';
import { useLater } from './useLater.ts';

interface LaterProps<Part> {
  /** As in `() => import('./Part.tsx')`; the same function each time. */
  readonly fetchPart: () => Promise<Part>;
  /** Stands there while it is coming. */
  readonly coming: ReactNode;
  /** Stands there when it could not be fetched, with a way to try again. */
  readonly failed: (again: () => void) => ReactNode;
  readonly children: (part: Part) => ReactNode;
}

/** What is not needed at first: fetched when it is shown, with words when that fails. */
export function Later<Part>({ fetchPart, coming, failed, children }: LaterProps<Part>): ReactNode {
  const { fetched, again } = useLater(fetchPart);
  switch (fetched.is) {
    case 'coming':
      return coming;
    case 'failed':
      return failed(again);
    case 'here':
      return children(fetched.part);
  }
}
