import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import type { ReactNode } from 'react';
import { readerOf } from '../../../content/family/reader.ts';
import { rooms } from '../../../content/family/rooms.ts';
import { sayNames } from '../../../content/names.ts';
import { WithName } from '../../../ui/WithName.tsx';

/** [PRIV-2] “You are in the blue room with Amina.” Nothing in a main room, of which there is no other to tell it from. */
export function WhereYouAre({ view }: { view: RoomView }): ReactNode {
  const { mark } = view.room;
  if (mark === null) return null;

  const say = rooms[readerOf(view.me.role)];
  const names = namesBeside(view);
  if (names.length === 0) return say.inAlone(say.rooms[mark]);

  return <WithName says={(them) => say.inWith(say.rooms[mark], them)} name={sayNames(names)} />;
}

/** The same to be read out. */
export function sayWhere(view: RoomView): string {
  const { mark } = view.room;
  if (mark === null) return '';

  const say = rooms[readerOf(view.me.role)];
  const names = namesBeside(view);
  const where = names.length === 0 ? say.inAlone(say.rooms[mark]) : say.inWith(say.rooms[mark], sayNames(names));

  return isOnlyHere(view) ? `${where} ${say.onlyHere}` : where;
}

/** [SAFE-2] Whether that can be said: not while the call is open as far as the server, nor to somebody whom nobody sees or hears. */
export const isOnlyHere = ({ protection, me }: RoomView): boolean =>
  protection.is === 'everyone' && me.protection.is !== 'unprotected';

const namesBeside = ({ people, me }: RoomView): readonly string[] =>
  people.filter(({ participant }) => participant !== me.participant).map(({ name }) => name);
