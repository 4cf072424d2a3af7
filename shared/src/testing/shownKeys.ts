import type { ShownKey } from '../visit/protection/state.ts';
import type { RoomView } from '../visit/viewShape.ts';

/** [SAFE-2] The devices of a room with their keys, as an honest screen shows them to be compared. */
export const shownKeys = ({ people }: Pick<RoomView, 'people'>): readonly ShownKey[] =>
  people.flatMap(({ devices }) => devices.map(({ session, protection: { key } }) => ({ session, key })));
