import type { LocalMedia } from './LocalMedia.ts';

/**
 * Camera and microphone over a break: off while one is out of the visit, and on coming back only what was on before.
 * Whoever did not want to be seen is not seen after a slip of the thumb.
 */
export class MediaRest {
  readonly #local: Pick<LocalMedia, 'getState' | 'acquire' | 'stop'>;
  #before = { camera: false, microphone: true };

  constructor(local: Pick<LocalMedia, 'getState' | 'acquire' | 'stop'>) {
    this.#local = local;
  }

  begin(): void {
    const { asked, cameraOn, microphoneOn } = this.#local.getState();
    if (asked) this.#before = { camera: cameraOn, microphone: microphoneOn };
    this.#local.stop();
  }

  /** Call it inside the person's tap, since a phone may ask again. */
  end(): void {
    const { camera, microphone } = this.#before;
    if (camera || microphone) void this.#local.acquire(this.#before);
  }
}
