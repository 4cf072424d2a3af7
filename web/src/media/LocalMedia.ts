import { Store } from '../visit/store.ts';
import { browserCapture, type Capture, type CaptureProblem, problemOf } from './capture.ts';
import { cameraConstraints, microphoneConstraints } from './constraints.ts';
import {
  interruptionOf,
  isGiving,
  isOther,
  isUnplugged,
  type CaptureKind as Kind,
  type LocalMediaState,
  OFF,
} from './localMediaState.ts';

export type AcquireAnswer = { readonly ok: true } | { readonly ok: false; readonly problem: CaptureProblem };
export type { Interrupted, LocalMediaState } from './localMediaState.ts';

/** What to ask for; both, sounding, unless told otherwise. `muted`: opened, but silent from the start. */
export interface Wanted {
  readonly camera?: boolean;
  readonly microphone?: boolean | 'muted';
}

/** What was asked for is not wanted any more: everything was stopped in between. */
const STOPPED: AcquireAnswer = { ok: false, problem: 'unknown' };

/**
 * This device's camera and microphone, from the check before the visit to its end: the same tracks all the way. Camera and microphone are
 * asked for together only once, because an iPhone ends the first pair when a second is asked for.
 */
export class LocalMedia {
  readonly #capture: Capture;
  readonly #isSecure: () => boolean;
  readonly #store = new Store<LocalMediaState>(OFF);
  /** Chosen by name; null: the device's own choice. */
  readonly #chosen: Record<Kind, string | null> = { camera: null, microphone: null };
  /** What went away, until it is back or the person turns it off; and whether it is to be on then, not muted. */
  readonly #taken = new Map<Kind, boolean>();
  #stopWatching: (() => void) | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  /** Raised by `stop`, so that what was still being opened then is closed on arrival. */
  #life = 0;

  constructor(capture: Capture = browserCapture, isSecure: () => boolean = () => globalThis.isSecureContext) {
    this.#capture = capture;
    this.#isSecure = isSecure;
  }

  readonly getState = (): LocalMediaState => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /**
   * Turns on what is wanted and not on yet, or was taken away, asking the person where the browser has to; call it from their tap. With a camera or microphone missing or in
   * use by another app it goes on with the other alone, and the state says what is wrong; the answer is a no only when there is neither.
   */
  acquire({ camera = true, microphone = true }: Wanted = {}): Promise<AcquireAnswer> {
    return this.#inTurn(async () => {
      const wanted = [...(camera ? ['camera' as const] : []), ...(microphone ? ['microphone' as const] : [])];
      const missing = wanted.filter((kind) => this.#isMissing(kind));
      const life = this.#life;
      const answer = await this.#openAny(missing, microphone !== 'muted');
      if (life !== this.#life) return STOPPED;

      if (microphone) this.#sound(microphone !== 'muted');
      this.#store.set({ asked: true });
      return answer;
    });
  }

  /** Off stops the camera itself; on opens it again. Answers as `acquire`. */
  setCamera(on: boolean): Promise<AcquireAnswer> {
    if (!on) this.#close('camera');
    return this.#inTurn(async () => {
      if (!on) {
        this.#close('camera');
        return { ok: true };
      }
      if (!this.#isMissing('camera')) return { ok: true };
      return answerOf(await this.#open(['camera']));
    });
  }

  /** Off silences the track at once and keeps it; on lets it sound again, opening one if there is none. Answers as `acquire`. */
  setMicrophone(on: boolean): Promise<AcquireAnswer> {
    this.#sound(on && this.#isLive('microphone'));
    return this.#inTurn(async () => {
      if (!on || !this.#isMissing('microphone')) {
        this.#sound(on);
        return { ok: true };
      }
      return answerOf(await this.#open(['microphone']));
    });
  }

  /** Takes back what is interrupted, and leaves it as it was: muted when it was. Answers as `acquire`; call it from the person's tap. */
  takeBack(): Promise<AcquireAnswer> {
    return this.#inTurn(async () => {
      const { microphoneOn } = this.getState();
      const kinds = (['camera', 'microphone'] as const).filter((kind) => this.#isTakenAway(kind));
      for (const kind of kinds) {
        if (!this.#taken.has(kind)) this.#taken.set(kind, kind === 'camera' || microphoneOn);
        this.getState()[kind]?.stop();
      }
      return this.#openAny(kinds, this.#taken.get('microphone') ?? microphoneOn);
    });
  }

  chooseCamera(id: string): Promise<AcquireAnswer> {
    return this.#change('camera', () => {
      this.#chosen.camera = id;
    });
  }

  chooseMicrophone(id: string): Promise<AcquireAnswer> {
    return this.#change('microphone', () => {
      this.#chosen.microphone = id;
    });
  }

  /** From the camera that faces the person to the one that faces the room, or back. */
  flipCamera(): Promise<AcquireAnswer> {
    return this.#change('camera', () => {
      this.#chosen.camera = null;
      this.#store.set({ facing: this.getState().facing === 'user' ? 'environment' : 'user' });
    });
  }

  /** Everything off, at once: when it returns, no light is on. `acquire` may follow. */
  stop(): void {
    this.#life += 1;
    this.#taken.clear();
    this.#stopWatching?.();
    this.#stopWatching = null;
    const { camera, microphone } = this.getState();
    camera?.stop();
    microphone?.stop();
    this.#store.set(OFF);
  }

  /** One thing at a time: two requests for a camera at once leave one of them open for ever. */
  #inTurn(act: () => Promise<AcquireAnswer>): Promise<AcquireAnswer> {
    const life = this.#life;
    const turn = this.#turn.then(() => (life === this.#life ? act() : STOPPED));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Opens another device of this kind. The old one is stopped first, since many phones cannot have two open; it comes back if the new one fails. */
  #change(kind: Kind, choose: () => void): Promise<AcquireAnswer> {
    return this.#inTurn(async () => {
      const before = { chosen: this.#chosen[kind], facing: this.getState().facing };
      choose();
      if (!this.#isLive(kind)) return { ok: true };

      const sounding = this.getState().microphoneOn;
      this.getState()[kind]?.stop();
      const life = this.#life;
      const problem = await this.#open([kind], sounding);
      if (problem !== null && life === this.#life) {
        this.#chosen[kind] = before.chosen;
        this.#store.set({ facing: before.facing });
        await this.#open([kind], sounding);
      }
      return answerOf(problem);
    });
  }

  async #openAny(kinds: readonly Kind[], sounding: boolean): Promise<AcquireAnswer> {
    const life = this.#life;
    const problem = await this.#open(kinds, sounding);
    if (problem === null) return { ok: true };
    if (problem !== 'noDevice' && problem !== 'inUse') return { ok: false, problem };

    const alone = [];
    for (const kind of kinds) alone.push(life === this.#life ? await this.#open([kind], sounding) : problem);
    return alone.includes(null) ? { ok: true } : { ok: false, problem };
  }

  async #open(kinds: readonly Kind[], sounding = true): Promise<CaptureProblem | null> {
    if (kinds.length === 0) return null;

    const life = this.#life;
    try {
      const tracks = await this.#capture.open(this.#constraintsFor(kinds));
      if (life !== this.#life) {
        for (const track of tracks) track.stop();
        return 'unknown';
      }
      for (const track of tracks) this.#keep(track, sounding);
      await this.#listDevices();
      return null;
    } catch (error) {
      const problem = problemOf(error, this.#isSecure());
      if (life === this.#life) for (const kind of kinds) this.#lose(kind, problem);
      return problem;
    }
  }

  #constraintsFor(kinds: readonly Kind[]): MediaStreamConstraints {
    const { facing } = this.getState();
    return {
      video: kinds.includes('camera') && cameraConstraints({ id: this.#chosen.camera, facing }),
      audio: kinds.includes('microphone') && microphoneConstraints(this.#chosen.microphone),
    };
  }

  #keep(track: MediaStreamTrack, sounding: boolean): void {
    const kind = track.kind === 'video' ? 'camera' : 'microphone';
    this.getState()[kind]?.stop();
    this.#taken.delete(kind);
    if (kind === 'microphone') track.enabled = sounding;
    track.addEventListener('ended', () => this.#handleEnded(kind, track));
    track.addEventListener('mute', () => this.#tellInterrupted());
    track.addEventListener('unmute', () => this.#tellInterrupted());
    this.#store.set(
      kind === 'camera'
        ? { camera: track, cameraOn: true, cameraProblem: null }
        : { microphone: track, microphoneOn: sounding, microphoneProblem: null },
    );
    this.#tellInterrupted();
  }

  /** Ended from outside: the browser tells only of tracks that we did not stop. Tried once more without a tap; if that fails, the state asks for one. */
  #handleEnded(kind: Kind, track: MediaStreamTrack): void {
    if (this.getState()[kind] !== track) return;

    const sounding = this.getState().microphoneOn;
    this.#taken.set(kind, kind === 'camera' || sounding);
    this.#tellInterrupted();
    this.#chosen[kind] = null;
    void this.#inTurn(async () => {
      if (this.getState()[kind] !== track) return { ok: true };

      const problem = await this.#open([kind], sounding);
      const next = this.getState()[kind];
      if (next !== null && next !== track && isOther(track, next))
        this.#store.set({ replaced: { kind, by: next.label } });
      return answerOf(problem);
    });
  }

  readonly #isLive = (kind: Kind): boolean => this.getState()[kind]?.readyState === 'live';

  /** Whether it has to be opened to be there. One that was taken away is stopped first, since its device may be taken back only then. */
  #isMissing(kind: Kind): boolean {
    const isMissing = !isGiving(this.getState()[kind]);
    if (isMissing) this.getState()[kind]?.stop();

    return isMissing;
  }

  #sound(on: boolean): void {
    const { microphone } = this.getState();
    if (microphone !== null) microphone.enabled = on;
    if (this.#taken.has('microphone')) this.#taken.set('microphone', on);
    this.#store.set({ microphoneOn: on && (microphone !== null || this.#taken.has('microphone')) });
  }

  #close(kind: Kind): void {
    this.getState()[kind]?.stop();
    this.#lose(kind, null);
  }

  /** Taken by another app it is still what the person wants, and off only for as long as that has it; otherwise it is off. */
  #lose(kind: Kind, problem: CaptureProblem | null): void {
    if (problem !== 'inUse' && problem !== 'unknown') this.#taken.delete(kind);
    const on = this.#taken.get(kind) ?? false;
    this.#store.set(
      kind === 'camera'
        ? { camera: null, cameraOn: on, cameraProblem: problem }
        : { microphone: null, microphoneOn: on, microphoneProblem: problem },
    );
    this.#tellInterrupted();
  }

  #tellInterrupted(): void {
    this.#store.set({ interrupted: interruptionOf(this.#isTakenAway('camera'), this.#isTakenAway('microphone')) });
  }

  #isTakenAway(kind: Kind): boolean {
    const track = this.getState()[kind];
    return this.#taken.has(kind) || (track !== null && !isGiving(track));
  }

  async #listDevices(): Promise<void> {
    this.#stopWatching ??= this.#capture.watchDevices(() => void this.#handleReplugged());
    const devices = await this.#capture.devices().catch(() => null);
    if (devices !== null) this.#store.set(devices);
  }

  /** Some browsers let the track of a headset that is gone live on, silent. */
  async #handleReplugged(): Promise<void> {
    await this.#listDevices();
    const { camera, microphone, cameras, microphones } = this.getState();
    if (camera !== null && isUnplugged(camera, cameras)) this.#handleEnded('camera', camera);
    if (microphone !== null && isUnplugged(microphone, microphones)) this.#handleEnded('microphone', microphone);
  }
}

const answerOf = (problem: CaptureProblem | null): AcquireAnswer =>
  problem === null ? { ok: true } : { ok: false, problem };
