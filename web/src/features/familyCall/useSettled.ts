import { useEffect, useState } from 'react';
import type { Trouble } from './trouble.ts';

/** A line that is lost for less than this is not worth a word: it happens on every stairway, and on coming in. */
const PATIENCE_MS = 1_500;

const isPassing = (trouble: Trouble): boolean => trouble === 'reconnecting' || trouble === 'mediaFailed';

/** The trouble as it is told: what may pass by itself is told only when it has lasted. */
export function useSettled(trouble: Trouble): Trouble {
  const [lasting, setLasting] = useState(false);
  const mayPass = isPassing(trouble);
  useEffect(() => {
    if (!mayPass) return;
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [mayPass]);

  return mayPass && !lasting ? 'none' : trouble;
}
