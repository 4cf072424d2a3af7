import fc from 'fast-check';
import type { CheckReport } from '../visit/checks/state.ts';
import type { VisitCommand } from '../visit/commands.ts';
import type { ParticipantId, SessionId } from '../visit/ids.ts';
import type { Introducible } from '../visit/rounds/state.ts';
import type { CaseCommandType } from '../visit/unknown/commands.ts';
import type { CaseId } from '../visit/unknown/state.ts';
import type { Visit } from '../visit/visit.ts';
import { AMINA, DANA, deviceOf, keyOfDevice, LENA, PRIYA, RAY, SAM, TOM } from './personas.ts';
import { CHECKED } from './probes.ts';

/** Ids that are only known once the story is played: the so-manieth open matter, or companion. */
const PLACES = ['#0', '#1', '#2'] as const;
type Place = (typeof PLACES)[number];
const placeOf = (id: string): number => PLACES.indexOf(id as Place);

/** Whoever leads begins to read the pictures, and says that they are the same; of which devices is only known once the story is played. */
export const BEGINS: VisitCommand = { type: 'protection.begin', number: 'n'.repeat(22) };
export const CHECKS: VisitCommand = { type: 'protection.check', number: 'n'.repeat(22), devices: [] };

/** Keys are only known once the story is played: whoever compares in a story names what a screen that shows everybody would show. */
export function withKeys(command: VisitCommand, { sessions, protections }: Visit): VisitCommand {
  if (command.type !== 'protection.check') return command;

  const devices = [...sessions.keys()].map((session) => ({ session, key: protections.get(session)?.key ?? null }));

  return { ...command, devices };
}

/** The command as it is said in this visit: with the ids of matters and companions that there are by now. */
export function resolved(command: VisitCommand, visit: Visit): VisitCommand {
  if (command.type === 'protection.check') return withKeys(command, visit);
  if ('case' in command) {
    const open = [...visit.unknowns.values()].filter((known) => known.open);
    const known = open[placeOf(command.case) % Math.max(open.length, 1)] ?? [...visit.unknowns.values()][0];

    return known === undefined ? command : { ...command, case: known.id };
  }
  if (command.type !== 'introduction.call' && command.type !== 'introduction.done') return command;

  const beside = [...visit.households.values()].flatMap(({ people }) => people ?? []);
  const companion = beside[placeOf(command.who)];

  return companion === undefined ? command : { ...command, who: companion.id };
}

const everybody = fc.constantFrom(AMINA, PRIYA, TOM, LENA, DANA, SAM, RAY);
const session: fc.Arbitrary<SessionId> = fc
  .tuple(fc.constantFrom(DANA, SAM, DANA, SAM, RAY, LENA, PRIYA, TOM, AMINA), fc.constantFrom(1, 1, 1, 2))
  .map(([who, device]) => deviceOf(who, device));
const who: fc.Arbitrary<Introducible> = fc.oneof(
  everybody,
  fc.constantFrom(...PLACES).map((place) => place as string as Introducible),
);
const yesNo = fc.constantFrom<'yes' | 'no'>('yes', 'no');
const words = fc.constantFrom('', 'As it was said');

const CASE_COMMANDS: readonly CaseCommandType[] = [
  'unknown.askFamily',
  'unknown.askFamily',
  'unknown.explain',
  'unknown.explain',
  'unknown.introduce',
  'unknown.refuse',
  'unknown.describe',
  'unknown.warn',
  'unknown.left',
  'unknown.nobody',
  'unknown.close',
];

const onCases: fc.Arbitrary<VisitCommand> = fc
  .tuple(fc.constantFrom(...CASE_COMMANDS), fc.constantFrom(...PLACES), words)
  .map(([type, place, said]) => ({ type, case: place as string as CaseId, words: said }));

const WAYS: readonly (readonly CaseCommandType[])[] = [
  ['unknown.introduce'],
  ['unknown.askFamily', 'unknown.explain', 'unknown.introduce'],
  ['unknown.askFamily', 'unknown.explain', 'unknown.nobody'],
  ['unknown.askFamily', 'unknown.refuse', 'unknown.describe', 'unknown.warn', 'unknown.left', 'unknown.close'],
];

/** The host notices somebody, or takes up what is open, goes a whole way through with it, and in the end may put somebody out. */
export const dealing: fc.Arbitrary<readonly VisitCommand[]> = fc
  .tuple(fc.constantFrom(...WAYS), fc.option(session, { freq: 2 }), fc.boolean(), fc.option(everybody, { freq: 3 }))
  .map(([way, near, isNew, removed]) => [
    ...(isNew ? [{ type: 'unknown.notice', about: 'nearby', session: near, words: '' } as const] : []),
    ...way.map((type): VisitCommand => ({ type, case: '#0' as string as CaseId, words: 'Said' })),
    ...(removed === null ? [] : [{ type: 'lobby.remove', participant: removed } as const]),
  ]);

/** Somebody is noticed, asked about and not named; whichever of the open matters it is. */
export const refusedMatter: fc.Arbitrary<readonly VisitCommand[]> = fc.constant([
  { type: 'unknown.notice', about: 'nearby', session: null, words: '' },
  ...(['unknown.askFamily', 'unknown.refuse'] as const).flatMap((type) =>
    PLACES.map((place): VisitCommand => ({ type, case: place as string as CaseId, words: '' })),
  ),
]);

/** What the host does about people who are here. */
export const hostHere: fc.Arbitrary<VisitCommand> = fc.oneof(
  { weight: 8, arbitrary: onCases },
  {
    weight: 2,
    arbitrary: fc
      .option(everybody, { freq: 3 })
      .map<VisitCommand>((participant: ParticipantId | null) => ({ type: 'household.ask', participant })),
  },
  { weight: 2, arbitrary: session.map<VisitCommand>((id) => ({ type: 'help.send', session: id, hint: 'useWifi' })) },
  { weight: 1, arbitrary: session.map<VisitCommand>((id) => ({ type: 'help.close', session: id })) },
  { weight: 1, arbitrary: session.map<VisitCommand>((id) => ({ type: 'lobby.putOut', session: id })) },
  { weight: 2, arbitrary: who.map<VisitCommand>((called) => ({ type: 'introduction.call', who: called })) },
  { weight: 1, arbitrary: who.map<VisitCommand>((called) => ({ type: 'introduction.done', who: called })) },
  {
    weight: 2,
    arbitrary: everybody.map<VisitCommand>((participant) => ({
      type: 'observation.note',
      participant,
      words: 'Smiles',
    })),
  },
  { weight: 1, arbitrary: fc.constant<VisitCommand>({ type: 'senses.ask' }) },
  { weight: 2, arbitrary: session.map<VisitCommand>((id) => ({ type: 'protection.accept', session: id })) },
  { weight: 3, arbitrary: fc.constantFrom<VisitCommand>(BEGINS, CHECKS, CHECKS) },
);

/** What the chair does beside the host, and tries to. */
export const chairsHere: fc.Arbitrary<VisitCommand> = fc.oneof(
  { weight: 4, arbitrary: hostHere },
  { weight: 2, arbitrary: everybody.map<VisitCommand>((participant) => ({ type: 'lobby.remove', participant })) },
  { weight: 2, arbitrary: session.map<VisitCommand>((id) => ({ type: 'lobby.deny', session: id })) },
  {
    weight: 1,
    arbitrary: fc.constant<VisitCommand>({ type: 'visit.end', words: 'We could not find out who it was.' }),
  },
);

const report: fc.Arbitrary<CheckReport> = fc
  .tuple(
    fc.constantFrom<CheckReport['camera']>('works', 'refused'),
    fc.constantFrom<CheckReport['network']>('good', 'poor'),
  )
  .map(([camera, network]) => ({ ...CHECKED, camera, network }));

const people = fc.array(
  fc.record({ name: fc.constantFrom('Nan', 'Bo', 'Ѕam Hughes', '🙂'), relationship: fc.constantFrom('', 'neighbour') }),
  { maxLength: 2 },
);

const condition: fc.Arbitrary<VisitCommand> = fc
  .record({
    blur: fc.constantFrom<'on' | 'off' | 'notKnown'>('on', 'off', 'notKnown'),
    camera: fc.constantFrom<'ordinary' | 'virtual'>('ordinary', 'virtual'),
    interruption: fc.constantFrom<'none' | 'camera' | 'hidden'>('none', 'camera', 'hidden'),
    hears: yesNo,
  })
  .map((told) => ({ type: 'condition.tell', condition: told }));

/** Most devices can encrypt; a key may be another one after a reload. */
const offers: fc.Arbitrary<VisitCommand> = fc
  .constantFrom(keyOfDevice('one'), keyOfDevice('one'), keyOfDevice('two'), null)
  .map((key) => ({ type: 'protection.offer', key }));

/** What devices say of themselves, and professionals of what they see. */
export const everyonesHere: fc.Arbitrary<VisitCommand> = fc.oneof(
  { weight: 4, arbitrary: people.map<VisitCommand>((named) => ({ type: 'household.tell', people: named })) },
  { weight: 2, arbitrary: report.map<VisitCommand>((found) => ({ type: 'check.report', report: found })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<'phoneMe' | 'stuck' | 'nothing'>('phoneMe', 'stuck', 'nothing')
      .map<VisitCommand>((what) => ({ type: 'help.ask', what })),
  },
  { weight: 4, arbitrary: fc.constant<VisitCommand>({ type: 'help.dismiss' }) },
  {
    weight: 2,
    arbitrary: fc.tuple(yesNo, yesNo).map<VisitCommand>(([sees, hears]) => ({ type: 'senses.answer', sees, hears })),
  },
  { weight: 5, arbitrary: condition },
  { weight: 4, arbitrary: offers },
  {
    weight: 4,
    arbitrary: fc
      .tuple(session, fc.constantFrom<'seen' | 'frozen'>('seen', 'frozen'))
      .map<VisitCommand>(([id, sight]) => ({ type: 'sight.tell', session: id, sight })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom<'device' | 'nearby'>('device', 'nearby'), fc.option(session, { freq: 5 }), words)
      .map<VisitCommand>(([about, near, said]) => ({ type: 'unknown.notice', about, session: near, words: said })),
  },
);
