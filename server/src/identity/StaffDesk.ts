import { staffId } from '@doorstep/shared/protocol/commands.ts';
import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { Instant, Millis, StaffId } from '@doorstep/shared/visit/ids.ts';
import type { Cookies } from './cookies.ts';
import type { Seats, TakenPlace } from './Seats.ts';
import { judge, type StaffSessions } from './StaffSessions.ts';

/** A sign of life is written down at most this often. */
const TOUCHED_EVERY: Millis = 60_000;

/** A member of staff as the visits know them. */
export interface SignedIn {
  readonly id: StaffId;
  readonly member: StaffMember;
}

interface StaffDeskParts {
  readonly cookies: Cookies;
  readonly sessions: StaffSessions;
  readonly seats: Seats;
  readonly now: () => Instant;
  /** Whether that place is a seat in a visit that goes on. */
  readonly isSeated: (place: TakenPlace) => Promise<boolean>;
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
    if (now - session.lastSeenAt >= TOUCHED_EVERY) await this.#parts.sessions.touch(credential, now);
    return { id, member: session.member };
  }

  async #sitsInVisit(cookie: string | undefined, staff: StaffId): Promise<boolean> {
    const device = this.#parts.cookies.read(cookie, 'device');
    if (device === null) return false;
    const places = await this.#parts.seats.ofStaff(device, staff);
    const seated = await Promise.all(places.map((place) => this.#parts.isSeated(place)));
    return seated.includes(true);
  }
}
