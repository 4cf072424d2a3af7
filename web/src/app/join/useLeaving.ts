import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import type { Asking } from './useAsking.ts';

/** Leaving on purpose: the page is out of it from the tap on, and the visit as soon as it can be told. */
export function useLeaving(view: VisitView | null, ask: Asking['ask']) {
  const [isLeaving, setLeaving] = useState(false);
  if (isLeaving && view?.screen === 'out') setLeaving(false);

  const leave = (): void => {
    setLeaving(true);
    void ask({ type: 'presence.leave', quickly: false }).then((done) => {
      if (!done) setLeaving(false);
    });
  };

  return { isLeaving, leave };
}
