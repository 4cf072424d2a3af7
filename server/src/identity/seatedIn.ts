import type { ParticipantId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Recipient } from '@doorstep/shared/visit/view.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';

/** One device of one person in one visit. */
export interface WhoseSeat {
  readonly visit: VisitId;
  readonly participant: ParticipantId;
  readonly session: SessionId;
}

interface Visits {
  find(
    visit: VisitId,
  ): Promise<{ knows(recipient: Recipient): boolean; viewFor(recipient: Recipient): VisitView } | null>;
}

/** Says of a place whether it is a seat in a visit that goes on now. */
export const seatedIn =
  (visits: Visits) =>
  async ({ visit, participant, session }: WhoseSeat): Promise<boolean> => {
    const actor = await visits.find(visit);
    const recipient = { participant, session };

    return actor?.knows(recipient) === true && actor.viewFor(recipient).screen === 'room';
  };
