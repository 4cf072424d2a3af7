import type { ParticipantId, StaffId } from '../ids.ts';
import type { Role, Speech } from '../people.ts';

/** A person of the visit (not a connection). */
export interface Participant {
  readonly id: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** To the child, in words: "mother", "grandfather", "health visitor". May be empty. */
  readonly relationship: string;
  /** Set when this person can sign in with the authority; such a person never needs a link. */
  readonly staff: StaffId | null;
  readonly speech: Speech;
  /** For whom this person interprets or whom they support (PRIV-6); null for everybody else. */
  readonly helps: ParticipantId | null;
  /** Added before the visit started. Only these are ever named on an invitation, so a link shows nothing of what happens in the room. */
  readonly expected: boolean;
  /** `removed`: put out of the visit (ROST-5); `withdrawn`: taken off the plan. Both keep them out until admitted anew or added again. */
  readonly standing: 'on' | 'removed' | 'withdrawn';
}
