import { sessionId } from '@doorstep/shared/protocol/commands.ts';
import type { SessionId, StaffId } from '@doorstep/shared/visit/ids.ts';
import { digestOf, freshId } from './credential.ts';
import type { Place, Seats, TakenPlace } from './Seats.ts';

interface Taken {
  readonly digest: string;
  readonly place: Place;
}

/** For tests: places live as long as this object. */
export class MemorySeats implements Seats {
  readonly #taken = new Map<SessionId, Taken>();

  async take(credential: string, place: Place): Promise<SessionId> {
    const digest = digestOf(credential);
    const known = [...this.#taken].find(([, taken]) => taken.digest === digest && isSame(taken.place, place));
    if (known !== undefined) return known[0];

    const session = sessionId.parse(freshId());
    this.#taken.set(session, { digest, place });
    return session;
  }

  async resolve(credential: string, session: SessionId): Promise<Place | null> {
    const taken = this.#taken.get(session);
    return taken?.digest === digestOf(credential) ? taken.place : null;
  }

  async ofStaff(credential: string, staff: StaffId): Promise<readonly TakenPlace[]> {
    return [...this.#taken]
      .filter(([, { digest, place }]) => digest === digestOf(credential) && place.staff === staff)
      .map(([session, { place }]) => ({ ...place, session }));
  }
}

const isSame = (a: Place, b: Place): boolean =>
  a.visit === b.visit && a.participant === b.participant && a.invitation === b.invitation;
