import { after, type Instant, type SessionId } from '@doorstep/shared/visit/ids.ts';
import type { SignInId } from '../identity/credential.ts';
import type { Clock } from '../visits/Clock.ts';
import type { Log } from '../visits/Log.ts';
import type { Connection } from './Connection.ts';
import type { Place, Visits } from './Door.ts';

const RETRY = 1_000;
/** A line that turns out to be lost may have been so for this long: the time until a missing heartbeat is noticed, and some. */
const UNCERTAIN = 5_000;

/** A device that has been silent for so long has lost its place, and joins anew whatever it missed. */
const REMEMBERED = 60 * 60_000;

type News = 'session.connect' | 'session.lose';

/** Which devices are connected now: one line each, and the visit knows it, sooner or later, even when it cannot be told at once. */
export class Presence {
  readonly #visits: Visits;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #lines = new Map<SessionId, Connection>();
  /** Devices that may have missed media news while they had no line, and when the last of it came; the longest ago first. */
  readonly #missed = new Map<SessionId, Instant>();
  #closed = false;

  constructor(visits: Visits, clock: Clock, log: Log) {
    this.#visits = visits;
    this.#clock = clock;
    this.#log = log;
  }

  get size(): number {
    return this.#lines.size;
  }

  get lines(): readonly Connection[] {
    return [...this.#lines.values()];
  }

  /** The device’s open line, if it has one. */
  lineOf(session: SessionId): Connection | undefined {
    return this.#lines.get(session);
  }

  /** A device has (again) a line. An earlier one of the same device is closed (JOIN-7). Resolves when the visit has been told, or could not be told yet. */
  async arrive(line: Connection): Promise<void> {
    const { session } = line.place;
    const earlier = this.#lines.get(session);
    this.#lines.set(session, line);
    if (earlier !== undefined) {
      this.#noteMissed(earlier);
      earlier.close('elsewhere');
    }
    // Joining again puts right whatever the device has missed.
    if (this.#missed.delete(session)) line.notify({ type: 'reset' }, this.#clock.now());

    await this.#tell(line.place, 'session.connect');
  }

  /** A line is gone. Only the newest one of a device counts. */
  async leave(line: Connection): Promise<void> {
    line.stopShowing();
    if (this.#closed || !this.#isNewest(line)) return;

    this.#lines.delete(line.place.session);
    this.#noteMissed(line);
    await this.#tell(line.place, 'session.lose');
  }

  #isNewest(line: Connection): boolean {
    return this.#lines.get(line.place.session) === line;
  }

  /** Media news came for a device without a line. */
  missed(session: SessionId): void {
    const now = this.#clock.now();
    this.#missed.delete(session);
    this.#missed.set(session, now);
    for (const [earlier, at] of this.#missed) {
      if (now - at < REMEMBERED) break;
      this.#missed.delete(earlier);
    }
  }

  /** Somebody has signed out on a browser: the lines that this sign-in opened end with it. */
  signedOut(signIn: SignInId): void {
    for (const line of this.#lines.values()) if (line.place.signIn === signIn) line.close('notSignedIn');
  }

  /** Says goodbye to everyone, and tells no visit any more: at the next start nobody is connected anyway. */
  close(): void {
    this.#closed = true;
    for (const line of this.#lines.values()) line.close('closing');
    this.#lines.clear();
  }

  #noteMissed(line: Connection): void {
    const certainlyGot = this.#clock.now() - UNCERTAIN;
    if (line.lastNotice !== null && line.lastNotice >= certainlyGot) this.missed(line.place.session);
  }

  async #tell(place: Place, news: News): Promise<void> {
    try {
      const actor = await this.#visits.find(place.visit);
      const outcome = await actor?.submitAsSystem({ type: news, session: place.session });
      // It lost its place at the door while it was silent, and its link has none left.
      if (outcome?.ok === false && outcome.refusal === 'tooManyDevices')
        this.#lines.get(place.session)?.close('tooMany');
    } catch (error) {
      this.#log.error({ error, news }, 'a visit could not be told who is connected; it will be');
      this.#clock.at(after(this.#clock.now(), RETRY), () => {
        if (this.#isStillSo(place, news)) void this.#tell(place, news);
      });
    }
  }

  #isStillSo(place: Place, news: News): boolean {
    return !this.#closed && this.#lines.has(place.session) === (news === 'session.connect');
  }
}
