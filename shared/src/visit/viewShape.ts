import type { CheckReport, HelpAsked, HelpHint } from './checks/state.ts';
import type { CommandType } from './commands.ts';
import type { Blur, Condition, Interruption } from './condition/state.ts';
import type { DoorView } from './doorViewShape.ts';
import type { CompanionId } from './household/state.ts';
import type { Instant, ParticipantId, RoomId, SessionId } from './ids.ts';
import type { InvitationView } from './invitations/viewShape.ts';
import type { Observed } from './observation/state.ts';
import type { Identity, Role, Speech } from './people.ts';
import type { Phase, Plan, VisitKind } from './plan/state.ts';
import type { DeviceKind, Switch } from './presence/state.ts';
import type { ProtectedIs } from './protection/state.ts';
import type { DeviceProtection, RoomProtection } from './protection/viewShape.ts';
import type { RefusalCode } from './refusals.ts';
import type { Told } from './rooms/state.ts';
import type { AloneView, ElsewhereView, InvitedView, RoomHereView, RoomOverview } from './roomViewShape.ts';
import type { Introducible, SensesAnswer } from './rounds/state.ts';
import type { Against } from './separation/state.ts';
import type { Sight } from './sight/state.ts';
import type { UnknownCase } from './unknown/state.ts';

/**
 * What the recipient may do now: `type` for commands without a target, `type:target` for those with one.
 * A key that is missing means that the recipient has no business with it; the server refuses such a command.
 */
export type CanKey = CommandType | `${CommandType}:${string}`;
export type Can = Readonly<Partial<Record<CanKey, 'yes' | RefusalCode>>>;

/** [ROST-3] */
export type Introduced = 'notYet' | 'calledOn' | 'done';

/** Somebody beside a device, as its holder said (JOIN-5). */
export interface CompanionView {
  readonly companion: CompanionId;
  readonly name: string;
  readonly relationship: string;
  readonly introduced: Introduced;
}

/** One device of a person who is in the recipient's room. The id serves to match media to a tile and grants nothing. */
export interface DeviceView {
  readonly session: SessionId;
  readonly device: DeviceKind;
  readonly microphone: Switch;
  readonly camera: Switch;
  readonly connection: 'connected' | 'reconnecting';
  readonly interruption: Interruption;
  readonly hears: 'yes' | 'no';
  /** The server lets no picture of this device through although its camera is on: it is blurred, its holder cannot hear, or it is not protected. */
  readonly pictureHeld: boolean;
  readonly beside: readonly CompanionView[];
  readonly protection: DeviceProtection;
}

/** A person in the recipient's room (ROST-1: whoever has a connection to the room's media is here). */
export interface PersonView {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly identity: Identity;
  readonly introduced: Introduced;
  /** [SEE-1] Always in sight on this recipient's screen: child and parents, for professionals. */
  readonly pinned: boolean;
  readonly devices: readonly DeviceView[];
}

/** What was said to, and by, one device about help (JOIN-4, JOIN-6). */
export interface HelpView {
  readonly hint: HelpHint | null;
  readonly asked: HelpAsked | null;
}

/** [JOIN-5] Whether a device has said who is with it; `asked` while the host waits for an answer, whatever was said before. */
export type SaidWho = 'notSaid' | 'asked' | 'said';

/** Who sits beside one's own device, as one said; null until one has. */
export type OwnHousehold = readonly { readonly name: string; readonly relationship: string }[] | null;

/** The recipient, as they see themselves. */
export interface MeView {
  readonly participant: ParticipantId;
  /** Null only outside the visit (planning pages). */
  readonly session: SessionId | null;
  readonly name: string;
  readonly role: Role;
  readonly microphone: Switch;
  readonly camera: Switch;
  /** The server lets no picture of this device through although its camera is on, and why. */
  readonly pictureHeld: 'no' | 'blur' | 'cannotHear' | 'unprotected';
  /** Whom this screen shows large: whoever speaks or, for a child who does not speak yet, the host who calls (SEE-6). */
  readonly spotlight: 'whoSpeaks' | 'host';
  readonly household: OwnHousehold;
  readonly protection: DeviceProtection;
  /** What the visit is waiting for from this device. */
  readonly asked: {
    readonly whoIsWithYou: boolean;
    readonly introduce: boolean;
    readonly seeAndHear: boolean;
    /** [PRIV-8] Whether anybody else could hear, in a private room. */
    readonly alone: boolean;
  };
  readonly help: HelpView;
}

/** One device that waits to be let in (JOIN-3, JOIN-7). Who sits beside it stands on the roster. */
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
  /** [JOIN-4] What the device found out about itself; null until it has said. */
  readonly check: CheckReport | null;
  readonly help: HelpView;
  readonly saidWho: SaidWho;
  /** [SAFE-2] Whether it can encrypt, as it said. */
  readonly protection: ProtectedIs;
  /** A device of this link was refused already: refusing again closes the link. */
  readonly deniedBefore: boolean;
}

/**
 * ROST-2. `checking`: opened the link, not yet knocked, and `expected` again when it went silent for as long as a place is kept; `away`: has a seat, and another app in front or a locked screen;
 * `reconnecting`: has a seat, connection lost.
 */
export type RosterState = 'expected' | 'checking' | 'waiting' | 'here' | 'away' | 'reconnecting' | 'left' | 'removed';

/** One device as the host sees it, wherever it is. Its key is left out: that is for those in its room alone. */
export interface HostDeviceView extends DeviceView {
  readonly arrival: 'first' | 'again' | 'second';
  readonly blur: Blur;
  readonly cameraKind: Condition['camera'];
  readonly check: CheckReport | null;
  readonly help: HelpView;
  readonly saidWho: SaidWho;
  /** [ROST-4] This device's answer in the round under way; null while there is none. */
  readonly senses: SensesAnswer | null;
  /** [SEE-4] How the host's own screen shows it; null for somebody whom nobody watches, or not yet. */
  readonly sight: Sight | null;
  /** [UNK-1] An open matter is about this device. */
  readonly unexpected: boolean;
}

/** One person of the plan (ROST-1, ROST-2). */
export interface RosterEntry {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly speech: Speech;
  /** [PRIV-6] For whom an interpreter or supporter is there; null for everybody else. */
  readonly helps: ParticipantId | null;
  /** [PLAN-10] Whom they are kept apart from by an order of their own; null without one. */
  readonly keptApart: Against | null;
  /** [PLAN-10] Added after the start and kept from everyone who is protected, until the host vouches for them. */
  readonly isStranger: boolean;
  /** [SEE-6] What the host wrote of a child; null before the first time. */
  readonly observed: Observed | null;
  /** `signsIn` for staff, who need no link. */
  readonly joinsBy: 'signsIn' | 'link';
  readonly state: RosterState;
  /** When that state began; null while expected. */
  readonly since: Instant | null;
  /** Not in the plan when the visit started. */
  readonly addedLate: boolean;
  readonly quickExit: boolean;
  readonly introduced: Introduced;
  /** [JOIN-4] What this person asked for last and the host has not seen to, also from a device that has gone: whoever waits for a call closes the page. */
  readonly asks: { readonly session: SessionId; readonly what: HelpAsked } | null;
  readonly devices: readonly HostDeviceView[];
  /** The person's newest link. */
  readonly invitation: InvitationView | null;
}

/** [UNK-1] One matter as the host sees it, with the names for the ids in it, also of people and devices that have gone. Of many steps, the first and the latest. */
export interface UnknownView extends UnknownCase {
  /** Whose link or device it is about, or near; null for somebody seen or heard nobody knows where. */
  readonly whose: string | null;
  readonly device: DeviceKind | null;
  /** Null when the server noticed it. */
  readonly noticedBy: string | null;
}

/** Where the device is that a matter is about; `noDevice` for somebody seen or heard who has none. */
export type MatterPlace =
  /** `deniedBefore`: a device of this link was refused already; refusing again closes the link. */
  | { readonly is: 'door'; readonly deniedBefore: boolean }
  | { readonly is: 'inside'; readonly joinsBy: RosterEntry['joinsBy'] }
  | { readonly is: 'gone' }
  | { readonly is: 'noDevice' };

/** [UNK-1] A matter for whoever leads it. */
export interface MatterView extends UnknownView {
  readonly place: MatterPlace;
}

/** [PLAN-10] People who are kept apart from others, by name: it is to be read and kept in mind, nothing is done with it. */
export interface KeptApartView {
  readonly names: readonly string[];
  readonly from: readonly string[];
}

/** What every professional sees who signed in. */
export interface StaffView {
  /** Empty in a visit in which nobody is kept apart. */
  readonly keptApart: readonly KeptApartView[];
}

/** What the chair sees beside what every professional does: as much of the host's as the two lead together. */
export interface ChairView {
  /** [UNK-1] As the host has them, but for matters of the chair's own devices. */
  readonly unknowns: readonly MatterView[];
  /** [ROST-4] The round of seeing and hearing, of those in the same room; null outside a room, and before the first round. */
  readonly senses: {
    readonly askedAt: Instant;
    readonly answers: readonly (SensesAnswer & { readonly session: SessionId })[];
  } | null;
}

/** What only the host sees. */
export interface ConsoleView {
  readonly roster: readonly RosterEntry[];
  readonly lobby: readonly LobbyEntry[];
  /** [PRIV-9] The main room first, then every other. */
  readonly rooms: readonly RoomOverview[];
  /** [PRIV-4] What the authority has the others hear of a private room, unless the host says otherwise. */
  readonly usuallyTold: Told;
  /** [UNK-1] Every matter of somebody unknown, the open ones first. */
  readonly unknowns: readonly MatterView[];
  readonly scheduledFor: Instant;
  /** [JOIN-6] Who is not here by then is late: some minutes after the planned time. */
  readonly lateFrom: Instant;
  /** [ROST-3] Who is called on just now. */
  readonly calledOn: readonly Introducible[];
}

/** Before and around the visit, for its professionals. */
export interface PreparingView {
  readonly screen: 'preparing';
  readonly plan: Plan;
  readonly phase: Phase;
  readonly me: MeView;
  readonly console: ConsoleView | null;
  readonly chair: ChairView | null;
  /** Null for the family, and for whoever came by a link. */
  readonly staff: StaffView | null;
  readonly can: Can;
}

/** In a room. */
export interface RoomView {
  readonly screen: 'room';
  readonly room: RoomHereView;
  /** [SAFE-2] Whether everything here is for those in this room alone. */
  readonly protection: RoomProtection;
  /** People of one's own main room who are in a private room now, as far as it may be said (PRIV-4); empty in a private room. */
  readonly elsewhere: readonly ElsewhereView[];
  /** Who went out of the visit from this room and is not back. Of whoever else is not here any more nothing is to be said (PRIV-4). */
  readonly gone: readonly ParticipantId[];
  /** [PRIV-7] Where this device is asked to come; null while it is not. */
  readonly invitedTo: InvitedView | null;
  /** [PRIV-10] Rooms where family is held, for the professionals who can go there: the host to any, a colleague back to the main room. Empty for everybody else. */
  readonly familyWaits: readonly { readonly room: RoomId; readonly since: Instant }[];
  /** [PRIV-8] For professionals in a private room; null on every other screen. */
  readonly alone: readonly AloneView[] | null;
  readonly kind: VisitKind;
  /** [NOTE-2] For professionals; null on family screens, which would learn how long others have been seen. */
  readonly startedAt: Instant | null;
  readonly lengthMinutes: number;
  /** For professionals; null on family screens. */
  readonly purpose: string | null;
  readonly me: MeView & { readonly session: SessionId };
  /** Everyone in this room, oneself included. */
  readonly people: readonly PersonView[];
  readonly console: ConsoleView | null;
  readonly chair: ChairView | null;
  /** Null for the family, and for whoever came by a link. */
  readonly staff: StaffView | null;
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
