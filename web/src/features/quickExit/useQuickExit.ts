import { type RefObject, useEffect, useMemo, useState } from 'react';
import { deliverExit } from './deliverExit.ts';
import { exitMark, isMarkSet } from './exitMark.ts';
import { type Leaving, leaveAlong, leaveQuickly } from './leaveQuickly.ts';
import { afterKey, noPresses } from './shiftKeys.ts';

const mark = exitMark(() => localStorage);

/** The quick exit of this page, by button and by keyboard. `leaving` is read at the moment of leaving. */
export function useQuickExit(leaving: RefObject<Leaving>): () => void {
  const leave = useMemo(() => {
    let gone = false;
    return {
      now: () => {
        gone = true;
        leaveQuickly(window, mark, leaving.current);
      },
      along: () => leaveAlong(window, leaving.current),
      isGone: () => gone || mark.pending() !== null,
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
      if (event.persisted && leave.isGone()) leave.along();
    };
    // Another tab was left: whoever looks at this phone now sees nothing in this one either.
    const onStorage = (event: StorageEvent): void => {
      if (isMarkSet(event)) leave.along();
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pageshow', onShow);
    window.addEventListener('storage', onStorage);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pageshow', onShow);
      window.removeEventListener('storage', onStorage);
    };
  }, [leave]);

  return leave.now;
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer);
      removeEventListener('online', goOn);
      resolve();
    };
    const timer = setTimeout(goOn, ms);
    addEventListener('online', goOn);
  });

/** Whether the server knows of every quick exit from this browser. Nothing of a visit is to be shown before (CARE-5). */
export function useExitDelivered(): boolean {
  const [isDelivered, setDelivered] = useState(false);
  useEffect(() => {
    const wasLeft = mark.pending() !== null;
    void deliverExit({ mark, send: fetch, pause }).then(() => {
      // A tab that was open elsewhere, or opened again, may know a seat that does not count any more.
      if (wasLeft) sessionStorage.clear();
      setDelivered(true);
    });
  }, []);

  return isDelivered;
}
