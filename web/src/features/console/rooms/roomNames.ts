import type { ParticipantId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomOverview } from '@doorstep/shared/visit/roomViewShape.ts';
import type { ConsoleView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { sayNames } from '../../../content/names.ts';
import { ROOMS } from '../../../content/staff/rooms.ts';
import { ownRoomOf } from '../../../visit/ownRoom.ts';

/** The people with these ids, by name, in the order of the plan. */
export const namesOf = ({ roster }: Pick<ConsoleView, 'roster'>, people: readonly ParticipantId[]): readonly string[] =>
  roster.filter(({ participant }) => people.includes(participant)).map(({ name }) => name);

/** How the host calls a room: a private one by its colour, one of several main rooms by its people. */
export function nameOfRoom(
  console: Pick<ConsoleView, 'roster'>,
  { mark, home }: Pick<RoomOverview, 'mark' | 'home'>,
): string {
  if (mark !== null) return ROOMS.marks[mark];

  return home.length === 0 ? ROOMS.main : ROOMS.side(sayNames(namesOf(console, home)));
}

/** The name of the room that a device is in; null for one that is in none. */
export function nameOfRoomOf(console: ConsoleView, session: SessionId): string | null {
  const room = console.rooms.find(({ devices }) => devices.some((device) => device.session === session));

  return room === undefined ? null : nameOfRoom(console, room);
}

/** The main rooms, where people are kept apart; empty in a visit where there is one for everybody. */
export const sidesOf = ({ console }: Pick<RoomView, 'console'>): readonly RoomOverview[] =>
  (console?.rooms ?? []).filter(({ home }) => home.length > 0);

/** How this screen calls the room it is in. */
export function nameOfHere(view: Pick<RoomView, 'console' | 'me' | 'room'>): string {
  const own = ownRoomOf(view);
  if (view.console !== null && own !== null) return nameOfRoom(view.console, own);

  return view.room.mark === null ? ROOMS.main : ROOMS.marks[view.room.mark];
}
