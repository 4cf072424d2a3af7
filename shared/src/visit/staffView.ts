import { isFamily } from './people.ts';
import type { Session } from './presence/state.ts';
import type { Participant } from './roster/state.ts';
import { areApart } from './separation/areApart.ts';
import type { KeptApartView, StaffView } from './viewShape.ts';
import type { Visit } from './visit.ts';

const namesOf = (people: readonly Participant[]): readonly string[] => people.map(({ name }) => name);

/** Those who are kept from the very same people are named together, as a mother and her child are. */
function together(said: readonly KeptApartView[], { names, from }: KeptApartView): readonly KeptApartView[] {
  const same = said.find((one) => one.from.join() === from.join());
  if (same === undefined) return [...said, { names, from }];

  return said.map((one) => (one === same ? { names: [...one.names, ...names], from } : one));
}

/**
 * [PLAN-10] Everybody for whom there is an order, with those whom it keeps from them, each two named once. By the orders and the people
 * of the plan alone, never by who is where.
 */
function keptApart(visit: Visit): readonly KeptApartView[] {
  const onPlan = [...visit.participants.values()].filter(({ standing }) => standing !== 'withdrawn');
  const ordered = onPlan.filter(({ id }) => visit.separations.orders.has(id));

  return ordered
    .map((person, place) => {
      const from = onPlan.filter((other) => areApart(visit, person.id, other.id));
      const before = ordered.slice(0, place);

      return { names: [person.name], from: namesOf(from.filter((other) => !before.includes(other))) };
    })
    .filter(({ from }) => from.length > 0)
    .reduce(together, []);
}

/**
 * [PLAN-10] What every professional of a visit has before them who signed in: with two sides in one visit, somebody who does not know it
 * speaks of the one to the other. Null for the family and whoever helps them, and for whoever came by a link, which others may hold.
 */
export const staffView = (visit: Visit, { role }: Participant, session: Session | null): StaffView | null =>
  isFamily(role) || session?.identity === 'ownLink' ? null : { keptApart: keptApart(visit) };
