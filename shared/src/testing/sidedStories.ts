import fc from 'fast-check';
import { SYSTEM } from '../visit/actor.ts';
import type { VisitCommand } from '../visit/commands.ts';
import { type CommandId, MAIN_ROOM, type ParticipantId, type RoomId } from '../visit/ids.ts';
import { BEGINS, CHECKS } from './hereArbitraries.ts';
import { AMINA, DANA, deviceOf, from, keyOfDevice, PRIYA, RAY, SAM } from './personas.ts';
import {
  aboutThem,
  asksTo,
  by,
  type Command,
  calledBack,
  type Deed,
  inTheirRoom,
  just,
  lines,
  ofSpace,
  opens,
  orders,
  peopleDo,
  pick,
  sharedDo,
  sitsBeside,
  weighted,
} from './sidedDeeds.ts';
import { ALL_SIDES, MARK_THERE, type SidedStep, type Sides, STRANGER, type Story, UNCLE_COLE } from './twoSides.ts';

const SECOND_MAIN = `${MAIN_ROOM}-2` as RoomId;
/** Private rooms: of this side; of the other, of which nobody here knows; and where the host goes and may meet somebody of the other. */
const ROOMS = { here: 'room-here' as RoomId, there: 'room-there' as RoomId, away: 'room-away' as RoomId } as const;

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
  [1, fc.constant(by(from(AMINA))({ type: 'room.tell', room: 'all', words: 'A word to all' }))],
  [2, fc.constant(by(SYSTEM)({ type: 'clock.pass' }))],
  // What everybody's device offers is among what everybody says.
  [2, pick([AMINA, PRIYA]).map((who) => by(from(who))({ type: 'protection.offer', key: keyOfDevice(who) }))],
  [5, pick([BEGINS, BEGINS, CHECKS]).map(by(from(AMINA)))],
  [
    1,
    fc
      .tuple(pick([AMINA, PRIYA]), pick(['connect', 'connect', 'lose'] as const))
      .map(([who, what]) => by(SYSTEM)({ type: `session.${what}`, session: deviceOf(who) })),
  ],
);

const introductionOf = (who: ParticipantId): Command =>
  pick(['introduction.call', 'introduction.done'] as const).map((type) => ({ type, who }));

/** What the host does where they sit: the rounds, and their own introduction. */
const whereHostIs: fc.Arbitrary<Deed> = weighted<VisitCommand>(
  [3, just({ type: 'senses.ask' })],
  [3, just({ type: 'household.ask', participant: null })],
  [3, introductionOf(AMINA)],
).map(by(from(AMINA)));

/** What is done on this side and with it. A child of both goes to rooms of this side and to the one in which they may meet the other. */
function ofThisSide({ here, shared, there }: Sides): fc.Arbitrary<Deed> {
  const people = [...here, ...shared];
  const space = here.includes(RAY) ? SECOND_MAIN : MAIN_ROOM;
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
    [10, peopleDo(here)],
    ...(shared.length > 0 ? ([[4, sharedDo(shared)]] as const) : []),
    [10, hosts.map(by(from(AMINA)))],
    [4, lines(people)],
    [1, (shared.length > 0 ? withBoth : just({ type: 'visit.end', words: 'Until Friday' })).map(by(from(AMINA)))],
  );
}

/** What is done on the other side and with it, in rooms of theirs and in the one where the host may be. */
function ofTheOther({ here, there, shared }: Sides): fc.Arbitrary<Deed> {
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
    ...(shared.length > 0 ? ([[3, sitsBeside(shared, there)]] as const) : []),
    [12, hosts.map(by(from(AMINA)))],
    [4, lines(people)],
    [2, opens(ROOMS.there, MARK_THERE)],
  );
}

/** In milliseconds. The last is as long as a place is kept for a device that has gone silent. */
const WAITS = [0, 0, 200, 200, 1_000, 1_000, 60_000, 60_000, 300_000] as const;

/** What is begun to be read is mostly found the same at once: of two deeds by chance hardly ever one comes of it. */
const readToTheEnd = <Told extends Deed>([deed, wait]: readonly [Told, number]): (readonly [Told, number])[] =>
  deed.command === BEGINS
    ? [
        [deed, wait],
        [{ ...deed, command: CHECKS }, 0],
      ]
    : [[deed, wait]];

const storyOf = (sides: Sides): fc.Arbitrary<Story> =>
  fc
    .array(
      fc.tuple(
        weighted<Deed & Pick<SidedStep, 'side'>>(
          [10, ofThisSide(sides).map((deed) => ({ ...deed, side: 'here' as const }))],
          [12, ofTheOther(sides).map((deed) => ({ ...deed, side: 'there' as const }))],
          [6, professionals.map((deed) => ({ ...deed, side: 'here' as const }))],
          [3, whereHostIs.map((deed) => ({ ...deed, side: 'withHost' as const }))],
          [
            2,
            introductionOf(PRIYA).map((command) => ({ ...by(from(AMINA))(command), side: 'withColleague' as const })),
          ],
        ),
        pick(WAITS),
      ),
      { minLength: 20, maxLength: 60 },
    )
    .map((steps) => ({
      sides,
      // Each step has ids of its own that do not depend on the steps before it.
      steps: steps.flatMap(readToTheEnd).map(([step, wait], place) => ({
        freshId: `fresh-${place}`,
        ...step,
        wait,
        commandId: `step-${place}` as CommandId,
      })),
    }));

/**
 * The host compares pictures with somebody of the other side, in a private room where they may meet. Left to chance this hardly ever
 * happens, and a server that told of it would hardly ever be found.
 */
export function comparedElsewhere(): Story {
  const sides = { here: [DANA, SAM], there: [RAY], shared: [] };
  const host = by(from(AMINA));
  const steps: readonly (Deed & Pick<SidedStep, 'side'>)[] = [
    { ...host({ type: 'room.open', told: 'nothing', mark: 'yellow' }), freshId: ROOMS.away, side: 'here' },
    { ...host({ type: 'room.enter', room: ROOMS.away }), side: 'here' },
    { ...host({ type: 'room.invite', room: ROOMS.away, session: deviceOf(RAY) }), side: 'there' },
    { ...by(from(RAY))({ type: 'room.answer', comes: true, alone: false }), side: 'there' },
    { ...host(BEGINS), side: 'withHost' },
    { ...host(CHECKS), side: 'withHost' },
  ];

  return {
    sides,
    steps: steps.map((step, place) => ({ wait: 1_000, ...step, commandId: `step-${place}` as CommandId })),
  };
}

/** What may happen on both sides, in any order, in each of the ways in which a visit can have two. */
export const storyOfTwoSides: fc.Arbitrary<Story> = fc.oneof(...ALL_SIDES.map(storyOf));
