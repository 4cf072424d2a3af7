import { useEffect, useRef, useState } from 'react';
import type { NetworkCheck } from './NetworkCheck.ts';

/** Tries the line; never rejects. */
export type TryNetwork = (signal: AbortSignal) => Promise<NetworkCheck>;

/** What is known of the line: `busy` when it could not be tried just now. */
export type KnownLine = NetworkCheck['grade'] | 'busy' | 'testing';

/** Tries the line once it is `wanted`, in the background, and again when asked to. `tell` is told each grade. */
export function useNetwork(
  tryNetwork: TryNetwork,
  wanted: boolean,
  tell: (grade: NetworkCheck['grade']) => void = () => {},
) {
  const [line, setLine] = useState<KnownLine>('testing');
  const [round, setRound] = useState(0);
  const latest = useRef({ tryNetwork, tell });
  latest.current = { tryNetwork, tell };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new try.
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    setLine('testing');
    void latest.current.tryNetwork(stop.signal).then(({ grade, why }) => {
      if (stop.signal.aborted) return;
      // Cut short by something else: the page was out of sight. That says nothing of the line either.
      const isBusy = why === 'refused' || why === 'cutShort';
      setLine(isBusy ? 'busy' : grade);
      if (!isBusy) latest.current.tell(grade);
    });
    return () => stop.abort();
  }, [wanted, round]);

  return { line, tryAgain: () => setRound((before) => before + 1) };
}
