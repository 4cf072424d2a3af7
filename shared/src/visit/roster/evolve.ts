import { changed, type Evolvers } from '../evolver.ts';
import { withLinksRevoked } from '../invitations/evolve.ts';
import { withDevicesOut } from '../presence/evolve.ts';
import type { RosterEvent } from './commands.ts';

/** What becomes of a visit by who is added to its roster or taken off. */
export const rosterEvolvers: Evolvers<RosterEvent['type']> = {
  'participant.added': (visit, { person }) => ({
    ...visit,
    participants: new Map(visit.participants).set(person.participant, {
      id: person.participant,
      name: person.name,
      role: person.role,
      relationship: person.relationship,
      staff: person.staff,
      speech: person.speech ?? 'speaks',
      helps: person.helps ?? null,
      expected: visit.phase.is === 'planned',
      standing: 'on',
    }),
  }),

  'participant.withdrawn': (visit, { participant }, { at }) => ({
    ...visit,
    participants: changed(visit.participants, participant, (person) => ({ ...person, standing: 'withdrawn' })),
    invitations: withLinksRevoked(visit.invitations, participant),
    sessions: withDevicesOut(visit.sessions, participant, at),
  }),
};
