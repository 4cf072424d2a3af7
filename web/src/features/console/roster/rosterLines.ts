import type { ParticipantId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Observed } from '@doorstep/shared/visit/observation/state.ts';
import type { Role, Speech } from '@doorstep/shared/visit/people.ts';
import type { AloneView } from '@doorstep/shared/visit/roomViewShape.ts';
import type {
  CompanionView,
  DeviceView,
  HostDeviceView,
  Introduced,
  RoomView,
  RosterState,
} from '@doorstep/shared/visit/viewShape.ts';
import { inRoleOrder } from '../roleOrder.ts';
import { nameOfRoomOf } from '../rooms/roomNames.ts';
import { type Place, placesOf } from './devicePlaces.ts';

/** One device of a line. What only the host may know of it is null for everybody else. */
export interface LineDevice {
  readonly seen: DeviceView;
  readonly told: HostDeviceView | null;
  readonly place: Place;
  /** [PRIV-9] The name of the room that it is in, where that is another than one’s own. */
  readonly room: string | null;
  /** [PRIV-8] What its holder said of being alone in this private room, for its professionals; null elsewhere. */
  readonly alone: Pick<AloneView, 'isAsked' | 'said'> | null;
}

/** One person of the side panel, for the host from the whole roster, for others from those in the room. */
export interface RosterLine {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly known: 'signsIn' | 'link';
  readonly state: RosterState;
  readonly since: number | null;
  readonly addedLate: boolean;
  readonly quickExit: boolean;
  readonly introduced: Introduced;
  readonly speech: Speech;
  readonly observed: Observed | null;
  readonly devices: readonly LineDevice[];
}

/** As the server tells it to the host: away and lost only when no device of theirs is still with us. */
function stateOf(devices: readonly DeviceView[]): RosterState {
  const connected = devices.filter(({ connection }) => connection === 'connected');
  if (connected.length === 0) return 'reconnecting';
  return connected.every(({ interruption }) => interruption === 'hidden') ? 'away' : 'here';
}

const fromRoom = ({ people, alone }: RoomView): readonly RosterLine[] =>
  people.map(({ identity, devices, pinned, ...person }) => ({
    ...person,
    known: identity === 'signedIn' ? 'signsIn' : 'link',
    state: stateOf(devices),
    since: null,
    addedLate: false,
    quickExit: false,
    speech: 'speaks',
    observed: null,
    devices: devices.map((seen) => ({
      seen,
      told: null,
      place: 'inside',
      room: null,
      alone: aloneOf(alone, seen.session),
    })),
  }));

/** [ROST-1] [ROST-2] Who is to be listed, family first. Nobody but the host learns of people outside the room. */
export function rosterLines(view: RoomView): readonly RosterLine[] {
  const { console } = view;
  if (console === null) return inRoleOrder(fromRoom(view));
  const placeOf = placesOf(view);
  return inRoleOrder(
    console.roster.map(({ joinsBy, invitation, devices, ...person }) => ({
      ...person,
      known: joinsBy,
      devices: devices.map((told) => ({
        seen: told,
        told,
        place: placeOf(told.session),
        room: placeOf(told.session) === 'elsewhere' ? nameOfRoomOf(console, told.session) : null,
        alone: aloneOf(view.alone, told.session),
      })),
    })),
  );
}

const aloneOf = (alone: RoomView['alone'], session: SessionId): LineDevice['alone'] =>
  alone?.find((one) => one.session === session) ?? null;

const INSIDE: readonly RosterState[] = ['here', 'away', 'reconnecting'];

/** Whether somebody has a seat. */
export const isInside = ({ state }: Pick<RosterLine, 'state'>): boolean => INSIDE.includes(state);

/** [JOIN-5] Everybody beside a person's devices that are inside: a device at the door, which may be anybody's, speaks for itself there. */
export const besideOf = ({ devices }: RosterLine): readonly CompanionView[] =>
  devices.flatMap(({ seen, place }) => (place === 'inside' || place === 'elsewhere' ? seen.beside : []));

/** [ROST-3] Whether the introductions have begun: before, that somebody is not introduced says nothing. */
export const isIntroducing = (lines: readonly RosterLine[]): boolean =>
  lines.some(
    (line) => line.introduced !== 'notYet' || besideOf(line).some(({ introduced }) => introduced !== 'notYet'),
  );
