import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { whoIsHere } from '../../content/family/whoIsHere.ts';
import { comings } from './comings.ts';
import { type PersonHere, peopleHere } from './peopleHere.ts';

/** What to read out about who came and went, was lost and is back, since the room was entered. */
export function useAnnouncements(view: RoomView, reader: Reader): string {
  const [known, setKnown] = useState(view);
  const [says, setSays] = useState('');
  if (known === view) return says;

  setKnown(view);
  const news = newsOf(peopleHere(known), peopleHere(view), reader);
  if (news.length > 0) setSays(news.join(' '));

  return says;
}

function newsOf(before: readonly PersonHere[], after: readonly PersonHere[], reader: Reader): readonly string[] {
  const { came, went, lost, back } = comings(before, after);
  const call = familyCall[reader];
  const here = whoIsHere[reader];

  return [...came.map(call.cameIn), ...went.map(call.wentOut), ...lost.map(here.lost), ...back.map(here.isBack)];
}
