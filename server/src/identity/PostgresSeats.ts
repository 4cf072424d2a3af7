import { invitationId, participantId, sessionId, staffId, visitId } from '@doorstep/shared/protocol/commands.ts';
import type { SessionId, StaffId } from '@doorstep/shared/visit/ids.ts';
import * as z from 'zod/mini';
import type { Tables } from '../database/Database.ts';
import { and, eq, isNull } from '../database/drizzle.ts';
import { seats } from '../database/schema.ts';
import { digestOf, freshId } from './credential.ts';
import type { Place, Seats, TakenPlace } from './Seats.ts';

const row = z.object({
  session: sessionId,
  visit: visitId,
  participant: participantId,
  invitation: z.nullable(invitationId),
  identity: z.enum(['signedIn', 'ownLink']),
  staff: z.nullable(staffId),
});

/** The places in PostgreSQL: after a restart everybody is who they were. */
export class PostgresSeats implements Seats {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async take(credential: string, place: Place): Promise<SessionId> {
    const digest = digestOf(credential);
    // Two tabs that open the same link at once get the one place: the second finds the first one's row.
    await this.#tables
      .insert(seats)
      .values({ ...place, session: freshId(), credential: digest })
      .onConflictDoNothing();
    const [taken] = await this.#tables
      .select()
      .from(seats)
      .where(
        and(
          eq(seats.credential, digest),
          eq(seats.visit, place.visit),
          eq(seats.participant, place.participant),
          place.invitation === null ? isNull(seats.invitation) : eq(seats.invitation, place.invitation),
        ),
      );
    return row.parse(taken).session;
  }

  async resolve(credential: string, session: SessionId): Promise<Place | null> {
    const [taken] = await this.#tables
      .select()
      .from(seats)
      .where(and(eq(seats.session, session), eq(seats.credential, digestOf(credential))));
    if (taken === undefined) return null;
    const { session: _, ...place } = row.parse(taken);
    return place;
  }

  async ofStaff(credential: string, staff: StaffId): Promise<readonly TakenPlace[]> {
    const taken = await this.#tables
      .select()
      .from(seats)
      .where(and(eq(seats.credential, digestOf(credential)), eq(seats.staff, staff)));
    return taken.map((one) => row.parse(one));
  }
}
