import { MAIN_ROOM, type ParticipantId } from '../visit/ids.ts';
import { spaceOf } from '../visit/rooms/spaces.ts';
import type { Mark } from '../visit/rooms/state.ts';
import type { NewPerson } from '../visit/roster/commands.ts';
import { areApart } from '../visit/separation/areApart.ts';
import type { Against } from '../visit/separation/state.ts';
import type { Visit } from '../visit/visit.ts';
import { AMINA, DANA, from, HOST_IN_OFFICE, keyOfDevice, LENA, linkOf, PRIYA, RAY, SAM } from './personas.ts';
import { admits, knocks, opensLink, planned, type Script, type Step, signsIn, withColleague } from './script.ts';

/** The friend’s brother, and somebody of his whom nobody expected. */
export const VIC = 'vic' as ParticipantId;
export const STRANGER = 'uncle' as ParticipantId;

const ofHousehold = (participant: ParticipantId, name: string): NewPerson => ({
  participant,
  name,
  role: 'householdMember',
  relationship: '',
  staff: null,
});

/** Interprets for the mother, in stories of whose sides she is. */
export const LENA_VOSS: NewPerson = { ...ofHousehold(LENA, 'Lena Voss'), role: 'interpreter', helps: DANA };
export const VIC_COLE = ofHousehold(VIC, 'Vic Cole');
export const UNCLE_COLE = ofHousehold(STRANGER, 'Bert Cole');

/** By which the other side’s private room is known. */
export const MARK_THERE: Mark = 'green';

/** Who must not learn of whom in one visit. */
export interface Sides {
  /** Those whose devices are listened to. */
  readonly here: readonly ParticipantId[];
  readonly there: readonly ParticipantId[];
  /** Whom both sides may meet, besides the professionals. */
  readonly shared: readonly ParticipantId[];
  /** Orders beside those that keep this side from the other. */
  readonly more?: readonly (readonly [ParticipantId, Against])[];
}

/** Listened to on the side of the first main room, and on the side of the second; with a child of one side, and with one of both. */
export const ALL_SIDES: readonly Sides[] = [
  { here: [DANA, SAM], there: [RAY, VIC], shared: [] },
  { here: [DANA], there: [RAY, VIC], shared: [SAM] },
  { here: [RAY, VIC], there: [DANA, SAM], shared: [] },
  { here: [RAY, VIC], there: [DANA], shared: [SAM] },
  // Only the interpreter is kept from whoever comes unexpectedly: they may sit with the mother, and must not drive her interpreter away.
  { here: [LENA], there: [VIC], shared: [DANA, SAM, RAY], more: [[VIC, { is: 'these', people: [DANA, LENA] }]] },
];

const everybodyOf = ({ here, there, shared }: Sides): readonly ParticipantId[] => [...here, ...there, ...shared];

/** Who is on the plan beside those of every story. */
export const alsoPlanned = (sides: Sides): readonly NewPerson[] => [
  VIC_COLE,
  ...(everybodyOf(sides).includes(LENA) ? [LENA_VOSS] : []),
];

/** Every order of a story, as it is given before its visit begins. */
export const ordersOf = ({ here, there, more }: Sides): readonly (readonly [ParticipantId, Against])[] => [
  ...(more ?? []),
  ...here.map((who) => [who, { is: 'these', people: [...there] }] as const),
];

/** The devices that are listened to; the second of the first person is a stranger’s who has one of this side’s links. */
export const devicesHere = ({ here }: Sides): readonly (readonly [ParticipantId, number])[] => [
  ...here.map((who) => [who, 1] as const),
  ...here.slice(0, 1).map((who) => [who, 2] as const),
];

/** Let in before a story begins; the friend’s brother stands at the door. */
export const insideOf = (sides: Sides): readonly ParticipantId[] => [
  DANA,
  SAM,
  RAY,
  ...everybodyOf(sides).filter((who) => who === LENA),
];

/** Planned, ordered, linked and begun; everybody but one is inside. */
export function twoSides(sides: Sides): Script {
  const script = planned();
  for (const person of alsoPlanned(sides)) script.must(HOST_IN_OFFICE, { type: 'roster.add', person });
  for (const [participant, against] of ordersOf(sides))
    script.must(HOST_IN_OFFICE, { type: 'separation.order', participant, against });
  const family = [...insideOf(sides), VIC];
  for (const participant of family)
    script.must(HOST_IN_OFFICE, { type: 'invitation.issue', participant }, { freshId: linkOf(participant) });
  signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
  withColleague(script);
  for (const who of family) opensLink(script, who);
  for (const [who, device] of devicesHere(sides)) if (device > 1) opensLink(script, who, device);
  for (const who of insideOf(sides)) admits(knocks(script, who), who);
  for (const who of [AMINA, PRIYA, RAY]) script.must(from(who), { type: 'protection.offer', key: keyOfDevice(who) });

  return script;
}

/**
 * One step of a story. `there`: what the other side does, and what the host does with it. `withHost`, `withColleague`: what is done in the
 * room in which they sit, which is the other side’s business when that is. Everything else happens before the eyes of this side, or may.
 */
export interface SidedStep extends Step {
  readonly side: 'here' | 'there' | 'withHost' | 'withColleague';
}

export interface Story {
  readonly sides: Sides;
  readonly steps: readonly SidedStep[];
}

/** Whether this one sits in the other side’s main room, or in the private room of which nobody here knows. */
function isWithTheOthers(visit: Visit, { here }: Sides, who: ParticipantId): boolean {
  const seats = [...visit.sessions.values()].flatMap(({ participant, standing }) =>
    standing.is === 'seated' ? [{ participant, room: standing.room }] : [],
  );
  const ours = [
    ...here.map((who) => spaceOf(visit, who)),
    ...seats.flatMap(({ participant, room }) => (here.includes(participant) ? [room] : [])),
  ];
  const room = visit.rooms.get(seats.find(({ participant }) => participant === who)?.room ?? MAIN_ROOM);

  return room?.kind === 'private' ? room.mark === MARK_THERE : room !== undefined && !ours.includes(room.id);
}

/** Whether a step is told when what the other side does is left out. */
export const isToldHere = ({ side }: SidedStep, visit: Visit, sides: Sides): boolean =>
  side === 'here' || (side !== 'there' && !isWithTheOthers(visit, sides, side === 'withHost' ? AMINA : PRIYA));

/** Whom the host may see on both sides: professionals, and a child of both. */
export const between = ({ shared }: Sides): readonly ParticipantId[] => [AMINA, PRIYA, ...shared];

const areStillApart = ({ participants, ...visit }: Visit, { here, there }: Sides): boolean =>
  [...there, STRANGER]
    .filter((other) => participants.has(other))
    .every((other) => here.every((one) => areApart({ participants, ...visit }, one, other)));

/**
 * What this side may see the other one’s doings by, without being told of anybody: where those are, and at home, who go between, and what
 * the host ordered for this side. As long as it is the same in two tellings of one story, everything that reaches this side must be; where it
 * parts, as when the child of both has gone to a room in the one and was refused it in the other, what they see parts lawfully. Null once
 * the two sides are kept apart no more.
 */
export function betweenTheSides(visit: Visit, sides: Sides): string | null {
  if (!areStillApart(visit, sides)) return null;

  const places = [...visit.sessions.values()]
    .filter(({ participant }) => between(sides).includes(participant))
    .map(({ id, standing }) => `${id} ${standing.is === 'seated' ? standing.room : standing.is}`);
  const homes = sides.shared.map((who) => `${who} ${spaceOf(visit, who)}`);
  const orders = sides.here.map((who) => JSON.stringify(visit.separations.orders.get(who) ?? null));

  return [...places, ...homes, ...orders].join('\n');
}
