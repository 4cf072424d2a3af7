import { staffId } from '@doorstep/shared/protocol/commands.ts';
import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { Instant, Millis, StaffId } from '@doorstep/shared/visit/ids.ts';
import type { Cookies } from './cookies.ts';
import { type SignInId, signInOf } from './credential.ts';
import type { Seats } from './Seats.ts';
import { judge, type StaffSessions } from './StaffSessions.ts';
import type { WhoseSeat } from './seatedIn.ts';

/** A sign of life is written down at most this often. */
const TOUCHED_EVERY: Millis = 60_000;

/** A member of staff as the visits know them. */
export interface SignedIn {
  readonly id: StaffId;
  readonly member: StaffMember;
}

/** An open line of somebody who signed in. */
export interface StaffLine extends WhoseSeat {
  readonly signIn: SignInId;
  /** When they last did something over it. */
  readonly heardAt: Instant;
}

interface StaffDeskParts {
  readonly cookies: Cookies;
  readonly sessions: StaffSessions;
  readonly seats: Seats;
  readonly now: () => Instant;
  /** Whether that place is a seat in a visit that goes on. */
  readonly isSeated: (place: WhoseSeat) => Promise<boolean>;
}

/** Says who is signed in. */
export class StaffDesk {
  readonly #parts: StaffDeskParts;

  constructor(parts: StaffDeskParts) {
    this.#parts = parts;
  }

  /**
   * Who is signed in on the browser that sent this `Cookie` header, or null. Somebody who sits in a visit on that browser is
   * not idle, however long ago they clicked on anything.
   */
  async signedIn(cookie: string | undefined): Promise<SignedIn | null> {
    const credential = this.#parts.cookies.read(cookie, 'staff');
    const session = credential === null ? null : await this.#parts.sessions.find(credential);
    if (credential === null || session === null) return null;

    const now = this.#parts.now();
    const id = staffId.parse(session.member.id);
    const state = judge(session, now);
    if (state === 'over') return null;
    if (state === 'idle' && !(await this.#sitsInVisit(cookie, id))) return null;
    if (now - session.lastSeenAt >= TOUCHED_EVERY) await this.#parts.sessions.touch([signInOf(credential)], now);
    return { id, member: session.member };
  }

  /**
   * Those of these lines whose sign-in does not hold any more: ended, over, or idle. Who sits in a visit or does something over
   * one of their lines is not idle. Two questions to the store at most, however many lines there are.
   */
  async ended<Line extends StaffLine>(lines: readonly Line[]): Promise<readonly Line[]> {
    if (lines.length === 0) return [];

    const now = this.#parts.now();
    const heard = await this.#lastHeard(lines, now);
    const sessions = await this.#parts.sessions.findAll([...heard.keys()]);
    const alive = [...sessions].flatMap(([signIn, session]) => {
      const lastSeenAt = Math.max(session.lastSeenAt, heard.get(signIn) ?? 0) as Instant;
      const isNews = lastSeenAt - session.lastSeenAt >= TOUCHED_EVERY;
      return judge({ ...session, lastSeenAt }, now) === 'valid' ? [{ signIn, isNews }] : [];
    });
    const news = alive.filter(({ isNews }) => isNews).map(({ signIn }) => signIn);
    if (news.length > 0) await this.#parts.sessions.touch(news, now);
    const holding = new Set(alive.map(({ signIn }) => signIn));

    return lines.filter(({ signIn }) => !holding.has(signIn));
  }

  async #lastHeard(lines: readonly StaffLine[], now: Instant): Promise<ReadonlyMap<SignInId, Instant>> {
    const heard = new Map<SignInId, Instant>();
    for (const line of lines) {
      const at = (await this.#parts.isSeated(line)) ? now : line.heardAt;
      heard.set(line.signIn, Math.max(at, heard.get(line.signIn) ?? 0) as Instant);
    }
    return heard;
  }

  async #sitsInVisit(cookie: string | undefined, staff: StaffId): Promise<boolean> {
    const device = this.#parts.cookies.read(cookie, 'device');
    if (device === null) return false;
    const places = await this.#parts.seats.ofStaff(device, staff);
    const seated = await Promise.all(places.map((place) => this.#parts.isSeated(place)));
    return seated.includes(true);
  }
}
