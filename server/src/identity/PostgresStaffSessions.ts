import { instant } from '@doorstep/shared/protocol/commands.ts';
import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { Tables } from '../database/Database.ts';
import { eq, inArray, lte } from '../database/drizzle.ts';
import { staffSessions } from '../database/schema.ts';
import { digestOf, freshCredential, type SignInId } from './credential.ts';
import { oldestValid, type StaffSession, type StaffSessions } from './StaffSessions.ts';

/** Who is signed in, in PostgreSQL: a restart signs nobody out. */
export class PostgresStaffSessions implements StaffSessions {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async begin({ id, name, team }: StaffMember, now: Instant): Promise<string> {
    await this.#tables.delete(staffSessions).where(lte(staffSessions.signedInAt, oldestValid(now)));
    const credential = freshCredential();
    await this.#tables
      .insert(staffSessions)
      .values({ credential: digestOf(credential), staff: id, name, team, signedInAt: now, lastSeenAt: now });
    return credential;
  }

  async find(credential: string): Promise<StaffSession | null> {
    const [row] = await this.#tables
      .select()
      .from(staffSessions)
      .where(eq(staffSessions.credential, digestOf(credential)));
    return row === undefined ? null : sessionIn(row);
  }

  async findAll(signIns: readonly SignInId[]): Promise<ReadonlyMap<SignInId, StaffSession>> {
    const rows = await this.#tables
      .select()
      .from(staffSessions)
      .where(inArray(staffSessions.credential, [...signIns]));
    const found = new Map(rows.map((row) => [row.credential, sessionIn(row)]));
    return new Map(
      signIns.flatMap((signIn) => {
        const session = found.get(signIn);
        return session === undefined ? [] : [[signIn, session] as const];
      }),
    );
  }

  async touch(signIns: readonly SignInId[], now: Instant): Promise<void> {
    await this.#tables
      .update(staffSessions)
      .set({ lastSeenAt: now })
      .where(inArray(staffSessions.credential, [...signIns]));
  }

  async end(credential: string): Promise<void> {
    await this.#tables.delete(staffSessions).where(eq(staffSessions.credential, digestOf(credential)));
  }
}

const sessionIn = (row: typeof staffSessions.$inferSelect): StaffSession => ({
  member: { id: row.staff, name: row.name, team: row.team },
  signedInAt: instant.parse(row.signedInAt),
  lastSeenAt: instant.parse(row.lastSeenAt),
});
