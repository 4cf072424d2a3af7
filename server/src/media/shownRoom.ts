import { MAIN_ROOM, type RoomId } from '@doorstep/shared/visit/ids.ts';

const ANOTHER_MAIN = new RegExp(`^${MAIN_ROOM}-\\d+$`);

/** [PRIV-5] What a room is called towards devices, as in their views: a number would tell that there is another main room, and somebody in it. */
export const shownRoom = (room: RoomId): RoomId => (ANOTHER_MAIN.test(room) ? MAIN_ROOM : room);
