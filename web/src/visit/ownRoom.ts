import type { RoomOverview } from '@doorstep/shared/visit/roomViewShape.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';

/** The room that this very device is in, for the host, who alone is told of every room. */
export const ownRoomOf = ({ console, me }: Pick<RoomView, 'console' | 'me'>): RoomOverview | null =>
  console?.rooms.find(({ devices }) => devices.some(({ session }) => session === me.session)) ?? null;

/**
 * What tells this room from every other on this device, for what is typed in it and not sent (PRIV-2). To the host each main room has an
 * id of its own; to others there is but one.
 */
export const roomKeyOf = (view: Pick<RoomView, 'console' | 'me' | 'room'>): string =>
  ownRoomOf(view)?.id ?? view.room.id;
