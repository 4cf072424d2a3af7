import type { Instant, RoomId } from '../ids.ts';
import { seatRoomOf } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { Visit } from '../visit.ts';
import type { SensesAnswer } from './state.ts';

/** [ROST-4] When those in this room were asked last whether they see and hear; null when never. */
export const sensesAskedIn = ({ senses }: Visit, room: RoomId): Instant | null =>
  senses?.rooms.get(room) ?? senses?.everywhereAt ?? null;

/** [ROST-4] This device's answer to the question as it was asked where it sits; null while there is none. */
export function sensesAnswerOf(visit: Visit, session: Session): SensesAnswer | null {
  const room = seatRoomOf(session);
  const askedAt = room === null ? null : sensesAskedIn(visit, room);
  const answer = visit.senses?.answers.get(session.id) ?? null;

  return answer !== null && askedAt !== null && answer.at >= askedAt ? answer : null;
}

/** [ROST-4] Whether the round waits for this device. */
export function isAskedSenses(visit: Visit, session: Session): boolean {
  const room = seatRoomOf(session);

  return room !== null && sensesAskedIn(visit, room) !== null && sensesAnswerOf(visit, session) === null;
}
