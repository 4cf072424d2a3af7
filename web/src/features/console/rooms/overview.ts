import type { SaidAlone } from '@doorstep/shared/visit/alone/state.ts';
import type { RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Role } from '@doorstep/shared/visit/people.ts';
import type { RoomOverview } from '@doorstep/shared/visit/roomViewShape.ts';
import type { ConsoleView, RoomView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { DEVICES } from '../../../content/people.ts';
import { ownRoomOf } from '../../../visit/ownRoom.ts';
import { inRoleOrder } from '../roleOrder.ts';
import { nameOfRoom } from './roomNames.ts';

/** One device in a room, as the host's panel says it. */
export interface Sitting {
  readonly session: SessionId;
  /** With the kind of device where the person has several. */
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  readonly isMe: boolean;
  readonly since: number;
  readonly saidAlone: SaidAlone | null;
  /** [PRIV-3] Why they are not there by sound or picture although they have their seat; null when they are. */
  readonly unreached: 'lost' | 'deaf' | null;
}

/** One room of the panel (PRIV-9). */
export interface RoomLine {
  readonly room: RoomOverview;
  readonly name: string;
  readonly isHere: boolean;
  readonly people: readonly Sitting[];
  /** Who has been asked to come and has not answered. */
  readonly invited: readonly string[];
}

const FAMILY: readonly Role[] = ['child', 'parent', 'householdMember', 'supporter', 'interpreter'];
export const isOfFamily = ({ role }: Pick<Sitting, 'role'>): boolean => FAMILY.includes(role);

/** A device by its person's name, with what it is where they have several. */
function nameOfDeviceOf(roster: readonly RosterEntry[], session: SessionId): string {
  const person = roster.find(({ devices }) => devices.some((device) => device.session === session));
  const device = person?.devices.find((one) => one.session === session);
  if (person === undefined || device === undefined) return '';

  return person.devices.length > 1 ? `${person.name} (${DEVICES[device.device].toLowerCase()})` : person.name;
}

function sittingIn({ roster }: ConsoleView, { devices }: RoomOverview, me: SessionId): readonly Sitting[] {
  return inRoleOrder(
    devices.flatMap(({ session, participant, since, saidAlone }) => {
      const person = roster.find((one) => one.participant === participant);
      if (person === undefined) return [];

      const { role, relationship } = person;
      const isMe = session === me;
      const name = nameOfDeviceOf(roster, session);
      const unreached = isMe ? null : unreachedOf(person, session);
      return [{ session, name, role, relationship, isMe, since, saidAlone, unreached }];
    }),
  );
}

function unreachedOf({ devices }: RosterEntry, session: SessionId): Sitting['unreached'] {
  const device = devices.find((one) => one.session === session);
  if (device?.connection === 'reconnecting') return 'lost';

  return device?.hears === 'no' ? 'deaf' : null;
}

/** [PRIV-9] Every room, the main ones first, with its people, since when, and who is awaited. */
export function roomLines(view: RoomView): readonly RoomLine[] {
  const { console, me } = view;
  if (console === null) return [];

  const own = ownRoomOf(view);
  return console.rooms.map((room) => ({
    room,
    name: nameOfRoom(console, room),
    isHere: room.id === own?.id,
    people: sittingIn(console, room, me.session),
    invited: room.invited.map((session) => nameOfDeviceOf(console.roster, session)),
  }));
}

/** [PRIV-10] Rooms where the family can neither be seen nor heard just now. */
export const heldLines = (view: RoomView): readonly RoomLine[] =>
  roomLines(view).filter(({ room, people }) => room.heldSince !== null && people.length > 0);

export interface Askable {
  readonly session: SessionId;
  readonly name: string;
  /** Why they cannot be asked; null when they can. */
  readonly refusal: Exclude<RoomView['can'][`room.invite:${string}`], undefined | 'yes'> | null;
}

/** [PRIV-7] Who could be asked to come to this room, this very device left out. */
export const askableFor = ({ can, console, me }: RoomView, room: RoomId): readonly Askable[] =>
  (console?.rooms ?? [])
    .flatMap(({ devices }) => devices)
    .flatMap(({ session }) => {
      const answer = can[`room.invite:${room}:${session}`];
      if (session === me.session || answer === undefined || answer === 'alreadyInside') return [];

      const name = nameOfDeviceOf(console?.roster ?? [], session);
      return [{ session, name, refusal: answer === 'yes' ? null : answer }];
    });
