import { type Instant, MAIN_ROOM, type ParticipantId, type RoomId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { personOf } from '../policies.ts';
import type { Session } from '../presence/state.ts';
import type { AloneView, ElsewhereView, InvitedView, RoomHereView, RoomOverview } from '../roomViewShape.ts';
import type { Participant } from '../roster/state.ts';
import { sensesAskedIn } from '../rounds/senses.ts';
import { areApart } from '../separation/areApart.ts';
import type { RoomView } from '../viewShape.ts';
import type { Visit } from '../visit.ts';
import { companionsOf } from './companions.ts';
import { spaceOf } from './spaces.ts';
import type { Room } from './state.ts';

const seatedIn = (visit: Visit, room: RoomId): readonly Session[] =>
  [...visit.sessions.values()].filter(({ standing }) => standing.is === 'seated' && standing.room === room);

/** In the order of the plan, which tells nothing of who came when. */
function peopleIn(visit: Visit, room: RoomId): readonly Participant[] {
  const there = new Set(seatedIn(visit, room).map(({ participant }) => participant));

  return [...visit.participants.values()].filter(({ id }) => there.has(id));
}

/** [PRIV-2] [PRIV-10] The room that somebody is in, as everybody in it sees it. */
export function roomHere(visit: Visit, id: RoomId, since: Instant): RoomHereView {
  const room = visit.rooms.get(id);
  if (room === undefined) throw new Error('A seat in a room that does not exist');

  return {
    id: room.kind === 'main' ? MAIN_ROOM : room.id,
    kind: room.kind,
    since,
    mark: room.mark,
    heldSince: room.heldSince,
    cover: room.cover,
    // What was said in it before one came was said to others.
    words: room.words !== null && room.words.at > since ? room.words : null,
  };
}

interface Away extends Pick<ElsewhereView, 'withWhom'> {
  readonly person: Participant;
}

/** Of somebody in another room what one who stayed may hear: never of anybody from whom the listener is kept apart (PRIV-5). */
function sayElsewhere(visit: Visit, listener: ParticipantId, here: RoomId, room: Room): readonly Away[] {
  const people = peopleIn(visit, room.id)
    .filter(({ id }) => !areApart(visit, listener, id))
    // Also with whom: the helper of somebody of the other side gives them away.
    .filter((person) => isMissedIn(visit, here, person, room));
  const isNamed = room.kind === 'private' && room.told === 'withWhom';

  return people.map((person) => {
    const withWhom = people.filter(({ id }) => id !== person.id).map(({ name }) => name);

    return { person, withWhom: isNamed && withWhom.length > 0 ? withWhom : null };
  });
}

/** With another device, perhaps. */
const isIn = (visit: Visit, room: RoomId, person: ParticipantId): boolean =>
  seatedIn(visit, room).some(({ participant }) => participant === person);

/**
 * Who is missed in a main room: the host, and of those who are in a private room its own family and the professionals who began there.
 * Whoever sits in another main room belongs there, as an adviser of those may, and was perhaps never
 * here, whatever was ordered since (PRIV-5).
 */
function isMissedIn(visit: Visit, here: RoomId, { id }: Participant, there: Room): boolean {
  if (id === visit.host) return true;

  return there.kind === 'private' && spaceOf(visit, id) === here;
}

/**
 * [PRIV-4] Who is away, for those who stayed in a main room, as the host chose when they opened the private room; of the host in
 * another main room it is only said that they are away. People of another main room are not missed, because they were never here.
 */
export function elsewhereFor(visit: Visit, { id: listener }: Participant, here: RoomId): readonly ElsewhereView[] {
  if (visit.rooms.get(here)?.kind !== 'main') return [];

  return [...visit.rooms.values()]
    .filter(({ id, told }) => id !== here && told !== 'nothing')
    .flatMap((room) => sayElsewhere(visit, listener, here, room))
    .filter(({ person }) => !isIn(visit, here, person.id))
    .map(({ person, withWhom }) => ({ name: person.name, withWhom }));
}

/**
 * [PRIV-4] Who went out of the visit from this room, and has not come back to it anywhere. Whoever is in none of these lists went where the
 * host wants nothing to be said of, and nothing is.
 */
export function goneFrom(visit: Visit, viewer: ParticipantId, here: RoomId): readonly ParticipantId[] {
  const sessions = [...visit.sessions.values()];
  const inside = new Set(sessions.flatMap((one) => (one.standing.is === 'seated' ? [one.participant] : [])));
  const gone = sessions.flatMap(({ participant, standing }) =>
    'from' in standing && standing.from === here && !inside.has(participant) ? [participant] : [],
  );

  return [...new Set(gone)].filter((id) => !areApart(visit, viewer, id));
}

/** [PRIV-7] Where a device is asked to come, and who is there. */
export function invitedTo(visit: Visit, session: Session): InvitedView | null {
  const room = [...visit.rooms.values()].find(({ invited }) => invited.has(session.id));
  if (room === undefined) return null;

  const helpers = new Set(companionsOf(visit, session).map((device) => personOf(visit, device).name));
  const company = peopleIn(visit, room.id).map(({ name, role }) => ({ name, role }));

  return { mark: room.mark, brings: [...helpers], company };
}

/** [PRIV-8] What those of the family in a private room said of being alone, for the professionals in it. */
export function aloneIn(visit: Visit, { role }: Participant, room: RoomId): readonly AloneView[] | null {
  if (isFamily(role) || visit.rooms.get(room)?.kind !== 'private') return null;

  return seatedIn(visit, room).flatMap(({ id }) => {
    const known = visit.alonenesses.get(id);

    return known === undefined
      ? []
      : [{ session: id, isAsked: known.askedAt !== null, said: known.said?.what ?? null }];
  });
}

/** Whose main room it is, as long as there are several to tell apart. */
function homeOf(visit: Visit, { id, kind }: Pick<Room, 'id' | 'kind'>): RoomOverview['home'] {
  const mains = [...visit.rooms.values()].filter((room) => room.kind === 'main');
  if (kind === 'private' || mains.length < 2) return [];

  return [...visit.participants.values()]
    .filter(({ role, standing }) => isFamily(role) && standing !== 'withdrawn')
    .filter((person) => spaceOf(visit, person.id) === id)
    .map((person) => person.id);
}

/** [PRIV-10] Professionals are called to a room in which the family has nobody, if they can go there by themselves. */
export function familyWaits(visit: Visit, { id, role }: Participant, here: RoomId): RoomView['familyWaits'] {
  if (isFamily(role)) return [];

  return [...visit.rooms.values()].flatMap(({ id: room, heldSince }) =>
    room !== here && heldSince !== null && (id === visit.host || room === spaceOf(visit, id))
      ? [{ room, since: heldSince }]
      : [],
  );
}

/** [PRIV-9] Every room with who is in it and since when, for the host alone. */
export const roomsOverview = (visit: Visit): readonly RoomOverview[] =>
  [...visit.rooms.values()].map(({ invited, ended, words: _words, ...room }) => ({
    ...room,
    home: homeOf(visit, room),
    endedAt: ended?.at ?? null,
    sensesAskedAt: sensesAskedIn(visit, room.id),
    devices: seatedIn(visit, room.id).flatMap(({ id, participant, standing }) =>
      standing.is === 'seated'
        ? [
            {
              session: id,
              participant,
              since: standing.since,
              saidAlone: visit.alonenesses.get(id)?.said?.what ?? null,
            },
          ]
        : [],
    ),
    invited: [...invited],
  }));
