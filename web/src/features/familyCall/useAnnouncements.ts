import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { rooms } from '../../content/family/rooms.ts';
import { whoIsHere } from '../../content/family/whoIsHere.ts';
import { comings } from './comings.ts';
import { type PersonHere, peopleHere } from './peopleHere.ts';
import { sayElsewhere } from './rooms/Elsewhere.tsx';
import { sayWhere } from './rooms/WhereYouAre.tsx';

/** What to read out about who came and went, was lost and is back, since the room was entered. */
export function useAnnouncements(view: RoomView, reader: Reader): string {
  const [known, setKnown] = useState(view);
  const [says, setSays] = useState('');
  if (known === view) return says;

  setKnown(view);
  const news = known.room.id === view.room.id ? newsHere(known, view, reader) : [sayArrival(view, reader)];
  if (news.length > 0) setSays(news.join(' '));

  return says;
}

/** [PRIV-7] Whoever was moved is told where they are, and nothing of who stayed. */
const sayArrival = (view: RoomView, reader: Reader): string =>
  view.room.mark === null ? rooms[reader].back : sayWhere(view);

/** Who is away for a moment, and is said to be, has not gone (PRIV-4). */
function newsHere(known: RoomView, view: RoomView, reader: Reader): readonly string[] {
  const before = new Set(known.elsewhere.map((one) => sayElsewhere(one, reader)));
  const away = view.elsewhere.map((one) => sayElsewhere(one, reader)).filter((says) => !before.has(says));
  const names = new Set(view.elsewhere.map(({ name }) => name));
  const stayed = peopleHere(known).filter(({ name }) => !names.has(name));

  return [...newsOf(stayed, peopleHere(view), reader), ...away];
}

function newsOf(before: readonly PersonHere[], after: readonly PersonHere[], reader: Reader): readonly string[] {
  const { came, went, lost, back } = comings(before, after);
  const call = familyCall[reader];
  const here = whoIsHere[reader];

  return [...came.map(call.cameIn), ...went.map(call.wentOut), ...lost.map(here.lost), ...back.map(here.isBack)];
}
