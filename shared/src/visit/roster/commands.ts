import type { ParticipantId, StaffId } from '../ids.ts';
import type { Role } from '../people.ts';

/** Somebody to be put on the roster. `staff` for a colleague who signs in; null for whoever comes by a link. */
export interface NewPerson {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly staff: StaffId | null;
}

export type RosterCommand =
  | { readonly type: 'roster.add'; readonly person: NewPerson }
  | { readonly type: 'roster.withdraw'; readonly participant: ParticipantId };

export type RosterEvent =
  | { readonly type: 'participant.added'; readonly person: NewPerson }
  | { readonly type: 'participant.withdrawn'; readonly participant: ParticipantId };
