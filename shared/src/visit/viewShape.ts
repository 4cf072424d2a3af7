import type { CommandType } from './commands.ts';
import type { Instant, InvitationId, ParticipantId, RoomId, SessionId } from './ids.ts';
import type { Identity, Role } from './people.ts';
import type { Phase, Plan, VisitKind } from './plan/state.ts';
import type { DeviceKind, Switch } from './presence/state.ts';
import type { RefusalCode } from './refusals.ts';

/**
 * What the recipient may do now: `type` for commands without a target, `type:target` for those with one.
 * A key that is missing means that the recipient has no business with it; the server refuses such a command.
 */
export type CanKey = CommandType | `${CommandType}:${string}`;
export type Can = Readonly<Partial<Record<CanKey, 'yes' | RefusalCode>>>;

/** One device of a person who is in the recipient's room. The id serves to match media to a tile and grants nothing. */
export interface DeviceView {
  readonly session: SessionId;
  readonly device: DeviceKind;
  readonly microphone: Switch;
  readonly camera: Switch;
  readonly connection: 'connected' | 'reconnecting';
}

/** A person in the recipient's room (ROST-1: whoever has a connection to the room's media is here). */
export interface PersonView {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly identity: Identity;
  readonly devices: readonly DeviceView[];
}

/** The recipient, as they see themselves. */
export interface MeView {
  readonly participant: ParticipantId;
  /** Null only outside the visit (planning pages). */
  readonly session: SessionId | null;
  readonly name: string;
  readonly role: Role;
  readonly microphone: Switch;
  readonly camera: Switch;
}

/** A professional as an invitation names them: by name and role, from the plan, never from what is happening in the room. */
export interface InviterView {
  readonly name: string;
  readonly role: Role;
}

/** One device that waits to be let in (JOIN-3, JOIN-7). */
export interface LobbyEntry {
  readonly session: SessionId;
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly device: DeviceKind;
  readonly arrival: 'first' | 'again' | 'second';
  readonly since: Instant;
  readonly connection: 'connected' | 'reconnecting';
  /** A device of this link was refused already: refusing again closes the link. */
  readonly deniedBefore: boolean;
}

/** ROST-2. `checking`: opened the link, not yet knocked, and `expected` again when it went silent for as long as a place is kept; `away`: has a seat, connection lost. */
export type RosterState = 'expected' | 'checking' | 'waiting' | 'here' | 'away' | 'left' | 'removed';

/** A link as the host sees it: never what opens it. */
export interface InvitationView {
  readonly id: InvitationId;
  readonly sent: boolean;
  readonly opened: boolean;
  readonly revoked: boolean;
  readonly expiresAt: Instant;
}

/** One person of the plan (ROST-1, ROST-2). */
export interface RosterEntry {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  /** `signsIn` for staff, who need no link. */
  readonly joinsBy: 'signsIn' | 'link';
  readonly state: RosterState;
  /** When that state began; null while expected. */
  readonly since: Instant | null;
  /** Not in the plan when the visit started. */
  readonly addedLate: boolean;
  readonly quickExit: boolean;
  readonly devices: readonly (DeviceView & { readonly arrival: 'first' | 'again' | 'second' })[];
  /** The person's newest link. */
  readonly invitation: InvitationView | null;
}

/** What only the host sees. */
export interface ConsoleView {
  readonly roster: readonly RosterEntry[];
  readonly lobby: readonly LobbyEntry[];
}

/** Before and around the visit, for its professionals. */
export interface PreparingView {
  readonly screen: 'preparing';
  readonly plan: Plan;
  readonly phase: Phase;
  readonly me: MeView;
  readonly console: ConsoleView | null;
  readonly can: Can;
}

/** At the door, for a device that nobody has admitted (JOIN-3): nothing here changes with what happens in the visit, until it is over. */
export interface DoorView {
  readonly screen: 'arriving' | 'waiting';
  readonly me: { readonly name: string; readonly role: Role; readonly microphone: Switch; readonly camera: Switch };
  readonly invitedBy: InviterView;
  /** Professionals named in the plan before the visit started, beside the host. */
  readonly alsoExpected: readonly InviterView[];
  readonly kind: VisitKind;
  readonly scheduledFor: Instant;
  readonly lengthMinutes: number;
  readonly can: Can;
}

/** In a room. */
export interface RoomView {
  readonly screen: 'room';
  readonly room: { readonly id: RoomId; readonly kind: 'main' | 'private' };
  readonly kind: VisitKind;
  readonly startedAt: Instant;
  readonly lengthMinutes: number;
  /** For professionals; null on family screens. */
  readonly purpose: string | null;
  readonly me: MeView & { readonly session: SessionId };
  /** Everyone in this room, oneself included. */
  readonly people: readonly PersonView[];
  readonly console: ConsoleView | null;
  readonly can: Can;
}

/** Out of the visit. `words` are the host's own at the end; null otherwise. */
export interface OutView {
  readonly screen: 'out';
  readonly why: 'left' | 'denied' | 'removed' | 'seatLost' | 'ended' | 'linkClosed';
  readonly words: string | null;
  readonly me: { readonly name: string; readonly role: Role };
  readonly can: Can;
}

/** The only shape of a visit that leaves the server. */
export type VisitView = PreparingView | DoorView | RoomView | OutView;
