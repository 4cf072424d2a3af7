import type { LobbyEntry } from '@doorstep/shared/visit/viewShape.ts';
import { useEffect, useRef, useState } from 'react';
import { newcomers, sayArrivals, type Waiting, waitingOf } from './arrivals.ts';
import { chime } from './chime.ts';

const NOBODY: Waiting = new Set();

/** What to read out about who has begun to wait; with a quiet sound each time, when `withSound`. */
export function useArrivals(lobby: readonly LobbyEntry[], withSound: boolean): string {
  const known = useRef(NOBODY);
  const [says, setSays] = useState('');
  useEffect(() => {
    const arrived = newcomers(known.current, lobby);
    known.current = waitingOf(lobby);
    if (arrived.length > 0) {
      setSays(sayArrivals(arrived));
      if (withSound) chime();
    }
    if (lobby.length === 0) setSays('');
  }, [lobby, withSound]);
  return says;
}
