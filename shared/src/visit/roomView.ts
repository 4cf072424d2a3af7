import { chairView } from './chairView.ts';
import { consoleView } from './console.ts';
import { deviceView, helpOf, householdOf, isAskedWho, whyHeld } from './deviceView.ts';
import type { Instant, RoomId } from './ids.ts';
import { isFamily, isPinned } from './people.ts';
import type { Session } from './presence/state.ts';
import { ownProtection, roomProtection } from './protection/view.ts';
import { canBeInRoom } from './rooms/canBeInRoom.ts';
import { aloneIn, elsewhereFor, familyWaits, goneFrom, invitedTo, roomHere } from './rooms/roomsView.ts';
import { spaceOf } from './rooms/spaces.ts';
import type { Participant } from './roster/state.ts';
import { introducedTo } from './rounds/introductions.ts';
import { isAskedSenses } from './rounds/senses.ts';
import { staffView } from './staffView.ts';
import type { MeView, PersonView, RoomView } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** [ROST-3] [ROST-4] [JOIN-5] What this device's holder has been asked and has not answered. */
function askedOf(visit: Visit, person: Participant, session: Session | null): MeView['asked'] {
  const isSeated = session?.standing.is === 'seated';

  return {
    whoIsWithYou: isAskedWho(visit, session),
    introduce: isSeated && introducedTo(visit, person.id, person, session.standing.room) === 'calledOn',
    alone: isSeated && (visit.alonenesses.get(session.id)?.askedAt ?? null) !== null,
    seeAndHear: session !== null && isAskedSenses(visit, session),
  };
}

/** What somebody is shown of themselves. Switches that nobody has touched yet are on. */
export const meView = (visit: Visit, person: Participant, session: Session | null): MeView => ({
  participant: person.id,
  session: session?.id ?? null,
  name: person.name,
  role: person.role,
  microphone: session?.microphone ?? 'on',
  camera: session?.camera ?? 'on',
  pictureHeld: session === null ? 'no' : whyHeld(visit, session),
  spotlight: person.speech === 'notYet' ? 'host' : 'whoSpeaks',
  household: householdOf(visit, session),
  protection: ownProtection(visit, session?.id ?? null),
  asked: askedOf(visit, person, session),
  help: helpOf(visit, session),
});

function personIn(visit: Visit, room: RoomId, person: Participant, viewer: Participant): readonly PersonView[] {
  const seated = [...visit.sessions.values()].filter(
    ({ participant, standing }) => participant === person.id && standing.is === 'seated' && standing.room === room,
  );
  const [first] = seated;
  if (first === undefined || canBeInRoom(visit, person.id, room, 'inside') !== null) return [];

  return [
    {
      participant: person.id,
      name: person.name,
      role: person.role,
      relationship: person.relationship,
      identity: first.identity,
      introduced: introducedTo(visit, person.id, viewer, room),
      pinned: !isFamily(viewer.role) && isPinned(person.role),
      devices: seated.map((session) => deviceView(visit, session, { viewer, room })),
    },
  ];
}

/** [PRIV-5] When the visit began, for professionals; the family would learn how long others were seen before them. */
const startedFor = (visit: Visit, person: Participant, room: RoomId): Instant | null =>
  isFamily(person.role) ? null : (visit.rooms.get(mainRoomOf(visit, person, room))?.begunAt ?? startOf(visit));

/** Nobody is in a room of a visit that is not open. */
function startOf({ phase }: Visit): Instant {
  if (phase.is !== 'open') throw new Error('Somebody is in a room of a visit that is not open');

  return phase.since;
}

/** The main room that one is in, or goes back to. */
const mainRoomOf = (visit: Visit, { id }: Participant, room: RoomId): RoomId =>
  visit.rooms.get(room)?.kind === 'main' ? room : spaceOf(visit, id);

/** [ROST-1] Inside a room: everyone with a seat in it, and nobody else. */
export const roomView = (visit: Visit, person: Participant, session: Session, room: RoomId): Omit<RoomView, 'can'> => ({
  screen: 'room',
  room: roomHere(visit, room, session.standing.is === 'seated' ? session.standing.since : startOf(visit)),
  protection: roomProtection(visit, room),
  elsewhere: elsewhereFor(visit, person, room),
  gone: goneFrom(visit, person.id, room),
  invitedTo: invitedTo(visit, session),
  familyWaits: familyWaits(visit, person, room),
  alone: aloneIn(visit, person, room),
  kind: visit.plan.kind,
  startedAt: startedFor(visit, person, room),
  lengthMinutes: visit.plan.lengthMinutes,
  purpose: isFamily(person.role) ? null : visit.plan.purpose,
  me: { ...meView(visit, person, session), session: session.id },
  people: [...visit.participants.values()].flatMap((other) => personIn(visit, room, other, person)),
  console: person.id === visit.host ? consoleView(visit) : null,
  chair: chairView(visit, person, session),
  staff: staffView(visit, person, session),
});
