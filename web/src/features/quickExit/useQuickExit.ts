import { type RefObject, useEffect, useMemo } from 'react';
import { type Leaving, leaveQuickly } from './leaveQuickly.ts';
import { afterKey, noPresses } from './shiftKeys.ts';

/** The quick exit of this page, by button and by keyboard. `leaving` is read at the moment of leaving. */
export function useQuickExit(leaving: RefObject<Leaving>): () => void {
  const leave = useMemo(() => {
    let gone = false;
    return {
      now: () => {
        gone = true;
        leaveQuickly(window, leaving.current);
      },
      isGone: () => gone,
    };
  }, [leaving]);

  useEffect(() => {
    let presses = noPresses;
    const onKey = (event: KeyboardEvent): void => {
      const after = afterKey(presses, event, event.timeStamp);
      presses = after.presses;
      if (after.leave) leave.now();
    };
    // A page kept alive by the browser for its Back button shows itself again without being loaded.
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted && leave.isGone()) leave.now();
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pageshow', onShow);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pageshow', onShow);
    };
  }, [leave]);

  return leave.now;
}
