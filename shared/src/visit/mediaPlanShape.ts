import type { Instant, ParticipantId, RoomId, SessionId } from './ids.ts';

/** Whether a device's sound or picture goes through the SFU. `closed` is done at the SFU, whatever the device sends. */
export type Gate = 'open' | 'closed';

/** The order in which streams are kept when a link is too weak for all (SEE-2); 1 is dropped first, 255 last, mediasoup's consumer priority. */
export type Priority = number;

/** One device that has media in a room: unless it receives nothing, it hears and sees every other seat's open gates, except those of its own person's other devices. */
export interface Seat {
  readonly session: SessionId;
  readonly participant: ParticipantId;
  /** Since when it sits here: a name for this stay that tells nothing of other rooms. */
  readonly since: Instant;
  readonly audio: Gate;
  readonly video: Gate;
  /** False for a device that is given nothing of anybody, and no key (SAFE-2). */
  readonly receives: boolean;
  readonly audioPriority: Priority;
  readonly videoPriority: Priority;
}

/** One device at the door of a room. */
export interface Prepared {
  readonly session: SessionId;
  readonly participant: ParticipantId;
}

/** One room: who shares media in it, and who is made ready for it. */
export interface RoomPlan {
  readonly room: RoomId;
  readonly seats: readonly Seat[];
  /** Devices with a known link that are not admitted: their transports may be made ready in this room, nothing is produced or consumed on them. */
  readonly prepared: readonly Prepared[];
}

/** Who shares media with whom, derived from the visit alone. A device is in exactly one room. */
export interface MediaPlan {
  readonly rooms: readonly RoomPlan[];
}
