import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { rooms } from '../../content/family/rooms.ts';
import { whoIsHere } from '../../content/family/whoIsHere.ts';
import { comings } from './comings.ts';
import { type PersonHere, peopleHere } from './peopleHere.ts';
import { sayElsewhere } from './rooms/Elsewhere.tsx';
import { sayWhere } from './rooms/WhereYouAre.tsx';

/** What there is to read out between two views: who came and went, was lost and is back. Empty when nothing is. */
export const newsBetween = (known: RoomView, view: RoomView, reader: Reader): string =>
  known.room.id === view.room.id ? newsHere(known, view, reader).join(' ') : sayArrival(view, reader);

/** [PRIV-7] Whoever was moved is told where they are, and nothing of who stayed. */
const sayArrival = (view: RoomView, reader: Reader): string =>
  view.room.mark === null ? rooms[reader].back : sayWhere(view);

function newsHere(known: RoomView, view: RoomView, reader: Reader): readonly string[] {
  const before = new Set(known.elsewhere.map((one) => sayElsewhere(one, reader)));
  const away = view.elsewhere.map((one) => sayElsewhere(one, reader)).filter((says) => !before.has(says));
  const call = familyCall[reader];
  const here = whoIsHere[reader];
  const { came, went, lost, back } = comings(peopleHere(known), peopleHere(view));

  return [
    ...came.map(({ name }) => call.cameIn(name)),
    ...went.filter((one) => isSaid(one, view)).map(({ name }) => call.wentOut(name)),
    ...lost.map(({ name }) => here.lost(name)),
    ...back.map(({ name }) => here.isBack(name)),
    ...away,
  ];
}

/**
 * [PRIV-4] From a main room it is only said of those who went out of the visit: who is away is said in the host’s words or not at all. In a
 * private room everybody is told who goes.
 */
const isSaid = ({ participant }: PersonHere, { room, gone }: RoomView): boolean =>
  room.kind === 'private' || gone.includes(participant);
