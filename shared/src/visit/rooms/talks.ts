import type { Unhurried } from '../../lib/unhurried.ts';
import type { SaidAlone } from '../alone/state.ts';
import type { RecordedEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Instant, ParticipantId, RoomId } from '../ids.ts';
import { isFamily, type Role } from '../people.ts';
import { isShutOut } from '../protection/protectionOf.ts';
import { roomProtection } from '../protection/view.ts';
import type { RoomProtection } from '../protection/viewShape.ts';
import type { Visit } from '../visit.ts';
import type { Mark, Room } from './state.ts';

export interface TalkPerson {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** What they said last, in this talk, of being alone; null for professionals, and for whoever was asked and said nothing. */
  readonly saidAlone: SaidAlone | null;
}

/** One conversation in private: the same people in one private room, seen and heard by a professional, from when to when, and protected in one way (PRIV-8). */
export interface Talk {
  readonly mark: Mark | null;
  readonly from: Instant;
  readonly until: Instant;
  /** [SAFE-2] `unprotected` while somebody took part on a device that could not encrypt. */
  readonly protection: RoomProtection['is'];
  readonly people: readonly TalkPerson[];
}

type Open = Omit<Talk, 'until'>;

/** Whoever sits in this room, in the order of the plan. A device that is shut out takes part in nothing (SAFE-2). */
function peopleIn(visit: Visit, room: RoomId): readonly TalkPerson[] {
  const seated = [...visit.sessions.values()].filter(
    ({ id, standing }) => standing.is === 'seated' && standing.room === room && !isShutOut(visit, id),
  );

  return [...visit.participants.values()].flatMap(({ id, name, role }) => {
    const own = seated.filter(({ participant }) => participant === id);
    const said = own
      .flatMap((session) => visit.alonenesses.get(session.id)?.said ?? [])
      .sort((one, other) => one.at - other.at);

    return own.length === 0 ? [] : [{ participant: id, name, role, saidAlone: said.at(-1)?.what ?? null }];
  });
}

/** Family with somebody else, and not held: while a room is held nobody hears anybody. */
function talkIn(visit: Visit, room: Room, at: Instant): Open | null {
  if (room.kind !== 'private' || room.heldSince !== null) return null;

  const people = peopleIn(visit, room.id);
  const isTalk = people.length > 1 && people.some(({ role }) => isFamily(role));

  const protection = roomProtection(visit, room.id).is;

  return isTalk ? { mark: room.mark, from: at, protection, people } : null;
}

const isSameTalk = (one: Open, other: Open): boolean =>
  one.protection === other.protection &&
  one.people.map(({ participant }) => participant).join(' ') ===
    other.people.map(({ participant }) => participant).join(' ');

/** As before with what was said since; null stands for nothing new. */
const withSaid = (before: Open, now: Open): Open => ({
  ...before,
  people: now.people.map((person, place) => ({
    ...person,
    saidAlone: person.saidAlone ?? before.people[place]?.saidAlone ?? null,
  })),
});

/** Talks that are over by this state of the visit are put to `over`; what goes on is in the map that comes back. */
function followed(open: ReadonlyMap<RoomId, Open>, visit: Visit, at: Instant, over: Talk[]): ReadonlyMap<RoomId, Open> {
  const rooms = visit.phase.is === 'open' ? [...visit.rooms.values()] : [];
  const now = new Map<RoomId, Open>();
  for (const room of rooms) {
    const talk = talkIn(visit, room, at);
    const before = open.get(room.id);
    if (talk === null) continue;

    now.set(room.id, before !== undefined && isSameTalk(before, talk) ? withSaid(before, talk) : talk);
  }
  for (const [room, talk] of open) {
    if (now.get(room)?.from !== talk.from && at > talk.from) over.push({ ...talk, until: at });
  }

  return now;
}

/** [PRIV-8] Every conversation in private, in the order in which they ended; one that still goes on reaches as far as the log does. */
export function* talks(log: readonly RecordedEvent[]): Unhurried<readonly Talk[]> {
  const over: Talk[] = [];
  let open: ReadonlyMap<RoomId, Open> = new Map();
  let visit: Visit | null = null;
  for (const recorded of log) {
    yield;
    const before: Visit | null = visit;
    visit = evolve(before, recorded);
    if (
      before?.sessions === visit.sessions &&
      before.rooms === visit.rooms &&
      before.alonenesses === visit.alonenesses &&
      before.protections === visit.protections &&
      before.phase === visit.phase
    )
      continue;

    open = followed(open, visit, recorded.at, over);
  }
  const end = log.at(-1)?.at;
  if (end !== undefined)
    over.push(...[...open.values()].filter(({ from }) => end > from).map((talk) => ({ ...talk, until: end })));

  return over;
}
