import type { Instant, Millis, ParticipantId, RoomId, SessionId } from '../ids.ts';

/** What one device has said of encrypting end to end, and what the host said to it. */
export interface Protection {
  /** Its public key: a raw P-256 point, base64url without padding, 87 characters. Null when the device cannot encrypt. Opaque to the server. */
  readonly key: string | null;
  /**
   * For which rooms the host accepted that this device is not protected, and when. Each room has its own people, and what is said there was
   * not known when another was spoken of. Empty for a device with a key.
   */
  readonly accepted: ReadonlyMap<RoomId, Instant>;
}

/** A device that has said nothing yet is not in it. */
export type Protections = ReadonlyMap<SessionId, Protection>;

/** One device as a screen shows it to be compared: with its public key, or with none. */
export interface ShownKey {
  readonly session: SessionId;
  readonly key: string | null;
}

/** How long after taking its seat a device may be without a key before nobody counts on it; a device that has one says it in its first breath. */
export const KEY_AWAITED: Millis = 10_000;

/** What everybody in a room saw the same of when they compared: the keys of those who sat in it then, null for none. */
export interface Comparison {
  readonly at: Instant;
  readonly by: ParticipantId;
  /** That the pictures were made with; null in logs of before there were numbers. */
  readonly number: string | null;
  readonly keys: ReadonlyMap<SessionId, string | null>;
}

/** The newest of each room. */
export type Comparisons = ReadonlyMap<RoomId, Comparison>;

/** The number of whoever began last to read the pictures aloud, in each room. */
export type Readings = ReadonlyMap<RoomId, string>;

/**
 * `notYet`: the device has not said; nobody has a key for it, so it sees and hears nothing. `unprotected`: it cannot, and nothing of it or for
 * it is passed on. `unprotectedAccepted`: it cannot, and the host has accepted that
 * for the room it is in.
 */
export type ProtectedIs = 'protected' | 'notYet' | 'unprotected' | 'unprotectedAccepted';
