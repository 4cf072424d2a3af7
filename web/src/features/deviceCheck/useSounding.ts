import { useEffect, useRef } from 'react';
import type { Sounding } from './sounds.ts';

/** One sound at a time; the newest ends the one before, and leaving the screen ends it. */
export function useSounding(): (begin: () => Sounding) => void {
  const sounding = useRef<Sounding | null>(null);
  useEffect(() => () => sounding.current?.stop(), []);

  return (begin) => {
    sounding.current?.stop();
    sounding.current = begin();
  };
}
