import { Store } from '../../visit/store.ts';
import type { Loudspeaker } from '../Loudspeaker.ts';
import type { SoundOutputs } from './soundOutputs.ts';
import type { SoundSession } from './soundSession.ts';

/** Whether this device can hear the others, or what keeps it from that: the browser until a tap, a call or another app, no loudspeaker or headset, the line. */
export type Hears = 'yes' | 'needsTap' | 'interrupted' | 'noOutput' | 'line';

/** What may pass by itself counts only when it has lasted so long, in milliseconds. */
const LASTS_MS: Readonly<Record<Exclude<Hears, 'yes'>, number>> = {
  needsTap: 0,
  interrupted: 1_000,
  // A headset hands over to the loudspeaker.
  noOutput: 2_000,
  // A stairway, a change from one network to another.
  line: 4_000,
};

export interface HearingParts {
  readonly loudspeaker: Pick<Loudspeaker, 'getState' | 'subscribe' | 'playAgain'>;
  readonly outputs: SoundOutputs;
  readonly session: SoundSession;
}

/** Notices that this device cannot hear the others: then they must not see and hear it, because its person could not know what is said (SAFE-5). */
export class Hearing {
  readonly #parts: HearingParts;
  readonly #store = new Store<{ readonly hears: Hears }>({ hears: 'yes' });
  #isLineUp = true;
  #hasOutput = true;
  #pending: Hears = 'yes';
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: HearingParts) {
    this.#parts = parts;
  }

  readonly getState = () => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Watches until the returned function is called. */
  start(): () => void {
    const { loudspeaker, outputs, session } = this.#parts;
    const stop = [
      loudspeaker.subscribe(() => this.#look()),
      outputs.watch(() => void this.#count()),
      session.watch(() => {
        // Players that a call has stopped do not begin again by themselves.
        if (!session.isInterrupted()) loudspeaker.playAgain();
        this.#look();
      }),
    ];
    void this.#count();
    this.#look();

    return () => {
      for (const end of stop) end();
      clearTimeout(this.#settling);
    };
  }

  /** Whether what the others say reaches this device at all. */
  setLine(isUp: boolean): void {
    this.#isLineUp = isUp;
    this.#look();
  }

  async #count(): Promise<void> {
    this.#hasOutput = (await this.#parts.outputs.count().catch(() => null)) !== 0;
    this.#look();
  }

  #now(): Hears {
    const { sound } = this.#parts.loudspeaker.getState();
    if (this.#parts.session.isInterrupted()) return 'interrupted';
    if (sound !== 'playing') return sound;
    if (!this.#hasOutput) return 'noOutput';

    return this.#isLineUp ? 'yes' : 'line';
  }

  #look(): void {
    const hears = this.#now();
    if (hears === this.#pending) return;

    this.#pending = hears;
    clearTimeout(this.#settling);
    if (hears === 'yes' || LASTS_MS[hears] === 0) this.#store.set({ hears });
    else this.#settling = setTimeout(() => this.#store.set({ hears }), LASTS_MS[hears]);
  }
}
