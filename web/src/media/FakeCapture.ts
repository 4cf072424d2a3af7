import type { Capture, CaptureDevices } from './capture.ts';

/** A track as a camera or microphone gives it, under a test's control. */
export class FakeTrack extends EventTarget implements MediaStreamTrack {
  readonly kind: 'audio' | 'video';
  readonly id: string;
  label = '';
  readonly isolated = false;
  contentHint = '';
  enabled = true;
  muted = false;
  readyState: MediaStreamTrackState = 'live';
  onended = null;
  onmute = null;
  onunmute = null;
  /** As the browser tells them. */
  settings: MediaTrackSettings;
  capabilities: MediaTrackCapabilities = {};
  readonly #constraints: MediaTrackConstraints;

  constructor(kind: 'audio' | 'video', id: string, constraints: MediaTrackConstraints = {}) {
    super();
    this.kind = kind;
    this.id = id;
    this.#constraints = constraints;
    const { deviceId } = constraints;
    this.settings = typeof deviceId === 'object' && 'exact' in deviceId ? { deviceId: String(deviceId.exact) } : {};
  }

  /** The person turns something on or off in the system, such as a blurred background. */
  configure(settings: MediaTrackSettings, capabilities: MediaTrackCapabilities = this.capabilities): void {
    this.settings = settings;
    this.capabilities = capabilities;
    this.dispatchEvent(new Event('configurationchange'));
  }

  /** As browsers do, tells nobody: only what was ended from outside is told. */
  stop(): void {
    this.readyState = 'ended';
  }

  /** The device is unplugged, or another app has taken it. */
  endFromOutside(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  /** The device gives nothing for a while, such as during a phone call. */
  setMuted(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  getConstraints(): MediaTrackConstraints {
    return this.#constraints;
  }

  async applyConstraints(): Promise<void> {}

  clone(): FakeTrack {
    return new FakeTrack(this.kind, `${this.id}-clone`, this.#constraints);
  }

  getCapabilities(): MediaTrackCapabilities {
    return this.capabilities;
  }

  getSettings(): MediaTrackSettings {
    return this.settings;
  }
}

const named = (name: string): Error => Object.assign(new Error(name), { name });

/** A device with one camera and one microphone, unless a test takes them away. */
export class FakeCapture implements Capture {
  readonly asked: MediaStreamConstraints[] = [];
  readonly tracks: FakeTrack[] = [];
  /** What asking for a kind is refused with, by the names of `getUserMedia`. */
  readonly refusals = new Map<'audio' | 'video', string>();
  present: CaptureDevices = { cameras: [{ id: 'front', name: '' }], microphones: [{ id: 'built-in', name: '' }] };
  /** Whether the system blurs the room behind whoever turns a camera on from now on. */
  blurs = false;
  readonly #watchers = new Set<() => void>();
  #gate: Promise<void> = Promise.resolve();

  async open(constraints: MediaStreamConstraints): Promise<readonly MediaStreamTrack[]> {
    this.asked.push(constraints);
    await this.#gate;
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
    for (const kind of kinds) {
      const refusal = this.refusals.get(kind);
      if (refusal !== undefined) throw named(refusal);
    }
    const opened = kinds.map((kind) => this.#track(kind, constraints[kind]));
    this.tracks.push(...opened);
    return opened;
  }

  async devices(): Promise<CaptureDevices> {
    return this.present;
  }

  watchDevices(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => {
      this.#watchers.delete(listener);
    };
  }

  /** Something is plugged in or out. */
  replug(present: CaptureDevices): void {
    this.present = present;
    for (const watcher of this.#watchers) watcher();
  }

  /** The person takes their time with the browser's question; returns how they answer it. */
  hold(): () => void {
    let letGo = () => {};
    this.#gate = new Promise((resolve) => {
      letGo = resolve;
    });
    return letGo;
  }

  get live(): readonly FakeTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  #track(kind: 'audio' | 'video', constraints: MediaStreamConstraints['audio']): FakeTrack {
    const wanted = typeof constraints === 'object' ? constraints : {};
    const track = new FakeTrack(kind, `${kind}-${this.tracks.length + 1}`, wanted);
    if (kind === 'video' && this.blurs) track.configure({ backgroundBlur: true }, { backgroundBlur: [true, false] });

    return track;
  }
}
