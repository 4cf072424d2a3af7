import type { Millis } from '@doorstep/shared/visit/ids.ts';
import type { Sight } from '@doorstep/shared/visit/sight/state.ts';

/** How light a picture is: mean and standard deviation of its brightness, from 0 (black) to 255. */
export interface Light {
  readonly mean: number;
  readonly deviation: number;
}

/** One picture where it is shown. */
export interface ShownPicture {
  /** Differs from the time before when a new frame was shown in between; null where the browser does not tell. */
  frames(): number | null;
  /** Null while there is nothing to look at. */
  light(): Light | null;
  /** Whether any of it is in the window. */
  isInView(): boolean;
}

/** What decides how somebody is seen, beside the picture itself. */
export interface Around {
  /** The tab is in front. */
  readonly isInFront: boolean;
  /** The other device's line stands, and the server lets its picture through. */
  readonly isLetThrough: boolean;
  readonly isCameraOn: boolean;
  /** Null while none is shown. */
  readonly picture: ShownPicture | null;
}

/** No new frame for this long is no longer a hiccup of the network; with a look each second it is said within three. */
const STILL_MS: Millis = 2_000;
/** A light picture is looked into at every second look only; a dark one at each, until that is certain. */
const LOOKS_UNTIL_DARKNESS = 2;

/**
 * A covered lens or a dead camera has a mean of 0 to 15, and no more than its own noise in it. A dark room is dark as well, but a face, a
 * window or the light of a screen stands out of it: there the deviation is 8 and more. Only what is both counts.
 */
export const isBlack = ({ mean, deviation }: Light): boolean => mean < 16 && deviation < 5;

/** Follows one picture over time: what one look cannot tell, such as that it stands still. */
export class PictureSight {
  #sight: Sight | null = null;
  #picture: ShownPicture | null = null;
  #frames: number | null = 0;
  /** When the last new frame was noticed; null while there has been none since this could be seen. */
  #moved: Millis | null = null;
  /** Since when a frame is waited for. */
  #since: Millis | null = null;
  /** The picture that is shown now has had a frame, so that something is to be seen of it. */
  #hasFrame = false;
  #looks = 0;
  #darkLooks = 0;

  /** How it is seen now, to be asked about once a second; null until that can be told. */
  look(now: Millis, around: Around): Sight | null {
    this.#sight = this.#judge(now, around);

    return this.#sight;
  }

  #judge(now: Millis, { isInFront, isLetThrough, isCameraOn, picture }: Around): Sight | null {
    if (!isInFront || picture?.isInView() === false) return this.#start('notShown');
    if (!isLetThrough) return this.#start('lost');
    if (!isCameraOn) return this.#start('off');

    this.#since ??= now;
    this.#follow(now, picture);
    if (now - (this.#moved ?? this.#since) >= STILL_MS) return this.#hasFrame ? 'frozen' : 'lost';
    if (this.#moved === null || picture === null) return this.#sight;

    return this.#isDark(picture) ? 'black' : 'seen';
  }

  /** Whatever was counted says nothing any more. */
  #start(sight: Sight): Sight {
    this.#moved = null;
    this.#since = null;
    this.#darkLooks = 0;

    return sight;
  }

  #follow(now: Millis, picture: ShownPicture | null): void {
    if (picture !== this.#picture) {
      this.#picture = picture;
      this.#frames = 0;
      this.#hasFrame = false;
    }
    const frames = picture === null ? this.#frames : picture.frames();
    if (frames !== null && frames === this.#frames) return;

    this.#frames = frames;
    this.#moved = now;
    this.#hasFrame = true;
  }

  #isDark(picture: ShownPicture): boolean {
    this.#looks += 1;
    const isDue = this.#darkLooks > 0 || this.#looks % LOOKS_UNTIL_DARKNESS === 0;
    if (!isDue) return false;

    const light = picture.light();
    this.#darkLooks = light !== null && isBlack(light) ? this.#darkLooks + 1 : 0;

    return this.#darkLooks >= LOOKS_UNTIL_DARKNESS;
  }
}
