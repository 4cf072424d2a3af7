import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceView, PersonView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { inRoleOrder, isPinned } from './roleOrder.ts';

/** One device on the stage. A person with two devices has two tiles, and each says which it is. */
export interface TileView {
  readonly person: PersonView;
  readonly device: DeviceView;
  readonly isMe: boolean;
  readonly hasOtherDevices: boolean;
}

export interface Arrangement {
  /** As large as the stage allows. */
  readonly front: readonly TileView[];
  /** Small, but always in sight. */
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
 * [SEE-1] Child and parents in front, the others beside. Whoever is enlarged takes the front alone; the child and the parents then
 * lead the side and are never out of sight. With neither child nor parent in the room everybody is in front.
 */
export function arrange(view: Pick<RoomView, 'people' | 'me'>, enlarged: SessionId | null): Arrangement {
  const tiles = tilesOf(view);
  const large = tiles.filter(({ device }) => device.session === enlarged);
  if (large.length > 0) return { front: large, side: tiles.filter(({ device }) => device.session !== enlarged) };

  const pinned = tiles.filter(({ person }) => isPinned(person.role));
  if (pinned.length === 0) return { front: tiles, side: [] };
  return { front: pinned, side: tiles.filter(({ person }) => !isPinned(person.role)) };
}
