import type { Role } from '@doorstep/shared/visit/people.ts';
import type { RosterEntry } from '@doorstep/shared/visit/viewShape.ts';
import { KEPT_APART_HOLDS } from '../../content/staff/keptApartHolds.ts';

const WORDS = KEPT_APART_HOLDS;

const OF_FAMILY: Readonly<Record<Role, boolean>> = {
  host: false,
  chair: false,
  colleague: false,
  otherProfessional: false,
  manager: false,
  child: true,
  parent: true,
  householdMember: true,
  supporter: true,
  interpreter: true,
};

/** [PLAN-10] Whether somebody with this role can be kept apart: professionals are there for both sides. */
export const isOfFamily = (role: Role): boolean => OF_FAMILY[role];

/** Whether an order for `one` keeps `other` away, as the visit itself reckons it. */
function isKeptFrom({ keptApart }: RosterEntry, { participant, role, isStranger }: RosterEntry): boolean {
  if (keptApart === null || !isOfFamily(role)) return false;
  if (keptApart.people.includes(participant)) return keptApart.is === 'these';

  return keptApart.is === 'allBut' || isStranger;
}

type Roster = readonly RosterEntry[];

/** [PLAN-10] Everybody from whom somebody is kept apart, by an order for either of the two. */
export const apartFrom = (roster: Roster, entry: RosterEntry): Roster =>
  roster.filter(
    (other) => other.participant !== entry.participant && (isKeptFrom(entry, other) || isKeptFrom(other, entry)),
  );

/** … of these, whom no order of their own names or means. */
export const apartByOthers = (roster: Roster, entry: RosterEntry): Roster =>
  apartFrom(roster, entry).filter((other) => !isKeptFrom(entry, other));

/** … who could meet them, were no order for them any more. */
export function freedWithout(roster: Roster, entry: RosterEntry): Roster {
  const free = { ...entry, keptApart: null };
  const still = apartFrom(roster, free);

  return apartFrom(roster, entry).filter((other) => !still.includes(other));
}

export const namesOf = (roster: Roster): readonly string[] => roster.map(({ name }) => name);

/** [PLAN-10] What holds for somebody, in a sentence without its subject. Of orders for everyone, what was said and not whom it means today. */
export function sayApart(roster: Roster, entry: RosterEntry): string {
  if (entry.keptApart?.is === 'allBut') {
    const { people } = entry.keptApart;
    const spared = namesOf(roster.filter(({ participant }) => people.includes(participant)));
    return spared.length === 0 ? WORDS.everyone : WORDS.everyoneBut(spared);
  }

  const names = namesOf(apartFrom(roster, entry));
  return names.length === 0 ? WORDS.none : WORDS.from(names);
}

/** Adults who might have to be kept apart; an interpreter comes for one of them. */
const isAdult = ({ role }: RosterEntry): boolean => isOfFamily(role) && role !== 'child' && role !== 'interpreter';
const wasSent = ({ invitation }: RosterEntry): boolean => invitation !== null && (invitation.sent || invitation.opened);

/** [PLAN-10] Whether somebody of the family may have a message about this visit already. */
export const areLinksOut = (roster: Roster): boolean =>
  roster.some((entry) => isOfFamily(entry.role) && wasSent(entry));

/** [PLAN-10] Whether it is time to ask about keeping people apart: two adults could meet, nothing was ordered, not both have been written to. */
export function isTimeToAsk(roster: Roster): boolean {
  const adults = roster.filter(isAdult);
  const isOrdered = roster.some(({ keptApart }) => keptApart !== null);

  return adults.length >= 2 && !isOrdered && adults.filter(wasSent).length < 2;
}
