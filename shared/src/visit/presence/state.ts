import type { Instant, InvitationId, ParticipantId, RoomId, SessionId } from '../ids.ts';
import type { Identity } from '../people.ts';

/**
 * Where a device stands.
 * `arriving`: opened the link, checking camera and microphone; `absent`: silent for longer than a place is kept before it knocked, and
 * `arriving` again as soon as it is heard from; `waiting`: knocked, in the lobby; `seated`: admitted, in a room;
 * `left`, `denied`, `removed`, `seatLost` (silent for longer than a seat is kept): out, and back only through the lobby.
 */
export type Standing =
  | { readonly is: 'arriving'; readonly since: Instant }
  | { readonly is: 'absent' }
  | { readonly is: 'waiting'; readonly since: Instant }
  | { readonly is: 'seated'; readonly room: RoomId; readonly since: Instant }
  | { readonly is: 'left'; readonly at: Instant; readonly quickly: boolean; readonly from: LeftFrom }
  | { readonly is: 'denied'; readonly at: Instant }
  | { readonly is: 'removed'; readonly at: Instant; readonly from: LeftFrom }
  | { readonly is: 'seatLost'; readonly at: Instant; readonly from: LeftFrom };

/** The room in which a device sat when it went out of the visit; null when it had no seat. */
type LeftFrom = RoomId | null;

/** Whether the device can be reached now. Never part of who may be in a room: a seat outlives a lost connection (SAFE-5). */
export type Connection =
  | { readonly is: 'connected'; readonly since: Instant }
  | { readonly is: 'lost'; readonly since: Instant };

export type Switch = 'on' | 'off';

/** What sort of device it is, in the words of the roster; told by the device, therefore never trusted for more than display. */
export type DeviceKind = 'phone' | 'tablet' | 'computer' | 'unknown';

/** One device of one person in one visit. */
export interface Session {
  readonly id: SessionId;
  readonly participant: ParticipantId;
  readonly invitation: InvitationId | null;
  readonly identity: Identity;
  readonly device: DeviceKind;
  /** `first`: the first device of its link; `again`: after every earlier device of that link had left; `second`: while an earlier one still had its place. */
  readonly arrival: 'first' | 'again' | 'second';
  readonly openedAt: Instant;
  readonly standing: Standing;
  /** How often this device has knocked. */
  readonly knocks: number;
  readonly connection: Connection;
  /** The person's own choice; nobody else's (FLOOR-2). Survives reload and restart. */
  readonly microphone: Switch;
  readonly camera: Switch;
}
