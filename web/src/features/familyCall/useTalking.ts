import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { useEffect, useState } from 'react';
import { BREATH_MS, type LastHeard, stillTalking } from './speaker.ts';

const SILENCE: ReadonlyMap<SessionId, number> = new Map();

/** Who is talking, breaths included. */
export function useTalking(levels: ReadonlyMap<SessionId, number>): LastHeard {
  const [heard, setHeard] = useState<LastHeard>(SILENCE);
  useEffect(() => {
    setHeard((before) => stillTalking(before, levels, performance.now()));
    // Nothing more may come once it is quiet.
    const timer = setTimeout(() => setHeard((before) => stillTalking(before, SILENCE, performance.now())), BREATH_MS);
    return () => clearTimeout(timer);
  }, [levels]);

  return heard;
}
