import type { CaptureDevice, CaptureProblem } from './capture.ts';
import type { Facing } from './constraints.ts';

export type CaptureKind = 'camera' | 'microphone';
export type Interrupted = 'nothing' | CaptureKind | 'both';

/** A device that went away, such as a headset, and the one that was opened in its place. A new one each time, also when it says the same. */
interface Replaced {
  readonly kind: CaptureKind;
  /** What the new one is called; empty where the browser does not say. */
  readonly by: string;
}

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
  /** What the device took away while it was on, whether it gives nothing for a while or is gone: a phone call, another app, a pulled plug. See `takeBack`. */
  readonly interrupted: Interrupted;
  /** The last that was replaced without anybody's doing; null before. */
  readonly replaced: Replaced | null;
  readonly cameras: readonly CaptureDevice[];
  readonly microphones: readonly CaptureDevice[];
  readonly facing: Facing;
}

export const OFF: LocalMediaState = {
  asked: false,
  camera: null,
  microphone: null,
  cameraOn: false,
  microphoneOn: false,
  cameraProblem: null,
  microphoneProblem: null,
  interrupted: 'nothing',
  replaced: null,
  cameras: [],
  microphones: [],
  facing: 'user',
};

/** Whether a track gives what it is there for. */
export const isGiving = (track: MediaStreamTrack | null): boolean => track?.readyState === 'live' && !track.muted;

export function interruptionOf(camera: boolean, microphone: boolean): Interrupted {
  if (camera && microphone) return 'both';
  if (camera) return 'camera';
  return microphone ? 'microphone' : 'nothing';
}

/** Whether the second is another device than the first. What is called `default` says it only by its name. */
export const isOther = (one: MediaStreamTrack, other: MediaStreamTrack): boolean =>
  one.getSettings().deviceId !== other.getSettings().deviceId || one.label !== other.label;

/** Whether a track's device is no longer among those that there are; not when they, or it, have no ids to tell them by. */
export function isUnplugged(track: MediaStreamTrack | null, present: readonly CaptureDevice[]): boolean {
  const id = track?.getSettings().deviceId ?? '';
  const ids = present.map((device) => device.id).filter((known) => known !== '');

  return id !== '' && ids.length > 0 && !ids.includes(id);
}
