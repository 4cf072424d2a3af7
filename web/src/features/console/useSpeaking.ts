import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { useEffect, useState } from 'react';
import { useLevel } from '../../visit/useVisitClient.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';

/** Quieter than this is breathing and chairs. */
const SPEAKING = 0.2;
/** People pause between words. */
const HOLD_MS = 700;

/** Whether somebody speaks, without flickering between words. */
export function useSpeaking(client: VisitClient, session: SessionId): boolean {
  const isLoud = useLevel(client, session) >= SPEAKING;
  const [speaks, setSpeaks] = useState(false);
  useEffect(() => {
    if (isLoud) {
      setSpeaks(true);
      return;
    }
    const timer = setTimeout(() => setSpeaks(false), HOLD_MS);
    return () => clearTimeout(timer);
  }, [isLoud]);
  return speaks;
}
