import type { RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RefusalCode } from '@doorstep/shared/visit/refusals.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { nameOfRoom } from '../rooms/roomNames.ts';

/** One of the main rooms into which somebody who waits can be let. */
export interface Admission {
  readonly room: RoomId;
  readonly name: string;
  /** Why not; null where they may. */
  readonly refusal: RefusalCode | null;
}

/**
 * [PRIV-5] The main rooms among which the host chooses for this device, with those who are at home there; empty where there is one for
 * everybody, and for family, each of whom has their own.
 */
export function admissionsOf(
  { console, can }: Pick<RoomView, 'console' | 'can'>,
  session: SessionId,
): readonly Admission[] {
  if (console === null) return [];

  return console.rooms.flatMap((room) => {
    const answer = can[`lobby.admit:${session}:${room.id}`];
    // A room that is nobody’s any more has no name by which to choose it.
    if (answer === undefined || room.home.length === 0) return [];

    return [{ room: room.id, name: nameOfRoom(console, room), refusal: answer === 'yes' ? null : answer }];
  });
}
