import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Switch } from '@doorstep/shared/visit/presence/state.ts';
import type { DeviceView, PersonView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { partOf } from './part.ts';

/** One picture on the family's screen: a person, by one of their devices. */
export interface Tile {
  readonly session: SessionId;
  readonly name: string;
  /** What they are, in words. */
  readonly caption: string;
  readonly microphone: Switch;
  readonly camera: Switch;
  readonly lost: boolean;
}

const tileOf = (person: PersonView, device: DeviceView): Tile => ({
  session: device.session,
  name: person.name,
  caption: partOf(person),
  microphone: device.microphone,
  camera: device.camera,
  lost: device.connection === 'reconnecting',
});

/** The host first: that is whom the family came to see. Otherwise the order of the room, which is the same on every screen. */
const hostFirst = (people: readonly PersonView[]): readonly PersonView[] => [
  ...people.filter(({ role }) => role === 'host'),
  ...people.filter(({ role }) => role !== 'host'),
];

/** Everyone in the room but this very device. Nobody who is there is left out (ROST-1). */
export const tilesOf = ({ people, me }: RoomView): readonly Tile[] =>
  hostFirst(people).flatMap((person) =>
    person.devices.filter(({ session }) => session !== me.session).map((device) => tileOf(person, device)),
  );

/** While nobody has spoken, who to show large: the first of the room, or else somebody who can be seen; then everyone else. */
export const firstToShow = (tiles: readonly Tile[]): readonly Tile[] =>
  tiles[0]?.camera === 'on'
    ? tiles
    : [...tiles.filter(({ camera }) => camera === 'on'), ...tiles.filter(({ camera }) => camera === 'off')];
