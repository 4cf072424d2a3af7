import type { ParticipantId, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { MediaPlan, Seat } from '@doorstep/shared/visit/mediaPlanShape.ts';

/** Where the plan puts one device. `seat` is null for a device that is only being made ready. */
export interface Placement {
  readonly room: RoomId;
  readonly participant: ParticipantId;
  readonly seat: Seat | null;
}

export type Placements = ReadonlyMap<SessionId, Placement>;

/** Reads a plan by session. A device that the plan names twice is nowhere: a contradiction grants nothing. */
export function placementsOf(plan: MediaPlan): Placements {
  const placements = new Map<SessionId, Placement>();
  const named = new Set<SessionId>();
  const place = (session: SessionId, placement: Placement): void => {
    if (named.has(session)) placements.delete(session);
    else placements.set(session, placement);
    named.add(session);
  };

  for (const { room, seats, prepared } of plan.rooms) {
    for (const seat of seats) place(seat.session, { room, participant: seat.participant, seat });
    for (const { session, participant } of prepared) place(session, { room, participant, seat: null });
  }

  return placements;
}

/** Whether the plan has this device at the door: to be made ready, and without a seat. */
export const isMadeReady = (placements: Placements, session: SessionId): boolean =>
  placements.get(session)?.seat === null;

/** Whether the plan lets `hearer` hear and see `speaker`: both seated in one room, two different people, and the first is given anything at all. */
export function mayHear(placements: Placements, hearer: SessionId, speaker: SessionId): boolean {
  const hears = placements.get(hearer);
  const speaks = placements.get(speaker);
  if (!hears?.seat?.receives || !speaks?.seat) return false;

  return hears.room === speaks.room && hears.seat.participant !== speaks.seat.participant;
}
