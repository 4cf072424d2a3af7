import fc from 'fast-check';
import { type Actor, SYSTEM } from '../visit/actor.ts';
import type { VisitCommand } from '../visit/commands.ts';
import { MAIN_ROOM, type ParticipantId, type RoomId, type SessionId } from '../visit/ids.ts';
import type { Mark, Told } from '../visit/rooms/state.ts';
import type { Against } from '../visit/separation/state.ts';
import { everyonesHere } from './hereArbitraries.ts';
import { AMINA, DANA, deviceOf, from, linkOf, RAY } from './personas.ts';
import type { Step } from './script.ts';
import { VIC } from './twoSides.ts';

/** What is done, and by whom. */
export type Deed = Pick<Step, 'actor' | 'command' | 'freshId'>;
/** What is asked of the visit. */
export type Command = fc.Arbitrary<VisitCommand>;

/** Any one of these. */
export const pick = <Thing>(things: readonly Thing[]): fc.Arbitrary<Thing> => fc.constantFrom(...things);
/** This and nothing else. */
export const just = (command: VisitCommand): Command => fc.constant(command);
/** One of these, each as often as its weight. */
export const weighted = <Thing>(...of: readonly (readonly [number, fc.Arbitrary<Thing>])[]): fc.Arbitrary<Thing> =>
  fc.oneof(...of.map(([weight, arbitrary]) => ({ weight, arbitrary })));
/** Said by this one. */
export const by =
  (actor: Actor) =>
  (command: VisitCommand): Deed => ({ actor, command });

const NAMES: Readonly<Record<ParticipantId, string>> = {
  [DANA]: ' dana hughes',
  [RAY]: 'RAY COLE',
  [VIC]: 'Víc  Cole',
};

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
export const aboutThem = (people: readonly ParticipantId[]): Command =>
  weighted(
    [8, sessionsOf(people).map<VisitCommand>((session) => ({ type: 'lobby.admit', session }))],
    [
      2,
      fc
        .tuple(sessionsOf(people), pick([MAIN_ROOM, `${MAIN_ROOM}-2` as RoomId]))
        .map<VisitCommand>(([session, room]) => ({ type: 'lobby.admit', session, room })),
    ],
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
    [2, sessionsOf(people).map<VisitCommand>((session) => ({ type: 'protection.accept', session }))],
  );

/** … and with a private room of theirs. */
export const inTheirRoom = (room: RoomId): Command =>
  weighted(
    [1, just({ type: 'room.callBack', room, session: null })],
    [1, just({ type: 'room.close', room })],
    [2, just({ type: 'room.tell', room, words: 'Five minutes more' })],
  );

/** The host asks one of these people to one of these rooms. */
export const asksTo = (people: readonly ParticipantId[], rooms: readonly RoomId[]): Command =>
  fc.tuple(pick(rooms), sessionsOf(people)).map(([room, session]) => ({ type: 'room.invite', room, session }));

/** … and calls one of them back. */
export const calledBack = (people: readonly ParticipantId[], room: RoomId): Command =>
  sessionsOf(people).map((session) => ({ type: 'room.callBack', room, session }));

/** The host opens a private room. */
export const opens = (room: RoomId, mark: Mark): fc.Arbitrary<Deed> =>
  pick(TOLD).map((told) => ({ actor: from(AMINA), command: { type: 'room.open', told, mark }, freshId: room }));

/** What becomes of the lines of these people’s devices. */
export const lines = (people: readonly ParticipantId[]): fc.Arbitrary<Deed> =>
  fc.tuple(devicesOf(people), pick(['open', 'connect', 'connect', 'lose'] as const)).map(([[who, number], what]) => {
    const session = deviceOf(who, number);
    const opening = { participant: who, invitation: linkOf(who), identity: 'ownLink', device: 'phone' } as const;

    return by(SYSTEM)(
      what === 'open' ? { type: 'session.open', session, ...opening } : { type: `session.${what}`, session },
    );
  });

/** What these people do on their devices. */
export const peopleDo = (people: readonly ParticipantId[]): fc.Arbitrary<Deed> =>
  fc.tuple(devicesOf(people), own).map(([[who, number], command]) => by(from(who, number))(command));

/** The same of people whom both sides may meet, but that what they say of who is with them is another’s to say. */
export const sharedDo = (people: readonly ParticipantId[]): fc.Arbitrary<Deed> =>
  peopleDo(people).filter(({ command }) => command.type !== 'household.tell');

/** Of the other side somebody sits down beside the device of one whom both sides may meet, and is named there; or goes again. */
export const sitsBeside = (shared: readonly ParticipantId[], there: readonly ParticipantId[]): fc.Arbitrary<Deed> =>
  fc
    .tuple(devicesOf(shared), pick([[], ...there.map((who) => [{ name: NAMES[who] ?? '', relationship: '' }])]))
    .map(([[who, number], people]) => by(from(who, number))({ type: 'household.tell', people }));

/** Orders of the host for one of these people, from the others or from everybody; and that they hold no more. */
export const orders = (people: readonly ParticipantId[], others: readonly ParticipantId[]): Command => {
  const against: fc.Arbitrary<Against> = fc
    .tuple(pick<Against['is']>(['these', 'allBut']), fc.subarray([...people, ...others]))
    .map(([is, named]) => ({ is, people: named }));

  return weighted(
    [
      2,
      fc.tuple(pick(people), against).map<VisitCommand>(([participant, apart]) => ({
        type: 'separation.order',
        participant,
        against: { ...apart, people: apart.people.filter((other) => other !== participant) },
      })),
    ],
    [1, pick(people).map<VisitCommand>((participant) => ({ type: 'separation.lift', participant }))],
  );
};

/** Of one side’s main room. */
export const ofSpace = (room: RoomId): Command =>
  weighted(
    [1, just({ type: 'space.end', room, words: 'Goodbye' })],
    [3, just({ type: 'space.cover', room, words: 'Amina looks for a paper' })],
  );
