import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import type { Reader } from '../../content/family/reader.ts';
import { newsBetween } from './news.ts';

/** What to read out about who came and went, was lost and is back, since the room was entered. */
export function useAnnouncements(view: RoomView, reader: Reader): string {
  const [known, setKnown] = useState(view);
  const [says, setSays] = useState('');
  if (known === view) return says;

  setKnown(view);
  const news = newsBetween(known, view, reader);
  if (news !== '') setSays(news);

  return says;
}
