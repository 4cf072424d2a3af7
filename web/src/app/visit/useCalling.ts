import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import { useEffect, useRef } from 'react';
import { chime } from '../../features/console/chime.ts';
import { newsOf } from '../../features/unknown/say.ts';
import { titleCalling } from './titleCalling.ts';

const isLookedAt = (): boolean => document.visibilityState === 'visible';

/** [UNK-1] Calls a host who looks at another tab: a soft sound for what has come up, and in the tab’s title how much is open, until they look. */
export function useCalling(open: readonly UnknownView[]): void {
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const isNews = open.some((matter) => !known.current.has(newsOf(matter)));
    known.current = new Set(open.map(newsOf));
    if (isLookedAt()) return;
    if (isNews) chime();
    document.title = titleCalling(document.title, open.length);
  }, [open]);
  useEffect(() => {
    const onChange = (): void => {
      if (isLookedAt()) document.title = titleCalling(document.title, 0);
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);
}
