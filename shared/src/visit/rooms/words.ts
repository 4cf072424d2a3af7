import { no, ok } from '../../lib/result.ts';
import type { Decider } from '../decider.ts';
import type { RoomId } from '../ids.ts';
import { firstNo, hostOnly, openOnly } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import { cleaned } from '../roster/names.ts';
import type { Visit } from '../visit.ts';
import type { Room } from './state.ts';

/** Every room at once. No room is called this: ids are longer. */
const ALL = 'all';

const refuseUnlessRoom = (visit: Visit, target: string | null): RefusalCode | null =>
  target === ALL || visit.rooms.has(target as RoomId) ? null : 'notFound';

/** [PRIV-9] Words of the host on every screen in a room. To all, it is the same words in each, whoever is there and however many rooms there are. */
export const roomTell: Decider<'room.tell'> = {
  target: ({ room }) => room,
  targets: (visit) => [ALL, ...visit.rooms.keys()],
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), openOnly(visit), refuseUnlessRoom(visit, target)),
  decide: (_visit, { room, words }, { now }) => ok([{ type: 'room.told', room, words: cleaned(words), at: now }]),
};

const mainRooms = (visit: Visit): readonly Room[] => [...visit.rooms.values()].filter(({ kind }) => kind === 'main');

function refuseUnlessGoesOn(visit: Visit, target: string | null): RefusalCode | null {
  const room = visit.rooms.get(target as RoomId);
  if (room?.kind !== 'main') return 'notFound';

  return room.ended === null ? null : 'visitEnded';
}

/** [PRIV-5] Each side has its own reason for a professional’s absence, before the visit or in it, so that the true one need not be told. */
export const spaceCover: Decider<'space.cover'> = {
  target: ({ room }) => room,
  targets: (visit) => mainRooms(visit).map(({ id }) => id),
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseUnlessGoesOn(visit, target)),
  decide: (visit, { room, words }, { now }) => {
    const next = cleaned(words);

    return ok(
      (visit.rooms.get(room)?.cover ?? '') === next ? [] : [{ type: 'space.covered', room, words: next, at: now }],
    );
  },
};

/** [PRIV-5] Each side has an end of its own, in words of its own; the other side’s visit goes on as if nothing had been. */
export const spaceEnd: Decider<'space.end'> = {
  target: ({ room }) => room,
  targets: (visit) => mainRooms(visit).map(({ id }) => id),
  permits: (visit, actor, target) =>
    firstNo(hostOnly(visit, actor), openOnly(visit), refuseUnlessGoesOn(visit, target)),
  decide: (visit, { room, words }, { now }) =>
    visit.rooms.has(room) ? ok([{ type: 'space.ended', room, words: cleaned(words), at: now }]) : no('notFound'),
};
