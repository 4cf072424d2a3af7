import type { SafetyMember } from '@doorstep/shared/sframe/safetyCode.ts';
import type { ShownKey } from '@doorstep/shared/visit/protection/state.ts';
import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';

/**
 * [SAFE-2] Everybody's device in the room that has a key. `ownKey` is what this device itself encrypts with, never what the server says
 * it is: otherwise whoever stands between could show each side a room of its own with one and the same code. Null when there is nobody
 * to be compared with. Session, role and key are the same on every screen; nothing else is told.
 */
export function safetyMembers({ people, me }: Pick<RoomView, 'people' | 'me'>, ownKey: string | null) {
  if (ownKey === null) return null;

  const members = people.flatMap(({ participant, role, devices }) =>
    devices.flatMap(({ session, protection }): readonly (SafetyMember & { readonly isMine: boolean })[] => {
      const publicKey = session === me.session ? ownKey : protection.key;

      return publicKey === null ? [] : [{ session, role, publicKey, isMine: participant === me.participant }];
    }),
  );
  const isAlone = members.every(({ isMine }) => isMine);

  return isAlone ? null : members.map(({ isMine: _, ...member }): SafetyMember => member);
}

/** All that is in the pictures beside the number, roles as well: a change of it makes others. Devices without a key are in none. */
export const picturedOf = (members: readonly SafetyMember[]): string =>
  JSON.stringify(members.map(({ session, role, publicKey }) => [session, role, publicKey]).sort());

/**
 * Every device in the room, also those without a key: what is named when the pictures are said to be the same. Of oneself it is one’s own key
 * here as well.
 */
export const shownKeys = (
  { people, me }: Pick<RoomView, 'people' | 'me'>,
  ownKey: string | null,
): readonly ShownKey[] =>
  people.flatMap(({ devices }) =>
    devices.map(({ session, protection }) => ({ session, key: session === me.session ? ownKey : protection.key })),
  );
