import type { RoomView } from '../viewShape.ts';
import type { ShownKey } from './state.ts';

/**
 * [SAFE-2] The devices of a room as a screen shows them to be compared, also those without a key: what `protection.check` names.
 * `ownKey` is what this device itself encrypts with, never what the server says it is.
 */
export const shownKeys = (
  { people, me }: Pick<RoomView, 'people' | 'me'>,
  ownKey: string | null = me.protection.key,
): readonly ShownKey[] =>
  people.flatMap(({ devices }) =>
    devices.map(({ session, protection }) => ({ session, key: session === me.session ? ownKey : protection.key })),
  );
