import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Cookies } from './cookies.ts';
import { digestOf, type SignInId, signInOf } from './credential.ts';
import type { DeviceCredentials } from './DeviceCredentials.ts';
import type { Seats } from './Seats.ts';
import type { StaffDesk } from './StaffDesk.ts';
import type { WhoseSeat } from './seatedIn.ts';

/** Who a connection is. */
export interface Caller extends WhoseSeat {
  /** For a professional's place: by which sign-in, so that what it opened can be closed with it. Null for who came by a link. */
  readonly signIn: SignInId | null;
}

/** A caller who was let in, and when they last did something. */
export interface KnownCaller extends Caller {
  readonly heardAt: Instant;
}

interface Headers {
  readonly cookie?: string | undefined;
}

/** The only door to identity for who holds a connection. */
export interface Doorkeeper {
  /** Names the browser that sent these headers, when this server made its credential; null for anybody’s else. Asks no store. */
  browserOf(headers: Headers): string | null;
  /** Who it is that asks for this session with these headers; null when it is not theirs, or they are not signed in any more. */
  identify(headers: Headers, session: SessionId): Promise<Caller | null>;
  /** The sessions of those who are not any more who they were when they were let in. Who came by a link always is: whether the link still counts is the visit's to say. */
  lapsed(callers: readonly KnownCaller[]): Promise<ReadonlySet<SessionId>>;
}

interface CookieDoorkeeperParts {
  readonly cookies: Cookies;
  readonly devices: DeviceCredentials;
  readonly seats: Seats;
  readonly desk: StaffDesk;
}

/** By the cookies: the browser's own and, for a professional's place, the one that says who is signed in. */
export class CookieDoorkeeper implements Doorkeeper {
  readonly #parts: CookieDoorkeeperParts;

  constructor(parts: CookieDoorkeeperParts) {
    this.#parts = parts;
  }

  browserOf({ cookie }: Headers): string | null {
    const { cookies, devices } = this.#parts;
    const device = cookies.read(cookie, 'device');

    return device !== null && devices.isOurs(device) ? digestOf(device) : null;
  }

  async identify({ cookie }: Headers, session: SessionId): Promise<Caller | null> {
    const device = this.#parts.cookies.read(cookie, 'device');
    const place = device === null ? null : await this.#parts.seats.resolve(device, session);
    if (place === null) return null;
    const caller = { visit: place.visit, participant: place.participant, session };
    if (place.identity !== 'signedIn') return { ...caller, signIn: null };
    if ((await this.#parts.desk.signedIn(cookie))?.id !== place.staff) return null;

    return { ...caller, signIn: signInOf(this.#parts.cookies.read(cookie, 'staff') ?? '') };
  }

  async lapsed(callers: readonly KnownCaller[]): Promise<ReadonlySet<SessionId>> {
    const staff = callers.flatMap(({ signIn, ...line }) => (signIn === null ? [] : [{ ...line, signIn }]));
    const ended = await this.#parts.desk.ended(staff);

    return new Set(ended.map(({ session }) => session));
  }
}
