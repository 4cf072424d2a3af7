import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceView, PersonView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { inRoleOrder } from './roleOrder.ts';

/** One device on the stage. A person with two devices has two tiles, and each says which it is. */
export interface TileView {
  readonly person: PersonView;
  readonly device: DeviceView;
  readonly isMe: boolean;
  readonly hasOtherDevices: boolean;
}

/** Every tile is in exactly one of the three. */
export interface Arrangement {
  /** The child and the parents while somebody else is in front: small, above everything, never scrolled away. */
  readonly pins: readonly TileView[];
  /** As large as the stage allows. */
  readonly front: readonly TileView[];
  /** The others, small. */
  readonly side: readonly TileView[];
}

/** Everyone in the room but this very device, which has the self-view. */
const tilesOf = ({ people, me }: Pick<RoomView, 'people' | 'me'>): readonly TileView[] =>
  inRoleOrder(people).flatMap((person) =>
    person.devices
      .filter(({ session }) => session !== me.session)
      .map((device) => ({
        person,
        device,
        isMe: person.participant === me.participant,
        hasOtherDevices: person.devices.length > 1,
      })),
  );

/**
 * [SEE-1] Child and parents in front, the others beside; the server says who they are. Whoever is enlarged takes the front alone, and the
 * child and the parents stay above. With neither child nor parent in the room everybody is in front.
 */
export function arrange(view: Pick<RoomView, 'people' | 'me'>, enlarged: SessionId | null): Arrangement {
  const tiles = tilesOf(view);
  const pinned = tiles.filter(({ person }) => person.pinned);
  const others = tiles.filter(({ person }) => !person.pinned);
  const isEnlarged = ({ device }: TileView): boolean => device.session === enlarged;
  const front = tiles.filter(isEnlarged);
  if (front.length > 0) {
    return {
      pins: pinned.filter((tile) => !isEnlarged(tile)),
      front,
      side: others.filter((tile) => !isEnlarged(tile)),
    };
  }
  if (pinned.length === 0) return { pins: [], front: others, side: [] };
  return { pins: [], front: pinned, side: others };
}

/** [SEE-1] Where the list of people takes the place of the pictures: the child and the parents alone, in a strip over it. */
export const asStrip = ({ pins, front }: Arrangement): Arrangement => ({
  pins: [...front.filter(({ person }) => person.pinned), ...pins],
  front: [],
  side: [],
});
