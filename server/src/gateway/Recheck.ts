import { after, type Millis } from '@doorstep/shared/visit/ids.ts';
import type { Doorkeeper } from '../identity/Doorkeeper.ts';
import type { Clock } from '../visits/Clock.ts';
import type { Log } from '../visits/Log.ts';
import type { Connection } from './Connection.ts';

/** So long at most a line stays open whose sign-in has run out. */
const RECHECK_EVERY: Millis = 60_000;

interface RecheckParts {
  readonly doorkeeper: Pick<Doorkeeper, 'lapsed'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The lines that are open now. */
  readonly lines: () => readonly Connection[];
}

/** The door is asked again about those who are inside, all at once each minute: a line outlives no sign-in (OWASP ASVS 5.0, 7.3 and 7.4). */
export class Recheck {
  readonly #parts: RecheckParts;
  #callOff: () => void = () => {};
  #over = false;

  constructor(parts: RecheckParts) {
    this.#parts = parts;
  }

  /** Asks a minute from now, and a minute after each answer. */
  start(): void {
    if (this.#over) return;

    const { clock, lines } = this.#parts;
    this.#callOff = clock.at(after(clock.now(), RECHECK_EVERY), () => {
      void this.look(lines()).then(() => this.start());
    });
  }

  stop(): void {
    this.#over = true;
    this.#callOff();
  }

  /** Closes those of these lines whose holder is not any more who they were. Never rejects: what cannot be found out now is asked again in the next minute. */
  async look(lines: readonly Connection[]): Promise<void> {
    try {
      const lapsed = await this.#parts.doorkeeper.lapsed(lines.map(({ place, heardAt }) => ({ ...place, heardAt })));
      for (const line of lines) if (lapsed.has(line.place.session)) line.close('notSignedIn');
    } catch (error) {
      this.#parts.log.error({ error }, 'the door could not be asked again');
    }
  }
}
