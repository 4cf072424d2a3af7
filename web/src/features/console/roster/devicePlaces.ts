import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { CompanionView, HostDeviceView, RoomView, RosterEntry } from '@doorstep/shared/visit/viewShape.ts';

/** Where a device stands that has a place: with a seat here or in another room, in the lobby, or with its link open and not yet in the lobby. */
export type Place = 'inside' | 'elsewhere' | 'door' | 'gettingReady';

/** Where each device is, by what the host sees of the room and of the lobby. */
export function placesOf({ people, console }: RoomView): (session: SessionId) => Place {
  const inside = new Set(people.flatMap(({ devices }) => devices.map(({ session }) => session)));
  const door = new Set(console?.lobby.map(({ session }) => session));
  const seated = new Set(console?.rooms.flatMap(({ devices }) => devices.map(({ session }) => session)));
  return (session) => {
    if (inside.has(session)) return 'inside';
    if (seated.has(session)) return 'elsewhere';

    return door.has(session) ? 'door' : 'gettingReady';
  };
}

/** [JOIN-5] Who sits beside a device, wherever it stands. */
export const besideOf = ({ console }: RoomView, session: SessionId): readonly CompanionView[] =>
  (console?.roster ?? []).flatMap(({ devices }) => devices).find((device) => device.session === session)?.beside ?? [];

export interface GettingReady {
  readonly person: RosterEntry;
  readonly device: HostDeviceView;
}

/** [JOIN-6] Devices of others that opened their link and have not knocked: theirs is the trouble that nobody else hears of. */
export function gettingReady(view: RoomView): readonly GettingReady[] {
  const placeOf = placesOf(view);
  return (view.console?.roster ?? [])
    .filter(({ participant }) => participant !== view.me.participant)
    .flatMap((person) => person.devices.map((device) => ({ person, device })))
    .filter(({ device }) => placeOf(device.session) === 'gettingReady');
}

/** [JOIN-6] Of whom nothing has been seen yet. */
export const missing = ({ console }: RoomView): readonly RosterEntry[] =>
  (console?.roster ?? []).filter(({ state }) => state === 'expected');
