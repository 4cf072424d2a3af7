import type { LocalMedia } from '../../media/LocalMedia.ts';
import { Store } from '../../visit/store.ts';

/** What holds the microphone open. */
export type Holder = 'key' | 'pointer';

/** [DEV-4] A closed microphone is open for as long as something holds it, and closed again after the last has let go. */
export class HoldToTalk {
  readonly #local: Pick<LocalMedia, 'getState' | 'setMicrophone'>;
  readonly #store = new Store({ isHeld: false });
  readonly #holders = new Set<Holder>();

  constructor(local: Pick<LocalMedia, 'getState' | 'setMicrophone'>) {
    this.#local = local;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);
  readonly isHeld = (): boolean => this.#store.getState().isHeld;

  /** False, and nothing happens, while the microphone is open by itself: then letting go must not close it. */
  press(by: Holder): boolean {
    if (!this.isHeld() && this.#local.getState().microphoneOn) return false;

    this.#holders.add(by);
    if (!this.isHeld()) void this.#local.setMicrophone(true);
    this.#store.set({ isHeld: true });
    return true;
  }

  release(by: Holder): void {
    this.#holders.delete(by);
    if (this.#holders.size > 0 || !this.isHeld()) return;

    void this.#local.setMicrophone(false);
    this.#store.set({ isHeld: false });
  }

  /** The page has lost the keyboard or the eyes: what was let go elsewhere would never be heard of. */
  releaseAll(): void {
    this.release('key');
    this.release('pointer');
  }
}
