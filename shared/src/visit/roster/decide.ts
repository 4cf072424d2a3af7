import { no, ok } from '../../lib/result.ts';
import type { Decider } from '../decider.ts';
import { untargeted } from '../decider.ts';
import type { ParticipantId } from '../ids.ts';
import { isFamily } from '../people.ts';
import { firstNo, hostOnly } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';
import type { NewPerson } from './commands.ts';
import { cleaned, isReadable, skeleton } from './names.ts';
import type { Participant } from './state.ts';

/** More people than this never share one visit; it bounds what a view can weigh. */
const MOST_PEOPLE = 40;

/** Everybody but those who were taken off the plan: they are in no view, nor in anybody's way. */
const peopleOf = (visit: Visit): readonly Participant[] =>
  [...visit.participants.values()].filter(({ standing }) => standing !== 'withdrawn');

/** Whether a name could be taken for somebody else's in this visit (JOIN-8). People taken off the plan no longer count; people put out do. */
const isTaken = (visit: Visit, name: string): boolean =>
  peopleOf(visit).some((person) => skeleton(person.name) === skeleton(name));

function refuseNewPerson(visit: Visit, person: NewPerson): RefusalCode | null {
  if (person.role === 'host') return 'oneHostOnly';
  if (person.role === 'chair' && person.staff === null) return 'chairSignsIn';
  if (person.role === 'chair' && peopleOf(visit).some(({ role }) => role === 'chair')) return 'oneChairOnly';
  if (person.staff !== null && isFamily(person.role)) return 'familyNeverSignsIn';
  if (!isReadable(cleaned(person.name))) return 'nameUnreadable';
  if (isTaken(visit, person.name)) return 'nameTaken';

  const known = [...visit.participants.values()].some(
    (other) =>
      other.id === person.participant ||
      (person.staff !== null && other.staff === person.staff && other.standing !== 'withdrawn'),
  );

  return known ? 'alreadyOnRoster' : null;
}

/** [JOIN-8] Names are given by the host, once; nobody names themselves. */
export const rosterAdd: Decider<'roster.add'> = {
  target: () => null,
  targets: untargeted,
  permits: (visit, actor) =>
    firstNo(hostOnly(visit, actor), peopleOf(visit).length >= MOST_PEOPLE ? 'rosterFull' : null),
  decide: (visit, { person }) => {
    const refusal = refuseNewPerson(visit, person);
    if (refusal !== null) return no(refusal);

    const named = { ...person, name: cleaned(person.name), relationship: cleaned(person.relationship) };

    return ok([{ type: 'participant.added', person: named }]);
  },
};

/** Takes somebody off the plan who is not in the visit; whoever is at the door or inside is removed instead. */
export const rosterWithdraw: Decider<'roster.withdraw'> = {
  target: ({ participant }) => participant,
  targets: (visit) => [...visit.participants.keys()].filter((id) => refuseWithdrawal(visit, id) === null),
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseWithdrawal(visit, target)),
  decide: (_visit, { participant }) => ok([{ type: 'participant.withdrawn', participant }]),
};

function refuseWithdrawal(visit: Visit, target: string | null): RefusalCode | null {
  const person = visit.participants.get(target as ParticipantId);
  if (person === undefined || person.standing === 'withdrawn') return 'notFound';
  if (person.id === visit.host) return 'hostStays';

  const inside = [...visit.sessions.values()].some(
    ({ participant, standing }) => participant === person.id && (standing.is === 'waiting' || standing.is === 'seated'),
  );

  return inside ? 'stillConnected' : null;
}
