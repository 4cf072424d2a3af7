import type { NewVisit } from '@doorstep/shared/protocol/http.ts';
import type { CommandOf } from '@doorstep/shared/visit/commands.ts';
import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import { isFamily } from '@doorstep/shared/visit/people.ts';
import type { NewPerson } from '@doorstep/shared/visit/roster/commands.ts';
import { Refused } from './problems.ts';

type People = NewVisit['people'];

/** The id of whoever stands there in the list; `notFound` where nobody does. */
function idAt(ids: readonly ParticipantId[], place: number): ParticipantId {
  const id = ids[place];
  if (id === undefined) throw new Refused('notFound');
  return id;
}

/** [PRIV-6] Whom somebody helps is another person of the family, in the same plan; `notFound` for anybody else. */
function helpedBy(people: People, ids: readonly ParticipantId[], helper: number): ParticipantId | undefined {
  const place = people[helper]?.helps;
  if (place === undefined) return undefined;
  const helped = people[place];
  if (helped === undefined || place === helper || !isFamily(helped.role)) throw new Refused('notFound');
  return idAt(ids, place);
}

/** The people of a plan with the ids that they were given, in their order. */
export const peopleWithIds = (people: People, ids: readonly ParticipantId[]): readonly NewPerson[] =>
  people.map(({ keptApart: _, ...person }, place) => ({
    ...person,
    participant: idAt(ids, place),
    helps: helpedBy(people, ids, place),
  }));

/** In an order in which whoever is helped is on the roster before those who help them. */
export const helpersLast = (people: readonly NewPerson[]): readonly NewPerson[] => [
  ...people.filter(({ helps }) => helps === undefined),
  ...people.filter(({ helps }) => helps !== undefined),
];

/** [PLAN-10] The orders of a plan, to be given once everybody is on the roster: before that there is no link to any of them. */
export const ordersOf = (people: People, ids: readonly ParticipantId[]): readonly CommandOf<'separation.order'>[] =>
  people.flatMap(({ keptApart }, place) =>
    keptApart === undefined
      ? []
      : [
          {
            type: 'separation.order',
            participant: idAt(ids, place),
            against: { is: keptApart.is, people: keptApart.people.map((other) => idAt(ids, other)) },
          },
        ],
  );
