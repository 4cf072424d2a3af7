import type { DoorRefusal } from '@doorstep/shared/protocol/socket.ts';
import { handshake } from '@doorstep/shared/protocol/socket.ts';
import { PROTOCOL_VERSION } from '@doorstep/shared/protocol/version.ts';
import type { Instant, ParticipantId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import * as z from 'zod/mini';
import type { SignInId } from '../identity/credential.ts';
import type { Doorkeeper } from '../identity/Doorkeeper.ts';
import type { Clock } from '../visits/Clock.ts';
import type { VisitActor } from '../visits/VisitActor.ts';
import { AddressAllowances, type Allowance, Allowances } from './Allowance.ts';
import { isPlainMessage } from './plainMessage.ts';

/** From one browser, or of strangers from one address (of IPv6 the /64), each costing a look into the database. A browser with a place knocks with the right credential the first time. */
const WRONG_CREDENTIALS = { burst: 60, perSecond: 1 };
/** Each line that opens and closes leaves two entries in the log. The worst network does not come near this. */
const RECONNECTIONS = { burst: 30, perSecond: 0.5 };

/** One device's place in a visit, as the door has made sure of it. */
export interface Place {
  readonly visit: VisitId;
  readonly participant: ParticipantId;
  readonly session: SessionId;
  /** The sign-in with which the line is closed; null for who came by a link. */
  readonly signIn: SignInId | null;
}

/** Where visits are found. */
export interface Visits {
  find(visit: VisitId): Promise<VisitActor | null>;
}

export type Admission =
  | { readonly ok: true; readonly place: Place; readonly actor: VisitActor }
  | { readonly ok: false; readonly why: DoorRefusal };

/** What a device comes to the door with. */
export interface Knock {
  /** What the client says of itself: nothing that is believed. */
  readonly auth: unknown;
  readonly cookie: string | undefined;
  readonly address: string;
}

const refused = (why: DoorRefusal): Admission => ({ ok: false, why });

/** Older and newer clients may shake hands in another way, but all say which version they speak. */
const speaks = z.object({ protocol: z.int() });

interface DoorParts {
  readonly visits: Visits;
  readonly doorkeeper: Doorkeeper;
  readonly clock: Clock;
}

/** Lets a device in to its own place, by the credential of its browser and by nothing else. */
export class Door {
  readonly #parts: DoorParts;
  readonly #wrong = new AddressAllowances(WRONG_CREDENTIALS);
  readonly #wrongOfKnown = new Allowances<string>(WRONG_CREDENTIALS);
  readonly #again = new Allowances<SessionId>(RECONNECTIONS);

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /** Rejects only on a fault. */
  async answer({ auth, cookie, address }: Knock): Promise<Admission> {
    const version = z.safeParse(speaks, auth);
    if (!version.success || version.data.protocol !== PROTOCOL_VERSION) return refused('reload');

    const said = isPlainMessage(auth) ? z.safeParse(handshake, auth) : null;
    if (said === null || !said.success) return refused('notSignedIn');

    return this.#letIn(cookie, said.data.session, address);
  }

  /** Whoever comes too often is asked to come back later, not sent away: the fault may be their network's, or their neighbour's. */
  async #letIn(cookie: string | undefined, session: SessionId, address: string): Promise<Admission> {
    const now = this.#parts.clock.now();
    const wrong = this.#wrongOf(cookie, address, now);
    if (!wrong.allows(now)) return refused('closing');

    const found = await this.#place(cookie, session);
    if (found === null) {
      wrong.take(now);
      return refused('notSignedIn');
    }

    return this.#again.of(session, now).take(now) ? { ok: true, ...found } : refused('closing');
  }

  /** A browser that is known is not put off for what others behind its address do, nor do they learn of it (PRIV-5). */
  #wrongOf(cookie: string | undefined, address: string, now: Instant): Allowance {
    const browser = this.#parts.doorkeeper.browserOf({ cookie });

    return browser === null ? this.#wrong.of(address, now) : this.#wrongOfKnown.of(browser, now);
  }

  async #place(cookie: string | undefined, session: SessionId): Promise<{ place: Place; actor: VisitActor } | null> {
    const place = await this.#parts.doorkeeper.identify({ cookie }, session);
    if (place === null) return null;

    const actor = await this.#parts.visits.find(place.visit);

    return actor?.knows(place) ? { place, actor } : null;
  }
}
