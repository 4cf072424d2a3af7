import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { DeviceView, RoomView, RosterState } from '@doorstep/shared/visit/viewShape.ts';
import { inRoleOrder } from './roleOrder.ts';

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
  readonly devices: readonly (DeviceView & { readonly isSecond: boolean })[];
}

const isAway = (devices: readonly DeviceView[]): boolean =>
  devices.every(({ connection }) => connection === 'reconnecting');

const fromRoom = ({ people }: RoomView): readonly RosterLine[] =>
  people.map(({ identity, devices, ...person }) => ({
    ...person,
    known: identity === 'signedIn' ? 'signsIn' : 'link',
    state: isAway(devices) ? 'reconnecting' : 'here',
    since: null,
    addedLate: false,
    quickExit: false,
    devices: devices.map((device) => ({ ...device, isSecond: false })),
  }));

/** [ROST-1] [ROST-2] Who is to be listed, family first. Nobody but the host learns of people outside the room. */
export function rosterLines(view: RoomView): readonly RosterLine[] {
  if (view.console === null) return inRoleOrder(fromRoom(view));
  return inRoleOrder(
    view.console.roster.map(({ joinsBy, invitation, devices, ...person }) => ({
      ...person,
      known: joinsBy,
      devices: devices.map((device) => ({ ...device, isSecond: device.arrival === 'second' })),
    })),
  );
}
