import { policyOf } from '../authority/policy.ts';
import type { EventOf, RecordedEvent } from '../events.ts';
import type { Evolvers } from '../evolver.ts';
import { MAIN_ROOM } from '../ids.ts';
import { emptyMain } from '../rooms/state.ts';
import { NOBODY_APART } from '../separation/state.ts';
import type { Visit } from '../visit.ts';
import type { PlanEvent } from './commands.ts';

/** The visit as it is when its log begins: the host alone on the roster, and the main room. */
export const begun = ({ visit, plan, policy, host }: EventOf<'visit.planned'>, { version }: RecordedEvent): Visit => ({
  id: visit,
  version,
  phase: { is: 'planned' },
  plan,
  policy: policyOf(policy ?? {}),
  host: host.participant,
  participants: new Map([
    [
      host.participant,
      {
        id: host.participant,
        name: host.name,
        role: 'host',
        relationship: '',
        staff: host.staff,
        speech: 'speaks',
        helps: null,
        expected: true,
        standing: 'on',
      },
    ],
  ]),
  invitations: new Map(),
  sessions: new Map(),
  rooms: new Map([[MAIN_ROOM, emptyMain(MAIN_ROOM)]]),
  households: new Map(),
  checks: new Map(),
  helps: new Map(),
  conditions: new Map(),
  sights: new Map(),
  observations: new Map(),
  separations: NOBODY_APART,
  letInto: new Map(),
  homes: new Map(),
  alonenesses: new Map(),
  protections: new Map(),
  keyless: new Set(),
  comparisons: new Map(),
  readings: new Map(),
  introductions: { calledOn: [], made: new Map() },
  senses: null,
  unknowns: new Map(),
  handled: new Set(),
});

/** What becomes of a visit by its plan and its start. */
export const planEvolvers: Evolvers<Exclude<PlanEvent['type'], 'visit.planned'>> = {
  'visit.replanned': (visit, { plan }) => ({ ...visit, plan }),
  'visit.started': (visit, { at }) => ({ ...visit, phase: { is: 'open', since: at } }),
};
