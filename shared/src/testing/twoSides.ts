import fc from 'fast-check';
import { type Actor, SYSTEM } from '../visit/actor.ts';
import type { VisitCommand } from '../visit/commands.ts';
import { type CommandId, MAIN_ROOM, type ParticipantId, type RoomId, type SessionId } from '../visit/ids.ts';
import type { NewPerson } from '../visit/roster/commands.ts';
import { everyonesHere } from './hereArbitraries.ts';
import { AMINA, DANA, deviceOf, from, HOST_IN_OFFICE, keyOfDevice, linkOf, PRIYA, RAY, SAM } from './personas.ts';
import { admits, knocks, opensLink, planned, type Script, type Step, signsIn, withColleague } from './script.ts';

/** One visit of two sides that must not learn of each other: mother and child here, her friend and his brother there. */
export const VIC = 'vic' as ParticipantId;
export const VIC_COLE: NewPerson = {
  participant: VIC,
  name: 'Vic Cole',
  role: 'householdMember',
  relationship: '',
  staff: null,
};

export const HERE = [DANA, SAM] as const;
export const THERE = [RAY, VIC] as const;
/** Devices of this side, and of strangers who have one of its links. */
export const DEVICES_HERE: readonly (readonly [ParticipantId, number])[] = [
  [DANA, 1],
  [SAM, 1],
  [DANA, 2],
];

/** Planned, ordered, linked, begun; both of this side are inside, and of the other side one. */
export function twoSides(): Script {
  const script = planned()
    .must(HOST_IN_OFFICE, { type: 'roster.add', person: VIC_COLE })
    .must(HOST_IN_OFFICE, {
      type: 'separation.order',
      participant: DANA,
      against: { is: 'these', people: [...THERE] },
    })
    .must(HOST_IN_OFFICE, { type: 'separation.order', participant: SAM, against: { is: 'these', people: [...THERE] } });
  for (const participant of [...HERE, ...THERE])
    script.must(HOST_IN_OFFICE, { type: 'invitation.issue', participant }, { freshId: linkOf(participant) });
  signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
  withColleague(script);
  for (const [who, device] of DEVICES_HERE) opensLink(script, who, device);
  for (const who of HERE) admits(knocks(script, who), who);
  for (const who of THERE) opensLink(script, who);
  admits(knocks(script, RAY), RAY);
  for (const who of [AMINA, RAY]) script.must(from(who), { type: 'protection.offer', key: keyOfDevice(who) });

  return script;
}

/** One step of a story, on one of the sides; what the host does for both is of this side. */
export interface SidedStep extends Step {
  readonly side: 'here' | 'there';
}

const pick = <Thing>(things: readonly Thing[]) => fc.constantFrom(...things);

function ofSide(people: readonly ParticipantId[], room: RoomId): fc.Arbitrary<Pick<Step, 'actor' | 'command'>> {
  const devices = people.flatMap((who) => [1, 2].map((device) => [who, device] as const));
  const device = pick(devices);
  const session: fc.Arbitrary<SessionId> = device.map(([who, number]) => deviceOf(who, number));
  const asked = (actor: Actor) => (command: VisitCommand) => ({ actor, command });
  const own = fc.oneof(
    { weight: 6, arbitrary: everyonesHere },
    { weight: 2, arbitrary: fc.constant<VisitCommand>({ type: 'lobby.knock' }) },
    { weight: 2, arbitrary: fc.constant<VisitCommand>({ type: 'room.leave' }) },
    { weight: 2, arbitrary: fc.constant<VisitCommand>({ type: 'alone.answer', what: 'alone' }) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.boolean(), fc.boolean())
        .map<VisitCommand>(([comes, alone]) => ({ type: 'room.answer', comes: comes || alone, alone })),
    },
    { weight: 1, arbitrary: fc.boolean().map<VisitCommand>((quickly) => ({ type: 'presence.leave', quickly })) },
    {
      weight: 2,
      arbitrary: pick<'on' | 'off'>(['on', 'off']).map<VisitCommand>((camera) => ({
        type: 'presence.setMedia',
        microphone: 'on',
        camera,
      })),
    },
  );
  const hosts = fc.oneof(
    { weight: 8, arbitrary: session.map<VisitCommand>((id) => ({ type: 'lobby.admit', session: id })) },
    { weight: 1, arbitrary: session.map<VisitCommand>((id) => ({ type: 'lobby.deny', session: id })) },
    { weight: 1, arbitrary: pick(people).map<VisitCommand>((participant) => ({ type: 'lobby.remove', participant })) },
    { weight: 2, arbitrary: pick(people).map<VisitCommand>((participant) => ({ type: 'household.ask', participant })) },
    {
      weight: 2,
      arbitrary: pick(people).map<VisitCommand>((participant) => ({ type: 'invitation.issue', participant })),
    },
    { weight: 2, arbitrary: pick(people).map<VisitCommand>((called) => ({ type: 'introduction.call', who: called })) },
    { weight: 1, arbitrary: pick(people).map<VisitCommand>((called) => ({ type: 'introduction.done', who: called })) },
    { weight: 1, arbitrary: session.map<VisitCommand>((id) => ({ type: 'help.send', session: id, hint: 'useWifi' })) },
    {
      weight: 2,
      arbitrary: session.map<VisitCommand>((id) => ({
        type: 'unknown.notice',
        about: 'nearby',
        session: id,
        words: 'A voice',
      })),
    },
    { weight: 6, arbitrary: session.map<VisitCommand>((id) => ({ type: 'room.invite', room, session: id })) },
    { weight: 1, arbitrary: fc.constant<VisitCommand>({ type: 'room.callBack', room, session: null }) },
    { weight: 1, arbitrary: fc.constant<VisitCommand>({ type: 'room.close', room }) },
    { weight: 2, arbitrary: fc.constant<VisitCommand>({ type: 'room.tell', room, words: 'Five minutes more' }) },
    { weight: 2, arbitrary: session.map<VisitCommand>((id) => ({ type: 'alone.ask', session: id })) },
    { weight: 2, arbitrary: session.map<VisitCommand>((id) => ({ type: 'protection.accept', session: id })) },
  );
  const system = fc
    .tuple(device, pick(['open', 'connect', 'connect', 'lose'] as const))
    .map(([[who, number], what]) => {
      const id = deviceOf(who, number);
      const opening = { participant: who, invitation: linkOf(who), identity: 'ownLink', device: 'phone' } as const;
      const command: VisitCommand =
        what === 'open' ? { type: 'session.open', session: id, ...opening } : { type: `session.${what}`, session: id };

      return asked(SYSTEM)(command);
    });

  return fc.oneof(
    {
      weight: 10,
      arbitrary: fc.tuple(device, own).map(([[who, number], command]) => asked(from(who, number))(command)),
    },
    { weight: 8, arbitrary: hosts.map(asked(from(AMINA))) },
    { weight: 4, arbitrary: system },
  );
}

const ROOM_HERE = 'room-here' as RoomId;
const ROOM_THERE = 'room-there' as RoomId;

/** What professionals do of themselves, whatever goes on. */
const professionals: fc.Arbitrary<Pick<Step, 'actor' | 'command' | 'freshId'>> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(MAIN_ROOM, `${MAIN_ROOM}-2` as RoomId, ROOM_HERE)
      .map((room) => ({ actor: from(AMINA), command: { type: 'room.enter', room } as const })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<'withWhom' | 'away' | 'nothing'>('withWhom', 'away', 'nothing').map((told) => ({
      actor: from(AMINA),
      command: { type: 'room.open', told, mark: 'blue' } as const,
      freshId: ROOM_HERE,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      actor: from(AMINA),
      command: { type: 'room.invite', room: ROOM_HERE, session: deviceOf(PRIYA) } as const,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      actor: from(PRIYA),
      command: { type: 'room.answer', comes: true, alone: false } as const,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ actor: from(AMINA), command: { type: 'senses.ask' } as const }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      actor: from(AMINA),
      command: { type: 'room.tell', room: 'all', words: 'A word to all' } as const,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ actor: SYSTEM, command: { type: 'clock.pass' } as const }) },
  // What everybody's device offers is among what everybody says.
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(AMINA, PRIYA)
      .map((who) => ({ actor: from(who), command: { type: 'protection.offer', key: keyOfDevice(who) } as const })),
  },
  { weight: 3, arbitrary: fc.constant({ actor: from(AMINA), command: { type: 'protection.check' } as const }) },
);

const openingThere: fc.Arbitrary<Pick<Step, 'actor' | 'command' | 'freshId'>> = fc
  .constantFrom<'withWhom' | 'away' | 'nothing'>('withWhom', 'away', 'nothing')
  .map((told) => ({ actor: from(AMINA), command: { type: 'room.open', told, mark: 'green' }, freshId: ROOM_THERE }));

/** The other side's visit is over, and this one's is not. */
const endingThere: Pick<SidedStep, 'actor' | 'command' | 'side'> = {
  actor: from(AMINA),
  command: { type: 'space.end', room: `${MAIN_ROOM}-2` as RoomId, words: 'Goodbye' },
  side: 'there',
};

const coveringThere: Pick<SidedStep, 'actor' | 'command' | 'side'> = {
  actor: from(AMINA),
  command: { type: 'space.cover', room: `${MAIN_ROOM}-2` as RoomId, words: 'Amina looks for a paper' },
  side: 'there',
};

/** What may happen on both sides, in any order; each step has an id of its own that does not depend on the steps before it. */
export const storyOfTwoSides: fc.Arbitrary<readonly SidedStep[]> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 10, arbitrary: ofSide(HERE, ROOM_HERE).map((step) => ({ ...step, side: 'here' as const })) },
        { weight: 10, arbitrary: ofSide(THERE, ROOM_THERE).map((step) => ({ ...step, side: 'there' as const })) },
        { weight: 6, arbitrary: professionals.map((step) => ({ ...step, side: 'here' as const })) },
        { weight: 2, arbitrary: openingThere.map((step) => ({ ...step, side: 'there' as const })) },
        { weight: 1, arbitrary: fc.constant(endingThere) },
        { weight: 1, arbitrary: fc.constant(coveringThere) },
      ),
      fc.constantFrom(0, 200, 1_000, 60_000),
    ),
    { minLength: 20, maxLength: 60 },
  )
  .map((steps) =>
    steps.map(([step, wait], place) => ({
      freshId: `fresh-${place}`,
      ...step,
      wait,
      commandId: `step-${place}` as CommandId,
    })),
  );
