import type { ParticipantId, StaffId } from '../ids.ts';
import type { Role, Speech } from '../people.ts';

/** Somebody to be put on the roster. `staff` for a colleague who signs in; null for whoever comes by a link. */
export interface NewPerson {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly staff: StaffId | null;
  /** Left out for whoever speaks, as in logs older than the question. */
  readonly speech?: Speech | undefined;
  /** For whom an interpreter or supporter is there; left out for everybody else. */
  readonly helps?: ParticipantId | undefined;
}

export type RosterCommand =
  | { readonly type: 'roster.add'; readonly person: NewPerson }
  | { readonly type: 'roster.withdraw'; readonly participant: ParticipantId };

export type RosterEvent =
  | { readonly type: 'participant.added'; readonly person: NewPerson }
  | { readonly type: 'participant.withdrawn'; readonly participant: ParticipantId };
