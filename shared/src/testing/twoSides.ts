import type { ParticipantId } from '../visit/ids.ts';
import { spaceOf } from '../visit/rooms/spaces.ts';
import type { NewPerson } from '../visit/roster/commands.ts';
import { areApart } from '../visit/separation/areApart.ts';
import type { Visit } from '../visit/visit.ts';
import { AMINA, DANA, from, HOST_IN_OFFICE, keyOfDevice, linkOf, PRIYA, RAY, SAM } from './personas.ts';
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

export const VIC_COLE = ofHousehold(VIC, 'Vic Cole');
export const UNCLE_COLE = ofHousehold(STRANGER, 'Bert Cole');

/** Who must not learn of whom in one visit. */
export interface Sides {
  /** Those whose devices are listened to. */
  readonly here: readonly ParticipantId[];
  readonly there: readonly ParticipantId[];
  /** Whom both sides may meet, besides the professionals. */
  readonly shared: readonly ParticipantId[];
}

/** Listened to on the side of the first main room, and on the side of the second; with a child of one side, and with one of both. */
export const ALL_SIDES: readonly Sides[] = [
  { here: [DANA, SAM], there: [RAY, VIC], shared: [] },
  { here: [DANA], there: [RAY, VIC], shared: [SAM] },
  { here: [RAY, VIC], there: [DANA, SAM], shared: [] },
  { here: [RAY, VIC], there: [DANA], shared: [SAM] },
];

/** The devices that are listened to; the second of the first person is a stranger’s who has one of this side’s links. */
export const devicesHere = ({ here }: Sides): readonly (readonly [ParticipantId, number])[] => [
  ...here.map((who) => [who, 1] as const),
  ...here.slice(0, 1).map((who) => [who, 2] as const),
];

/** Let in before a story begins; the fourth of the family stands at the door. */
export const INSIDE: readonly ParticipantId[] = [DANA, SAM, RAY];

/** Planned, ordered, linked and begun; everybody but one is inside. */
export function twoSides(sides: Sides): Script {
  const script = planned().must(HOST_IN_OFFICE, { type: 'roster.add', person: VIC_COLE });
  for (const participant of sides.here)
    script.must(HOST_IN_OFFICE, {
      type: 'separation.order',
      participant,
      against: { is: 'these', people: [...sides.there] },
    });
  const family = [...INSIDE, VIC];
  for (const participant of family)
    script.must(HOST_IN_OFFICE, { type: 'invitation.issue', participant }, { freshId: linkOf(participant) });
  signsIn(script, AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });
  withColleague(script);
  for (const who of family) opensLink(script, who);
  for (const [who, device] of devicesHere(sides)) if (device > 1) opensLink(script, who, device);
  for (const who of INSIDE) admits(knocks(script, who), who);
  for (const who of [AMINA, RAY]) script.must(from(who), { type: 'protection.offer', key: keyOfDevice(who) });

  return script;
}

/** One step of a story. `there`: what the other side does, and what the host does with it; everything else happens before the eyes of this side, or may. */
export interface SidedStep extends Step {
  readonly side: 'here' | 'there';
}

export interface Story {
  readonly sides: Sides;
  readonly steps: readonly SidedStep[];
}

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
