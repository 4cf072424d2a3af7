import fc from 'fast-check';
import { SYSTEM } from '../visit/actor.ts';
import type { VisitCommand } from '../visit/commands.ts';
import { MAIN_ROOM, type ParticipantId, type RoomId, type SessionId } from '../visit/ids.ts';
import { MARKS } from '../visit/rooms/state.ts';
import type { Against } from '../visit/separation/state.ts';
import { comesIn, step } from './arbitraries.ts';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, LENA, PRIYA, RAY, SAM } from './personas.ts';
import { type Script, type Step, signsIn, started, underWay, withColleague, withLinks } from './script.ts';

const SECOND_SPACE = `${MAIN_ROOM}-2` as RoomId;
const PRIVATE = ['room-a', 'room-b', 'room-c'] as readonly string[] as readonly RoomId[];

const family = fc.constantFrom<ParticipantId>(DANA, SAM, RAY, LENA);
const privateRoom = fc.constantFrom(...PRIVATE);
const anyRoom = fc.constantFrom(...PRIVATE, MAIN_ROOM, SECOND_SPACE, 'all' as RoomId);
const someone = fc.constantFrom<ParticipantId>(DANA, SAM, SAM, RAY, LENA, PRIYA, AMINA);
const device: fc.Arbitrary<readonly [ParticipantId, number]> = fc.tuple(someone, fc.constantFrom(1, 1, 1, 2));
const session: fc.Arbitrary<SessionId> = device.map(([who, number]) => deviceOf(who, number));
const against: fc.Arbitrary<Against> = fc.record({
  is: fc.constantFrom<Against['is']>('these', 'these', 'allBut'),
  people: fc.uniqueArray(family, { maxLength: 2 }),
});

/** What the host does with rooms, mostly from their seat. */
const hosts: fc.Arbitrary<VisitCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(privateRoom, session)
      .map<VisitCommand>(([room, id]) => ({ type: 'room.invite', room, session: id })),
  },
  { weight: 4, arbitrary: anyRoom.map<VisitCommand>((room) => ({ type: 'room.enter', room })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(privateRoom, fc.option(session, { freq: 2 }))
      .map<VisitCommand>(([room, who]) => ({ type: 'room.callBack', room, session: who })),
  },
  { weight: 1, arbitrary: privateRoom.map<VisitCommand>((room) => ({ type: 'room.close', room })) },
  {
    weight: 2,
    arbitrary: anyRoom.map<VisitCommand>((room) => ({ type: 'room.tell', room, words: 'Five minutes more' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(SECOND_SPACE, SECOND_SPACE, MAIN_ROOM)
      .map<VisitCommand>((room) => ({ type: 'space.end', room, words: 'Goodbye' })),
  },
  { weight: 2, arbitrary: session.map<VisitCommand>((id) => ({ type: 'alone.ask', session: id })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(family, against)
      .map<VisitCommand>(([participant, whom]) => ({ type: 'separation.order', participant, against: whom })),
  },
  { weight: 1, arbitrary: family.map<VisitCommand>((participant) => ({ type: 'separation.lift', participant })) },
  { weight: 1, arbitrary: family.map<VisitCommand>((participant) => ({ type: 'separation.vouch', participant })) },
);

const opening: fc.Arbitrary<Step> = fc
  .tuple(
    privateRoom,
    fc.constantFrom(...MARKS),
    fc.constantFrom<'withWhom' | 'away' | 'nothing'>('withWhom', 'away', 'nothing'),
  )
  .map(([room, mark, told]) => ({ actor: from(AMINA), command: { type: 'room.open', told, mark }, freshId: room }));

/** What everybody may say of rooms from any device. */
const everyones: fc.Arbitrary<VisitCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.boolean(), fc.boolean())
      .map<VisitCommand>(([no, alone]) => ({ type: 'room.answer', comes: !no || alone, alone })),
  },
  { weight: 2, arbitrary: fc.constant<VisitCommand>({ type: 'room.leave' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<'alone' | 'notAlone' | 'notSure'>('alone', 'notAlone', 'notSure')
      .map<VisitCommand>((what) => ({ type: 'alone.answer', what })),
  },
  { weight: 1, arbitrary: hosts },
);

const from1 = (asked: fc.Arbitrary<VisitCommand>): fc.Arbitrary<Step> =>
  fc.tuple(device, asked).map(([[who, number], command]) => ({ actor: from(who, number), command, wait: 200 }));

/** Somebody comes to a room, says there that they are alone, and is asked once more. */
const saysAndIsAskedAgain = (who: ParticipantId, number: number): readonly Step[] => [
  { actor: from(who, number), command: { type: 'alone.answer', what: 'alone' }, wait: 200 },
  { actor: from(AMINA), command: { type: 'alone.ask', session: deviceOf(who, number) }, wait: 200 },
];

/** Somebody is asked to a room and comes, as most do. */
const goes: fc.Arbitrary<readonly Step[]> = fc
  .tuple(privateRoom, device, fc.boolean())
  .map(([room, [who, number], isAskedAgain]) => [
    { actor: from(AMINA), command: { type: 'room.invite', room, session: deviceOf(who, number) }, wait: 200 },
    { actor: from(who, number), command: { type: 'room.answer', comes: true, alone: false }, wait: 1000 },
    ...(isAskedAgain ? saysAndIsAskedAgain(who, number) : []),
  ]);

const lines: fc.Arbitrary<Step> = fc
  .tuple(session, fc.constantFrom<'session.lose' | 'session.connect'>('session.lose', 'session.connect'))
  .map(([id, type]) => ({ actor: SYSTEM, command: { type, session: id }, wait: 1000 }));

/** Stories in which rooms matter: somebody comes in, rooms open, people go to and fro, lines break, orders come and go. */
export const roomSteps: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: comesIn },
      { weight: 4, arbitrary: opening.map((one): readonly Step[] => [one]) },
      { weight: 6, arbitrary: goes },
      { weight: 8, arbitrary: hosts.map((command): readonly Step[] => [{ actor: from(AMINA), command, wait: 200 }]) },
      { weight: 6, arbitrary: from1(everyones).map((one): readonly Step[] => [one]) },
      { weight: 2, arbitrary: lines.map((one): readonly Step[] => [one]) },
      { weight: 3, arbitrary: step.map((one): readonly Step[] => [one]) },
    ),
    { minLength: 20, maxLength: 60, size: 'max' },
  )
  .map((parts) => parts.flat());

const keptApart = (): Script => {
  const script = withLinks();
  script.must(HOST_IN_OFFICE, { type: 'separation.order', participant: DANA, against: { is: 'these', people: [RAY] } });

  return script;
};

const begun = (script: Script): Script =>
  withColleague(
    signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' }),
  );

export const roomOpenings = fc.constantFrom(
  started,
  () => withColleague(underWay()),
  () => begun(keptApart()),
);
