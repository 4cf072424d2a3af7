export type Facing = 'user' | 'environment';

/** 640×360 is what a phone's uplink carries and a face needs. */
const PICTURE = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24, max: 24 } } as const;

/** Which camera: one by its id, or the one that faces this way. Never blurred: a worker has to see the room as it is. */
export function cameraConstraints(from: {
  readonly id: string | null;
  readonly facing: Facing;
}): MediaTrackConstraints {
  const which = from.id === null ? { facingMode: { ideal: from.facing } } : { deviceId: { exact: from.id } };
  return { ...PICTURE, ...which, backgroundBlur: false };
}

/** Which microphone: one by its id, or the device's own choice. */
export function microphoneConstraints(id: string | null): MediaTrackConstraints {
  const which = id === null ? {} : { deviceId: { exact: id } };
  return { ...which, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
}
