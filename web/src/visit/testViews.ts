import type { DoorView } from '@doorstep/shared/visit/doorViewShape.ts';
import type { Instant, ParticipantId, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomOverview } from '@doorstep/shared/visit/roomViewShape.ts';
import type { CaseId } from '@doorstep/shared/visit/unknown/state.ts';
import type {
  ChairView,
  ConsoleView,
  DeviceView,
  HostDeviceView,
  LobbyEntry,
  MatterView,
  PersonView,
  RoomView,
  RosterEntry,
} from '@doorstep/shared/visit/viewShape.ts';

/** When everybody took their seat. */
export const SEATED_AT = 1_000 as Instant;

/** Views as the server sends them when nothing is out of the ordinary; a test names what is. */
export const aDevice = (session: string, change: Partial<DeviceView> = {}): DeviceView => ({
  session: session as SessionId,
  device: 'phone',
  microphone: 'on',
  camera: 'on',
  connection: 'connected',
  interruption: 'none',
  hears: 'yes',
  pictureHeld: false,
  beside: [],
  protection: { key: null, is: 'notYet' },
  ...change,
});

export const aPerson = (name: string, change: Partial<PersonView> = {}): PersonView => ({
  participant: name as ParticipantId,
  name,
  role: 'parent',
  relationship: '',
  identity: 'ownLink',
  introduced: 'notYet',
  pinned: change.role === undefined || change.role === 'parent' || change.role === 'child',
  devices: [aDevice(`${name}-phone`)],
  ...change,
});

export const me = (name: string, change: Partial<RoomView['me']> = {}): RoomView['me'] => ({
  participant: name as ParticipantId,
  session: `${name}-phone` as SessionId,
  name,
  role: 'child',
  microphone: 'on',
  camera: 'on',
  pictureHeld: 'no',
  spotlight: 'whoSpeaks',
  household: null,
  protection: { key: null, is: 'notYet' },
  asked: { whoIsWithYou: false, introduce: false, seeAndHear: false, alone: false },
  help: { hint: null, asked: null },
  ...change,
});

export const aRoom = (change: Partial<RoomView> = {}): RoomView => ({
  screen: 'room',
  room: { id: 'main' as RoomId, kind: 'main', since: SEATED_AT, mark: null, heldSince: null, cover: null, words: null },
  protection: { is: 'everyone', checkedAt: null, number: null },
  elsewhere: [],
  gone: [],
  invitedTo: null,
  alone: null,
  familyWaits: [],
  kind: 'homeVisit',
  startedAt: 0 as Instant,
  lengthMinutes: 30,
  purpose: null,
  me: me('Mia'),
  people: [],
  console: null,
  chair: null,
  staff: null,
  can: {},
  ...change,
});

export const aDoor = (screen: DoorView['screen'], change: Partial<DoorView> = {}): DoorView => ({
  screen,
  me: {
    name: 'Mia',
    role: 'child',
    microphone: 'on',
    camera: 'on',
    household: null,
    askedWhoIsWithYou: false,
    help: { hint: null, asked: null },
    protection: { key: null, is: 'notYet' },
  },
  invitedBy: { name: 'Sam', role: 'host' },
  alsoExpected: [],
  kind: 'homeVisit',
  scheduledFor: 0 as Instant,
  lengthMinutes: 30,
  can: {},
  ...change,
});

export const aHostDevice = (session: string, change: Partial<HostDeviceView> = {}): HostDeviceView => ({
  ...aDevice(session),
  arrival: 'first',
  blur: 'notKnown',
  cameraKind: 'notKnown',
  check: null,
  help: { hint: null, asked: null },
  saidWho: 'notSaid',
  senses: null,
  sight: null,
  unexpected: false,
  ...change,
});

export const aRosterEntry = (name: string, change: Partial<RosterEntry> = {}): RosterEntry => ({
  participant: name as ParticipantId,
  name,
  role: 'parent',
  relationship: '',
  speech: 'speaks',
  helps: null,
  keptApart: null,
  isStranger: false,
  observed: null,
  joinsBy: 'link',
  state: 'expected',
  since: null,
  addedLate: false,
  quickExit: false,
  introduced: 'notYet',
  asks: null,
  devices: [],
  invitation: null,
  ...change,
});

export const aLobbyEntry = (name: string, change: Partial<LobbyEntry> = {}): LobbyEntry => ({
  session: `${name}-phone` as SessionId,
  participant: name as ParticipantId,
  name,
  role: 'parent',
  relationship: '',
  device: 'phone',
  arrival: 'first',
  since: 0 as Instant,
  connection: 'connected',
  check: null,
  help: { hint: null, asked: null },
  saidWho: 'notSaid',
  protection: 'notYet',
  deniedBefore: false,
  ...change,
});

export const aConsole = (change: Partial<ConsoleView> = {}): ConsoleView => ({
  roster: [],
  lobby: [],
  unknowns: [],
  scheduledFor: 0 as Instant,
  lateFrom: 0 as Instant,
  calledOn: [],
  rooms: [],
  usuallyTold: 'away',
  ...change,
});

/** A private room as the host sees it, or with a home and no mark one of several main rooms. */
export const aRoomOf = (id: string, change: Partial<RoomOverview> = {}): RoomOverview => ({
  id: id as RoomId,
  kind: change.mark == null ? 'main' : 'private',
  mark: null,
  told: 'away',
  begunAt: null,
  heldSince: null,
  cover: null,
  home: [],
  devices: [],
  endedAt: null,
  invited: [],
  sensesAskedAt: null,
  ...change,
});

/** Somebody's device in a room. */
export const sitting = (session: string, participant: string): RoomOverview['devices'][number] => ({
  session: session as SessionId,
  participant: participant as ParticipantId,
  since: 0 as Instant,
  saidAlone: null,
});
export const aChair = (change: Partial<ChairView> = {}): ChairView => ({ unknowns: [], senses: null, ...change });

/** A second device knocked with this person's link. */
export const anUnknown = (whose: string, change: Partial<MatterView> = {}): MatterView => ({
  id: `${whose}-case` as CaseId,
  about: { is: 'device', session: `${whose}-tablet` as SessionId, participant: whose as ParticipantId },
  why: 'anotherDevice',
  by: null,
  state: 'noticed',
  open: true,
  steps: [{ to: 'noticed', at: 0 as Instant, words: '' }],
  whose,
  device: 'tablet',
  noticedBy: null,
  place: { is: 'gone' },
  ...change,
});
