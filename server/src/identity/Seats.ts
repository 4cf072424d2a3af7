import type { InvitationId, ParticipantId, SessionId, StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Identity } from '@doorstep/shared/visit/people.ts';

/** One person's place in one visit, on one browser. */
export interface Place {
  readonly visit: VisitId;
  readonly participant: ParticipantId;
  /** The link by which this browser came; null for who signs in. */
  readonly invitation: InvitationId | null;
  readonly identity: Identity;
  /** Who must be signed in on that browser for this place to be theirs; null for who came by a link. */
  readonly staff: StaffId | null;
}

/** A place together with the session that stands for it. */
export interface TakenPlace extends Place {
  readonly session: SessionId;
}

/** Which browser has which place. A browser is known by the opaque credential in its cookie. */
export interface Seats {
  /** The session for that place on that browser: the same for ever for the same credential, person and link. */
  take(credential: string, place: Place): Promise<SessionId>;
  /** The place of that session, when it is this browser's; null for anybody else's, and for one that never was. */
  resolve(credential: string, session: SessionId): Promise<Place | null>;
  /** The places that this browser has for a member of staff. */
  ofStaff(credential: string, staff: StaffId): Promise<readonly TakenPlace[]>;
}
