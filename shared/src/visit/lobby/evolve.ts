import { changed, type Evolvers } from '../evolver.ts';
import { withLinksRevoked } from '../invitations/evolve.ts';
import { seatRoomOf } from '../policies.ts';
import { withDevicesOut } from '../presence/evolve.ts';
import { acceptedInto } from '../protection/evolve.ts';
import { spaceOf } from '../rooms/spaces.ts';
import type { LobbyEvent } from './commands.ts';

/** What becomes of a visit by who knocked, was let in, refused or put out. */
export const lobbyEvolvers: Evolvers<LobbyEvent['type']> = {
  'session.knocked': (visit, { session, at }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({
      ...device,
      standing: { is: 'waiting', since: at },
      knocks: device.knocks + 1,
    })),
  }),
  'session.admitted': (visit, { session, room, at }) => {
    const participant = visit.sessions.get(session)?.participant;
    const isPlaced = participant !== undefined && room !== undefined;

    return {
      ...visit,
      ...(isPlaced && {
        letInto: new Map(visit.letInto).set(participant, room),
        homes: new Map(visit.homes).set(participant, room),
        protections: acceptedInto(visit, session, room),
      }),
      participants:
        participant === undefined
          ? visit.participants
          : changed(visit.participants, participant, (person) => ({ ...person, standing: 'on' })),
      sessions: changed(visit.sessions, session, (device) => ({
        ...device,
        standing: { is: 'seated', room: room ?? spaceOf(visit, device.participant), since: at },
      })),
    };
  },
  'session.denied': (visit, { session, at }) => {
    const link = visit.sessions.get(session)?.invitation ?? null;

    return {
      ...visit,
      sessions: changed(visit.sessions, session, (device) => ({ ...device, standing: { is: 'denied', at } })),
      invitations:
        link === null
          ? visit.invitations
          : changed(visit.invitations, link, (invitation) => ({ ...invitation, denials: invitation.denials + 1 })),
    };
  },
  'participant.removed': (visit, { participant, at }) => ({
    ...visit,
    participants: changed(visit.participants, participant, (person) => ({ ...person, standing: 'removed' })),
    invitations: withLinksRevoked(visit.invitations, participant),
    sessions: withDevicesOut(visit.sessions, participant, at),
  }),
  'session.removed': (visit, { session, at }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({
      ...device,
      standing: { is: 'removed', at, from: seatRoomOf(device) },
    })),
  }),
};
