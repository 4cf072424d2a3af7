import type { Condition } from '@doorstep/shared/visit/condition/state.ts';
import { Store } from '../../visit/store.ts';
import type { LocalMedia } from '../LocalMedia.ts';
import type { Attention } from './attention.ts';
import { blurOf, watchBlur } from './blur.ts';
import { cameraKind } from './cameraKind.ts';
import { Hearing, type HearingParts, type Hears } from './Hearing.ts';

export interface ConditionParts extends HearingParts {
  readonly local: Pick<LocalMedia, 'getState' | 'subscribe'>;
  readonly attention: Attention;
  /** [DEV-5] Whether it is nobody's business that the page is not in front; the sound starts again on coming back all the same. */
  readonly keepsAbsence?: boolean;
}

export interface DeviceCondition {
  /** As the visit is told it. */
  readonly condition: Condition;
  /** For the device's own person: what keeps it from hearing. */
  readonly hears: Hears;
}

const UNSEEN: Condition = { blur: 'notKnown', camera: 'notKnown', interruption: 'none', hears: 'yes' };

/** How this device stands, all of it in one place: blur, kind of camera, what has come between, whether it hears (SEE-3, SEE-7). */
export class ConditionWatch {
  readonly #parts: ConditionParts;
  readonly #hearing: Hearing;
  readonly #store = new Store<DeviceCondition>({ condition: UNSEEN, hears: 'yes' });
  #camera: MediaStreamTrack | null = null;
  #unwatchBlur = (): void => {};

  constructor(parts: ConditionParts) {
    this.#parts = parts;
    this.#hearing = new Hearing(parts);
  }

  readonly getState = (): DeviceCondition => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Watches until the returned function is called. */
  start(): () => void {
    const { local, attention, loudspeaker } = this.#parts;
    const stop = [
      local.subscribe(() => this.#look()),
      attention.watch(() => {
        // Whoever comes back from a call or another app finds the sound stopped.
        if (!attention.isElsewhere()) loudspeaker.playAgain();
        this.#look();
      }),
      this.#hearing.subscribe(() => this.#look()),
      this.#hearing.start(),
    ];
    this.#look();

    return () => {
      for (const end of stop) end();
      this.#unwatchBlur();
      this.#camera = null;
    };
  }

  /** Whether what the others say reaches this device at all. */
  setLine(isUp: boolean): void {
    this.#hearing.setLine(isUp);
  }

  #look(): void {
    const { camera, interrupted } = this.#parts.local.getState();
    this.#watch(camera);
    const { hears } = this.#hearing.getState();
    const isAway = !this.#parts.keepsAbsence && this.#parts.attention.isElsewhere();
    const now: Condition = {
      blur: camera === null ? 'notKnown' : blurOf(camera),
      camera: camera === null ? 'notKnown' : cameraKind(camera.label),
      interruption: isAway ? 'hidden' : interrupted === 'nothing' ? 'none' : interrupted,
      hears: hears === 'yes' ? 'yes' : 'no',
    };
    const before = this.getState().condition;
    this.#store.set({ condition: isSameCondition(now, before) ? before : now, hears });
  }

  #watch(camera: MediaStreamTrack | null): void {
    if (camera === this.#camera) return;

    this.#unwatchBlur();
    this.#camera = camera;
    this.#unwatchBlur = camera === null ? () => {} : watchBlur(camera, () => this.#look());
  }
}

export const isSameCondition = (one: Condition, other: Condition): boolean =>
  one.blur === other.blur &&
  one.camera === other.camera &&
  one.interruption === other.interruption &&
  one.hears === other.hears;
