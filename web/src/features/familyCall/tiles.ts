import type { Interruption } from '@doorstep/shared/visit/condition/state.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceKind, Switch } from '@doorstep/shared/visit/presence/state.ts';
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
  readonly device: DeviceKind;
  /** What their device says has come between, or their holding of it. */
  readonly interruption: Interruption;
  /** They cannot hear us. */
  readonly deaf: boolean;
  /** On, and yet nobody gets it. */
  readonly held: boolean;
}

const tileOf = (person: PersonView, device: DeviceView): Tile => ({
  session: device.session,
  name: person.name,
  caption: partOf(person),
  microphone: device.microphone,
  camera: device.camera,
  lost: device.connection === 'reconnecting',
  device: device.device,
  interruption: device.interruption,
  deaf: device.hears === 'no',
  held: device.pictureHeld,
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

/** How somebody's picture stands: one that was taken away is paused, not turned off. */
export function pictureOf({ camera, interruption, held }: Tile): Switch | 'paused' {
  if (interruption === 'camera' || interruption === 'both') return 'paused';

  return camera === 'on' && held ? 'paused' : camera;
}

export const isSoundPaused = ({ interruption }: Tile): boolean =>
  interruption === 'microphone' || interruption === 'both';

/** While nobody has spoken, who to show large: the first of the room, or else somebody who can be seen; then everyone else. */
export const firstToShow = (tiles: readonly Tile[]): readonly Tile[] =>
  tiles[0]?.camera === 'on'
    ? tiles
    : [...tiles.filter(({ camera }) => camera === 'on'), ...tiles.filter(({ camera }) => camera === 'off')];
