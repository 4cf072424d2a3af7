import fc from 'fast-check';
import { type Actor, SYSTEM } from '../visit/actor.ts';
import type { VisitCommand } from '../visit/commands.ts';
import { type CommandId, MAIN_ROOM, type ParticipantId, type RoomId, type SessionId } from '../visit/ids.ts';
import type { Told } from '../visit/rooms/state.ts';
import type { Against } from '../visit/separation/state.ts';
import { everyonesHere } from './hereArbitraries.ts';
import { AMINA, DANA, deviceOf, from, linkOf, PRIYA, SAM } from './personas.ts';
import type { Step } from './script.ts';
import { ALL_SIDES, type SidedStep, type Sides, STRANGER, type Story, UNCLE_COLE } from './twoSides.ts';

type Deed = Pick<Step, 'actor' | 'command' | 'freshId'>;
type Command = fc.Arbitrary<VisitCommand>;

const pick = <Thing>(things: readonly Thing[]): fc.Arbitrary<Thing> => fc.constantFrom(...things);
const just = (command: VisitCommand): Command => fc.constant(command);
const weighted = <Thing>(...of: readonly (readonly [number, fc.Arbitrary<Thing>])[]): fc.Arbitrary<Thing> =>
  fc.oneof(...of.map(([weight, arbitrary]) => ({ weight, arbitrary })));
const by =
  (actor: Actor) =>
  (command: VisitCommand): Deed => ({ actor, command });

const SECOND_MAIN = `${MAIN_ROOM}-2` as RoomId;
/** Private rooms: of this side; of the other, of which nobody here knows; and where the host goes and may meet somebody of the other. */
const ROOMS = { here: 'room-here' as RoomId, there: 'room-there' as RoomId, away: 'room-away' as RoomId } as const;
const TOLD: readonly Told[] = ['withWhom', 'away', 'nothing'];

/** What somebody of the family does on their device. */
const own: Command = weighted(
  [6, everyonesHere],
  [2, just({ type: 'lobby.knock' })],
  [2, just({ type: 'room.leave' })],
  [2, just({ type: 'alone.answer', what: 'alone' })],
  [
    4,
    fc
      .tuple(fc.boolean(), fc.boolean())
      .map<VisitCommand>(([comes, alone]) => ({ type: 'room.answer', comes: comes || alone, alone })),
  ],
  [1, fc.boolean().map<VisitCommand>((quickly) => ({ type: 'presence.leave', quickly }))],
  [
    2,
    pick<'on' | 'off'>(['on', 'off']).map<VisitCommand>((camera) => ({
      type: 'presence.setMedia',
      microphone: 'on',
      camera,
    })),
  ],
);

const devicesOf = (people: readonly ParticipantId[]) =>
  pick(people.flatMap((who) => [1, 2].map((device) => [who, device] as const)));
const sessionsOf = (people: readonly ParticipantId[]): fc.Arbitrary<SessionId> =>
  devicesOf(people).map(([who, number]) => deviceOf(who, number));

/** What the host does with these people. */
const aboutThem = (people: readonly ParticipantId[]): Command =>
  weighted(
    [8, sessionsOf(people).map<VisitCommand>((session) => ({ type: 'lobby.admit', session }))],
    [1, sessionsOf(people).map<VisitCommand>((session) => ({ type: 'lobby.deny', session }))],
    [1, sessionsOf(people).map<VisitCommand>((session) => ({ type: 'lobby.putOut', session }))],
    [1, pick(people).map<VisitCommand>((participant) => ({ type: 'lobby.remove', participant }))],
    [2, pick(people).map<VisitCommand>((participant) => ({ type: 'household.ask', participant }))],
    [2, pick(people).map<VisitCommand>((participant) => ({ type: 'invitation.issue', participant }))],
    [2, pick(people).map<VisitCommand>((who) => ({ type: 'introduction.call', who }))],
    [1, pick(people).map<VisitCommand>((who) => ({ type: 'introduction.done', who }))],
    [1, sessionsOf(people).map<VisitCommand>((session) => ({ type: 'help.send', session, hint: 'useWifi' }))],
    [
      2,
      sessionsOf(people).map<VisitCommand>((session) => ({
        type: 'unknown.notice',
        about: 'nearby',
        session,
        words: 'A voice',
      })),
    ],
    [2, sessionsOf(people).map<VisitCommand>((session) => ({ type: 'alone.ask', session }))],
  );

/** … and with a private room of theirs. */
const inTheirRoom = (room: RoomId): Command =>
  weighted(
    [1, just({ type: 'room.callBack', room, session: null })],
    [1, just({ type: 'room.close', room })],
    [2, just({ type: 'room.tell', room, words: 'Five minutes more' })],
  );

const asksTo = (people: readonly ParticipantId[], rooms: readonly RoomId[]): Command =>
  fc.tuple(pick(rooms), sessionsOf(people)).map(([room, session]) => ({ type: 'room.invite', room, session }));

const calledBack = (people: readonly ParticipantId[], room: RoomId): Command =>
  sessionsOf(people).map((session) => ({ type: 'room.callBack', room, session }));

const opens = (room: RoomId, mark: 'blue' | 'green' | 'yellow'): fc.Arbitrary<Deed> =>
  pick(TOLD).map((told) => ({ actor: from(AMINA), command: { type: 'room.open', told, mark }, freshId: room }));

/** What becomes of the lines of these people’s devices. */
const lines = (people: readonly ParticipantId[]): fc.Arbitrary<Deed> =>
  fc.tuple(devicesOf(people), pick(['open', 'connect', 'connect', 'lose'] as const)).map(([[who, number], what]) => {
    const session = deviceOf(who, number);
    const opening = { participant: who, invitation: linkOf(who), identity: 'ownLink', device: 'phone' } as const;

    return by(SYSTEM)(
      what === 'open' ? { type: 'session.open', session, ...opening } : { type: `session.${what}`, session },
    );
  });

const peopleDo = (people: readonly ParticipantId[]): fc.Arbitrary<Deed> =>
  fc.tuple(devicesOf(people), own).map(([[who, number], command]) => by(from(who, number))(command));

/** Orders of the host for one of these people, from the others or from everybody; and that they hold no more. */
const orders = (people: readonly ParticipantId[], others: readonly ParticipantId[]): Command => {
  const against: fc.Arbitrary<Against> = fc
    .tuple(pick<Against['is']>(['these', 'allBut']), fc.subarray([...people, ...others]))
    .map(([is, named]) => ({ is, people: named }));

  return weighted(
    [
      2,
      fc.tuple(pick(people), against).map<VisitCommand>(([participant, from_]) => ({
        type: 'separation.order',
        participant,
        against: { ...from_, people: from_.people.filter((other) => other !== participant) },
      })),
    ],
    [1, pick(people).map<VisitCommand>((participant) => ({ type: 'separation.lift', participant }))],
  );
};

/** Of one side’s main room. */
const ofSpace = (room: RoomId): Command =>
  weighted(
    [1, just({ type: 'space.end', room, words: 'Goodbye' })],
    [3, just({ type: 'space.cover', room, words: 'Amina looks for a paper' })],
  );

/** What professionals do of themselves, whatever goes on: seen by both sides, as far as anything of it is seen. */
const professionals: fc.Arbitrary<Deed> = weighted(
  [
    5,
    pick([MAIN_ROOM, SECOND_MAIN, ROOMS.here, ROOMS.away]).map((room) => by(from(AMINA))({ type: 'room.enter', room })),
  ],
  [3, opens(ROOMS.here, 'blue')],
  [3, opens(ROOMS.away, 'yellow')],
  [2, asksTo([PRIYA], [ROOMS.here, ROOMS.away, SECOND_MAIN]).map(by(from(AMINA)))],
  [2, pick([true, true, false]).map((comes) => by(from(PRIYA))({ type: 'room.answer', comes, alone: false }))],
  [1, fc.constant(by(from(PRIYA))({ type: 'room.leave' }))],
  [1, inTheirRoom(ROOMS.away).map(by(from(AMINA)))],
  [1, fc.constant(by(from(AMINA))({ type: 'senses.ask' }))],
  [1, fc.constant(by(from(AMINA))({ type: 'room.tell', room: 'all', words: 'A word to all' }))],
  [2, fc.constant(by(SYSTEM)({ type: 'clock.pass' }))],
  [
    1,
    fc
      .tuple(pick([AMINA, PRIYA]), pick(['connect', 'connect', 'lose'] as const))
      .map(([who, what]) => by(SYSTEM)({ type: `session.${what}`, session: deviceOf(who) })),
  ],
);

/** What is done on this side and with it. A child of both goes to rooms of this side and to the one in which they may meet the other. */
function ofThisSide({ here, shared, there }: Sides): fc.Arbitrary<Deed> {
  const people = [...here, ...shared];
  const space = here.includes(DANA) ? MAIN_ROOM : SECOND_MAIN;
  const hosts = weighted<VisitCommand>(
    [20, aboutThem(people)],
    [6, asksTo(people, [ROOMS.here])],
    [4, inTheirRoom(ROOMS.here)],
    [2, orders(here, [...shared, ...there])],
    [1, ofSpace(space)],
  );
  const withBoth: Command = weighted(
    [6, asksTo([SAM], [ROOMS.away])],
    [1, calledBack([SAM], ROOMS.away)],
    [1, just({ type: 'visit.end', words: 'Until Friday' })],
  );

  return weighted(
    [10, peopleDo(people)],
    [10, hosts.map(by(from(AMINA)))],
    [4, lines(people)],
    [1, (shared.length > 0 ? withBoth : just({ type: 'visit.end', words: 'Until Friday' })).map(by(from(AMINA)))],
  );
}

/** What is done on the other side and with it, in rooms of theirs and in the one where the host may be. */
function ofTheOther({ here, there }: Sides): fc.Arbitrary<Deed> {
  const people = [...there, STRANGER];
  const space = there.includes(DANA) ? MAIN_ROOM : SECOND_MAIN;
  const hosts = weighted<VisitCommand>(
    [20, aboutThem(people)],
    [8, asksTo(people, [ROOMS.there, ROOMS.away])],
    [4, inTheirRoom(ROOMS.there)],
    [2, just({ type: 'room.tell', room: ROOMS.away, words: 'Shall we go back?' })],
    [1, calledBack(people, ROOMS.away)],
    [2, orders(there, here)],
    [1, ofSpace(space)],
    [2, just({ type: 'roster.add', person: UNCLE_COLE })],
    [1, just({ type: 'separation.vouch', participant: STRANGER })],
  );

  return weighted(
    [10, peopleDo(people)],
    [12, hosts.map(by(from(AMINA)))],
    [4, lines(people)],
    [2, opens(ROOMS.there, 'green')],
  );
}

/** In milliseconds. The last is as long as a place is kept for a device that has gone silent. */
const WAITS = [0, 0, 200, 200, 1_000, 1_000, 60_000, 60_000, 300_000] as const;

const storyOf = (sides: Sides): fc.Arbitrary<Story> =>
  fc
    .array(
      fc.tuple(
        weighted<Deed & Pick<SidedStep, 'side'>>(
          [10, ofThisSide(sides).map((deed) => ({ ...deed, side: 'here' as const }))],
          [12, ofTheOther(sides).map((deed) => ({ ...deed, side: 'there' as const }))],
          [6, professionals.map((deed) => ({ ...deed, side: 'here' as const }))],
        ),
        pick(WAITS),
      ),
      { minLength: 20, maxLength: 60 },
    )
    .map((steps) => ({
      sides,
      // Each step has ids of its own that do not depend on the steps before it.
      steps: steps.map(([step, wait], place) => ({
        freshId: `fresh-${place}`,
        ...step,
        wait,
        commandId: `step-${place}` as CommandId,
      })),
    }));

/** What may happen on both sides, in any order, in each of the ways in which a visit can have two. */
export const storyOfTwoSides: fc.Arbitrary<Story> = fc.oneof(...ALL_SIDES.map(storyOf));
