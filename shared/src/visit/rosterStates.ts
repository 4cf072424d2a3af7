import type { Instant } from './ids.ts';
import { isLive } from './policies.ts';
import type { Session } from './presence/state.ts';
import type { Participant } from './roster/state.ts';
import type { RosterState } from './viewShape.ts';
import type { Visit } from './visit.ts';

type Told = { readonly state: RosterState; readonly since: Instant | null };

/** How one device makes its person appear on the roster (ROST-2). */
function told(visit: Visit, { id, standing, connection }: Session): Told {
  if (standing.is === 'arriving') return { state: 'checking', since: standing.since };
  if (standing.is === 'absent') return { state: 'expected', since: null };
  if (standing.is === 'waiting') return { state: 'waiting', since: standing.since };
  if (standing.is === 'removed') return { state: 'removed', since: standing.at };
  if (standing.is !== 'seated') return { state: 'left', since: standing.at };
  if (connection.is === 'lost') return { state: 'reconnecting', since: connection.since };

  const told = visit.conditions.get(id);
  if (told?.condition.interruption === 'hidden') return { state: 'away', since: told.since };

  return { state: 'here', since: standing.since };
}

/** Of several devices, the one that says most about its person. */
const WEIGHT: readonly RosterState[] = [
  'here',
  'away',
  'reconnecting',
  'waiting',
  'checking',
  'removed',
  'left',
  'expected',
];

/** How a person with these devices appears; of somebody who was removed, what came before does not count. */
export function toldOf(visit: Visit, person: Participant, sessions: readonly Session[]): Told {
  const isOut = person.standing === 'removed' && !sessions.some(isLive);
  const all = sessions
    .filter(({ standing }) => !isOut || standing.is === 'removed')
    .map((session) => told(visit, session))
    .sort((a, b) => WEIGHT.indexOf(a.state) - WEIGHT.indexOf(b.state));

  return all[0] ?? { state: 'expected', since: null };
}

/** Everybody but those who were taken off the plan. */
export const peopleOf = (visit: Visit): readonly Participant[] =>
  [...visit.participants.values()].filter(({ standing }) => standing !== 'withdrawn');

export const devicesOf = (visit: Visit, { id }: Participant): readonly Session[] =>
  [...visit.sessions.values()].filter(({ participant }) => participant === id);

/** [ROST-2] How each person of the plan appears on the roster. */
export const rosterStates = (visit: Visit) =>
  peopleOf(visit).map((person) => ({
    participant: person.id,
    name: person.name,
    role: person.role,
    state: toldOf(visit, person, devicesOf(visit, person)).state,
  }));
