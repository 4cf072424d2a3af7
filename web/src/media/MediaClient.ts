import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceCondition } from './condition/ConditionWatch.ts';

export interface RemoteStreams {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
}

/** How large a picture is shown, hence how much of it is worth receiving. */
export type WantedSize = 'large' | 'small' | 'hidden';

export interface MediaClientState extends DeviceCondition {
  /**
   * `prepared`: made ready at the door, nothing flows; `connected`: in the room; `recovering`: trying to get back, for as long as it takes;
   * `failed`: this browser cannot do it at all.
   */
  readonly phase: 'idle' | 'preparing' | 'prepared' | 'connected' | 'recovering' | 'failed';
  /** The seat whose sound and picture these are, as the view names it; null while they have none. */
  readonly seatedAt: Instant | null;
  /** Whether what the others say finds its way to this device just now; a moment without it is no deafness yet (`hears`). */
  readonly isReached: boolean;
  /** [SAFE-2] What this device itself encrypts with, whatever the server says of it; null while it has no key, or cannot. */
  readonly ownKey: string | null;
  /** What arrives from the room, by device. */
  readonly streams: ReadonlyMap<SessionId, RemoteStreams>;
}

/** This device's media in its visit. Follows the visit's view: ready at the door, in the room once seated, off when out. */
export interface MediaClient {
  getState(): MediaClientState;
  subscribe(listener: () => void): () => void;
  /** Fetches the media code and makes everything ready; call it once the person wants to join. */
  prepare(): void;
  setWanted(session: SessionId, size: WantedSize): void;
  /** Ends all media of this client. The camera and microphone stay with their owner. */
  close(): void;
}
