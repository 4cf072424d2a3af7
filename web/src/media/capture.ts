/** Why the camera or the microphone cannot be had. */
export type CaptureProblem = 'refused' | 'noDevice' | 'inUse' | 'insecure' | 'unsupported' | 'unknown';

export interface CaptureDevice {
  readonly id: string;
  /** As the operating system names it; empty until the person has allowed one. */
  readonly name: string;
}

export interface CaptureDevices {
  readonly cameras: readonly CaptureDevice[];
  readonly microphones: readonly CaptureDevice[];
}

/** The device's cameras and microphones. */
export interface Capture {
  /** Asks for all that is named at once; rejects as `getUserMedia` does. */
  open(constraints: MediaStreamConstraints): Promise<readonly MediaStreamTrack[]>;
  devices(): Promise<CaptureDevices>;
  /** Calls `listener` when something is plugged in or out, until the returned function is called. */
  watchDevices(listener: () => void): () => void;
}

/** The browser's own. Throws `TypeError` where there is none: an insecure page or a view inside another app. */
export const browserCapture: Capture = {
  open: async (constraints) => (await navigator.mediaDevices.getUserMedia(constraints)).getTracks(),
  devices: async () => {
    const all = await navigator.mediaDevices.enumerateDevices();
    const named = (kind: MediaDeviceKind) =>
      all.filter((device) => device.kind === kind).map(({ deviceId, label }) => ({ id: deviceId, name: label }));
    return { cameras: named('videoinput'), microphones: named('audioinput') };
  },
  watchDevices: (listener) => {
    const { mediaDevices } = navigator;
    mediaDevices.addEventListener('devicechange', listener);
    return () => mediaDevices.removeEventListener('devicechange', listener);
  },
};

/** What a rejection of `getUserMedia` means (Media Capture and Streams, 10.2). */
export function problemOf(error: unknown, secure: boolean): CaptureProblem {
  if (!secure) return 'insecure';
  if (error instanceof TypeError) return 'unsupported';

  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'noDevice';
    case 'NotReadableError':
    case 'AbortError':
      return 'inUse';
    default:
      return 'unknown';
  }
}
