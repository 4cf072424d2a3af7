import { Store } from '../visit/store.ts';
import { browserCapture, type Capture, type CaptureDevice, type CaptureProblem, problemOf } from './capture.ts';
import { cameraConstraints, type Facing, microphoneConstraints } from './constraints.ts';

export type AcquireAnswer = { readonly ok: true } | { readonly ok: false; readonly problem: CaptureProblem };
export type Interrupted = 'nothing' | 'camera' | 'microphone' | 'both';

export interface LocalMediaState {
  /** True once the person has been asked: until then, "off" says nothing about what they want. */
  readonly asked: boolean;
  /** Null while off: the camera itself is then off, and its light out. */
  readonly camera: MediaStreamTrack | null;
  /** Kept while muted, disabled, so that speaking again needs no new permission. */
  readonly microphone: MediaStreamTrack | null;
  readonly cameraOn: boolean;
  readonly microphoneOn: boolean;
  /** Why it is off although it was asked for. */
  readonly cameraProblem: CaptureProblem | null;
  readonly microphoneProblem: CaptureProblem | null;
  /** What is on but silent or frozen because the device took it away: a phone call, another app, a pulled plug. */
  readonly interrupted: Interrupted;
  readonly cameras: readonly CaptureDevice[];
  readonly microphones: readonly CaptureDevice[];
  readonly facing: Facing;
}

/** What to ask for; both, sounding, unless told otherwise. `muted`: opened, but silent from the start. */
export interface Wanted {
  readonly camera?: boolean;
  readonly microphone?: boolean | 'muted';
}

type Kind = 'camera' | 'microphone';

/** What was asked for is not wanted any more: everything was stopped in between. */
const STOPPED: AcquireAnswer = { ok: false, problem: 'unknown' };

const OFF: LocalMediaState = {
  asked: false,
  camera: null,
  microphone: null,
  cameraOn: false,
  microphoneOn: false,
  cameraProblem: null,
  microphoneProblem: null,
  interrupted: 'nothing',
  cameras: [],
  microphones: [],
  facing: 'user',
};

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
   * Turns on what is wanted and not on yet, asking the person where the browser has to; call it from their tap. With a camera or microphone missing or in
   * use by another app it goes on with the other alone, and the state says what is wrong; the answer is a no only when there is neither.
   */
  acquire({ camera = true, microphone = true }: Wanted = {}): Promise<AcquireAnswer> {
    return this.#inTurn(async () => {
      const wanted = [...(camera ? ['camera' as const] : []), ...(microphone ? ['microphone' as const] : [])];
      const missing = wanted.filter((kind) => !this.#isLive(kind));
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
      if (this.#isLive('camera')) return { ok: true };
      return answerOf(await this.#open(['camera']));
    });
  }

  /** Off silences the track at once and keeps it; on lets it sound again, opening one if there is none. Answers as `acquire`. */
  setMicrophone(on: boolean): Promise<AcquireAnswer> {
    this.#sound(on && this.#isLive('microphone'));
    return this.#inTurn(async () => {
      const live = this.#isLive('microphone');
      if (!on || live) {
        this.#sound(on);
        return { ok: true };
      }
      return answerOf(await this.#open(['microphone']));
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
    this.#tellInterrupted();
    this.#chosen[kind] = null;
    void this.#inTurn(async () => {
      return this.getState()[kind] === track ? answerOf(await this.#open([kind], sounding)) : { ok: true };
    });
  }

  #isLive(kind: Kind): boolean {
    return this.getState()[kind]?.readyState === 'live';
  }

  #sound(on: boolean): void {
    const { microphone } = this.getState();
    if (microphone !== null) microphone.enabled = on;
    this.#store.set({ microphoneOn: on && microphone !== null });
  }

  #close(kind: Kind): void {
    this.getState()[kind]?.stop();
    this.#lose(kind, null);
  }

  #lose(kind: Kind, problem: CaptureProblem | null): void {
    this.#store.set(
      kind === 'camera'
        ? { camera: null, cameraOn: false, cameraProblem: problem }
        : { microphone: null, microphoneOn: false, microphoneProblem: problem },
    );
    this.#tellInterrupted();
  }

  #tellInterrupted(): void {
    const { camera, microphone } = this.getState();
    this.#store.set({ interrupted: interruptionOf(isTakenAway(camera), isTakenAway(microphone)) });
  }

  async #listDevices(): Promise<void> {
    this.#stopWatching ??= this.#capture.watchDevices(() => void this.#listDevices());
    const devices = await this.#capture.devices().catch(() => null);
    if (devices !== null) this.#store.set(devices);
  }
}

const isTakenAway = (track: MediaStreamTrack | null): boolean =>
  track !== null && (track.muted || track.readyState === 'ended');

function interruptionOf(camera: boolean, microphone: boolean): Interrupted {
  if (camera && microphone) return 'both';
  if (camera) return 'camera';
  return microphone ? 'microphone' : 'nothing';
}

const answerOf = (problem: CaptureProblem | null): AcquireAnswer =>
  problem === null ? { ok: true } : { ok: false, problem };
