import type { UnknownView } from '@doorstep/shared/visit/viewShape.ts';
import { useEffect, useRef, useState } from 'react';
import { newsOf, sayNews } from './say.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** What to read out about matters that have come up since the last time; those that were there before as well, the first time. */
export function useNews(open: readonly UnknownView[], known = NOTHING): string {
  const heard = useRef(known);
  const [says, setSays] = useState('');
  useEffect(() => {
    const news = sayNews(open, heard.current);
    heard.current = new Set([...heard.current, ...open.map(newsOf)]);
    if (news !== '') setSays(news);
    else if (open.length === 0) setSays('');
  }, [open]);
  return says;
}
