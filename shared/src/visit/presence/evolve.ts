import { changed, changedAll, type Evolvers } from '../evolver.ts';
import type { Instant, ParticipantId, SessionId } from '../ids.ts';
import { isLive, linkCounts, seatRoomOf } from '../policies.ts';
import { spaceOf } from '../rooms/spaces.ts';
import type { PresenceEvent } from './commands.ts';
import type { Session } from './state.ts';

type Sessions = ReadonlyMap<SessionId, Session>;

/** Every device of that person put out, wherever it stood. */
export const withDevicesOut = (sessions: Sessions, participant: ParticipantId, at: Instant): Sessions =>
  changedAll(sessions, (session) =>
    session.participant === participant && (isLive(session) || session.standing.is === 'absent')
      ? { ...session, standing: { is: 'removed', at, from: seatRoomOf(session) } }
      : session,
  );

/** What becomes of devices by what they do, and by what becomes of their connections. */
export const presenceEvolvers: Evolvers<PresenceEvent['type']> = {
  'session.opened': (visit, event) => ({
    ...visit,
    sessions: new Map(visit.sessions).set(event.session, {
      id: event.session,
      participant: event.participant,
      invitation: event.invitation,
      identity: event.identity,
      device: event.device,
      arrival: event.arrival,
      openedAt: event.at,
      standing: { is: 'arriving', since: event.at },
      knocks: 0,
      connection: { is: 'lost', since: event.at },
      microphone: 'on',
      camera: 'on',
    }),
    invitations:
      event.invitation === null
        ? visit.invitations
        : changed(visit.invitations, event.invitation, (link) => ({
            ...link,
            firstSession: link.firstSession ?? event.session,
          })),
  }),
  'session.connected': (visit, { session, at }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({
      ...device,
      standing:
        device.standing.is === 'absent' && linkCounts(visit, device) ? { is: 'arriving', since: at } : device.standing,
      connection: { is: 'connected', since: at },
    })),
  }),
  'session.lost': (visit, { session, at }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({ ...device, connection: { is: 'lost', since: at } })),
  }),
  'session.entered': (visit, { session, at }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({
      ...device,
      standing: { is: 'seated', room: spaceOf(visit, device.participant), since: at },
    })),
  }),
  'session.mediaSet': (visit, { session, microphone, camera }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({ ...device, microphone, camera })),
  }),
  'session.left': (visit, { session, quickly, at }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({
      ...device,
      standing: { is: 'left', quickly, at, from: seatRoomOf(device) },
    })),
  }),
  'session.seatLost': (visit, { session, at }) => ({
    ...visit,
    sessions: changed(visit.sessions, session, (device) => ({
      ...device,
      standing: device.standing.is === 'arriving' ? { is: 'absent' } : { is: 'seatLost', at, from: seatRoomOf(device) },
    })),
  }),
};
