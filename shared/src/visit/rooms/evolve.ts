import type { EventOf } from '../events.ts';
import { changed, type Evolvers } from '../evolver.ts';
import type { RoomId, SessionId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { isLive, personOf, seatRoomOf } from '../policies.ts';
import type { Visit } from '../visit.ts';
import type { RoomEvent } from './commands.ts';
import { spaceOf } from './spaces.ts';
import type { Room } from './state.ts';

type Rooms = ReadonlyMap<RoomId, Room>;

/** Whoever has answered, been moved or gone has been asked nowhere any more. */
export const withoutInvitationOf = (rooms: Rooms, sessions: ReadonlySet<SessionId>): Rooms =>
  [...rooms.values()].some(({ invited }) => [...invited].some((session) => sessions.has(session)))
    ? new Map(
        [...rooms].map(([id, room]) => [
          id,
          { ...room, invited: new Set([...room.invited].filter((session) => !sessions.has(session))) },
        ]),
      )
    : rooms;

const withInvited = (visit: Visit, room: RoomId, session: SessionId): Rooms =>
  changed(withoutInvitationOf(visit.rooms, new Set([session])), room, (known) => ({
    ...known,
    invited: new Set([...known.invited, session]),
  }));

/** Everybody whose main room it is goes, from wherever they sit; professionals stay, they have others to see to. */
function withSpaceEnded(visit: Visit, { room, words, at }: EventOf<'space.ended'>): Visit {
  const going = [...visit.sessions.values()].filter(
    (session) =>
      isLive(session) && isFamily(personOf(visit, session).role) && spaceOf(visit, session.participant) === room,
  );
  const inside = new Set(going.filter(({ standing }) => standing.is === 'seated').map(({ id }) => id));
  const sessions = new Map(visit.sessions);
  for (const session of going)
    sessions.set(session.id, { ...session, standing: { is: 'left', at, quickly: false, from: seatRoomOf(session) } });

  return {
    ...visit,
    sessions,
    rooms: changed(visit.rooms, room, (known) => ({ ...known, ended: { words, at, inside } })),
  };
}

/** What becomes of rooms, and of who sits in them. */
export const roomEvolvers: Evolvers<RoomEvent['type']> = {
  'room.opened': (visit, { room, mark, told }) => ({
    ...visit,
    rooms: new Map(visit.rooms).set(room, {
      id: room,
      kind: 'private',
      mark,
      told,
      begunAt: null,
      invited: new Set(),
      heldSince: null,
      words: null,
      cover: null,
      ended: null,
    }),
  }),
  // Asked to one place at a time: the newest counts.
  'room.invited': (visit, { room, session }) => ({ ...visit, rooms: withInvited(visit, room, session) }),
  'room.declined': (visit, { session }) => ({
    ...visit,
    rooms: withoutInvitationOf(visit.rooms, new Set([session])),
  }),
  'session.moved': (visit, { session, to, at }) => ({
    ...visit,
    rooms: withoutInvitationOf(visit.rooms, new Set([session])),
    sessions: changed(visit.sessions, session, (device) =>
      device.standing.is === 'seated' ? { ...device, standing: { is: 'seated', room: to, since: at } } : device,
    ),
  }),
  'room.told': (visit, { room, words, at }) => ({
    ...visit,
    rooms: new Map(
      [...visit.rooms].map(([id, known]) => [
        id,
        room === 'all' || room === id ? { ...known, words: { words, at } } : known,
      ]),
    ),
  }),
  'space.covered': (visit, { room, words }) => ({
    ...visit,
    rooms: changed(visit.rooms, room, (known) => ({ ...known, cover: words === '' ? null : words })),
  }),
  'space.ended': withSpaceEnded,
  'room.closed': (visit, { room }) => ({
    ...visit,
    rooms: new Map([...visit.rooms].filter(([id]) => id !== room)),
  }),
};
