import { Store } from '../../visit/store.ts';
import type { LoudspeakerState } from '../Loudspeaker.ts';
import type { Attention } from './attention.ts';
import type { HearingParts } from './Hearing.ts';
import type { SoundOutputs } from './soundOutputs.ts';
import type { SoundSession } from './soundSession.ts';

/** Those who want to hear of something that changes. */
class Listeners {
  readonly #all = new Set<() => void>();

  readonly watch = (listener: () => void): (() => void) => {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  };

  tell(): void {
    for (const listener of [...this.#all]) listener();
  }
}

class FakeAttention extends Listeners implements Attention {
  #elsewhere = false;

  isElsewhere(): boolean {
    return this.#elsewhere;
  }

  goElsewhere(elsewhere: boolean): void {
    this.#elsewhere = elsewhere;
    this.tell();
  }
}

class FakeOutputs extends Listeners implements SoundOutputs {
  #count: number | null;

  constructor(count: number | null) {
    super();
    this.#count = count;
  }

  async count(): Promise<number | null> {
    return this.#count;
  }

  replug(count: number | null): void {
    this.#count = count;
    this.tell();
  }
}

class FakeSession extends Listeners implements SoundSession {
  #interrupted = false;

  isInterrupted(): boolean {
    return this.#interrupted;
  }

  interrupt(interrupted: boolean): void {
    this.#interrupted = interrupted;
    this.tell();
  }
}

class FakeLoudspeaker {
  readonly #store = new Store<LoudspeakerState>({ sound: 'playing' });
  /** How often it was asked to play what was stopped. */
  playedAgain = 0;

  readonly getState = (): LoudspeakerState => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  become(sound: LoudspeakerState['sound']): void {
    this.#store.set({ sound });
  }

  playAgain(): void {
    this.playedAgain += 1;
  }
}

/** What a device hears with and what is in front of it, under a test's control. */
export class FakeSurroundings implements HearingParts {
  readonly attention = new FakeAttention();
  readonly outputs: FakeOutputs;
  readonly session = new FakeSession();
  readonly loudspeaker = new FakeLoudspeaker();

  constructor({ outputs = 1 }: { readonly outputs?: number | null } = {}) {
    this.outputs = new FakeOutputs(outputs);
  }
}
