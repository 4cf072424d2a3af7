import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { RoomView, VisitView } from '@doorstep/shared/visit/viewShape.ts';

/** Who is given this device's key, and whose key it takes: public keys by device. */
export type Peers = ReadonlyMap<SessionId, string>;

/** Everybody shown in this room but one's own other devices, which are not heard. Nobody who is not shown ever gets a key (SAFE-2). */
export const peersIn = ({ people, me }: Pick<RoomView, 'people' | 'me'>): Peers =>
  new Map(
    people
      .filter(({ participant }) => participant !== me.participant)
      .flatMap(({ devices }) => devices)
      .flatMap(({ session, protection }) => (protection.key === null ? [] : [[session, protection.key] as const])),
  );

/** Devices whose line is lost: they can take no key until they are back. */
export const awayIn = ({ people }: Pick<RoomView, 'people'>): ReadonlySet<SessionId> =>
  new Set(
    people
      .flatMap(({ devices }) => devices)
      .filter(({ connection }) => connection === 'reconnecting')
      .map(({ session }) => session),
  );

/** Devices that were there with this key, and are not any more. */
export const goneFrom = (before: Peers, now: Peers): readonly SessionId[] =>
  [...before].filter(([session, key]) => now.get(session) !== key).map(([session]) => session);

export const areSame = (one: Peers, other: Peers): boolean =>
  one.size === other.size && [...one].every(([session, key]) => other.get(session) === key);

/** The stay in a room that a view shows: a new one means new keys. Null outside a room. */
export const stayIn = (view: VisitView | null): string | null =>
  view?.screen === 'room' ? `${view.room.id} ${view.room.since}` : null;
