import type { Instant } from './ids.ts';
import { isLive, personOf } from './policies.ts';
import type { Session } from './presence/state.ts';
import type { Participant } from './roster/state.ts';
import type { ConsoleView, DeviceView, InvitationView, LobbyEntry, RosterEntry, RosterState } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** A device as the people in its room see it; `reconnecting` while its seat is kept for it (SAFE-5). */
export const deviceView = (session: Session): DeviceView => ({
  session: session.id,
  device: session.device,
  microphone: session.microphone,
  camera: session.camera,
  connection: session.connection.is === 'connected' ? 'connected' : 'reconnecting',
});

type Told = { readonly state: RosterState; readonly since: Instant | null };

/** How one device makes its person appear on the roster (ROST-2). */
function told({ standing, connection }: Session): Told {
  if (standing.is === 'arriving') return { state: 'checking', since: standing.since };
  if (standing.is === 'absent') return { state: 'expected', since: null };
  if (standing.is === 'waiting') return { state: 'waiting', since: standing.since };
  if (standing.is === 'removed') return { state: 'removed', since: standing.at };
  if (standing.is !== 'seated') return { state: 'left', since: standing.at };
  if (connection.is === 'lost') return { state: 'away', since: connection.since };

  return { state: 'here', since: standing.since };
}

/** Of several devices, the one that says most about its person. */
const WEIGHT: readonly RosterState[] = ['here', 'away', 'waiting', 'checking', 'removed', 'left', 'expected'];

function toldOf(sessions: readonly Session[]): Told {
  const all = sessions.map(told).sort((a, b) => WEIGHT.indexOf(a.state) - WEIGHT.indexOf(b.state));

  return all[0] ?? { state: 'expected', since: null };
}

function newestLink(visit: Visit, person: Participant): InvitationView | null {
  const link = [...visit.invitations.values()].filter(({ participant }) => participant === person.id).at(-1);
  if (link === undefined) return null;

  return {
    id: link.id,
    sent: link.sent,
    opened: link.firstSession !== null,
    revoked: link.revoked,
    expiresAt: link.expiresAt,
  };
}

function rosterEntry(visit: Visit, person: Participant): RosterEntry {
  const sessions = [...visit.sessions.values()].filter(({ participant }) => participant === person.id);
  const isOut = person.standing === 'removed' && !sessions.some(isLive);

  return {
    participant: person.id,
    name: person.name,
    role: person.role,
    relationship: person.relationship,
    joinsBy: person.staff === null ? 'link' : 'signsIn',
    ...toldOf(isOut ? sessions.filter(({ standing }) => standing.is === 'removed') : sessions),
    addedLate: !person.expected,
    quickExit: hasLeftQuickly(sessions),
    devices: sessions.filter(isLive).map((session) => ({ ...deviceView(session), arrival: session.arrival })),
    invitation: newestLink(visit, person),
  };
}

/** [CARE-5] Until the person is inside again: what their other devices do must not hide it. */
const hasLeftQuickly = (sessions: readonly Session[]): boolean =>
  sessions.some(({ standing }) => standing.is === 'left' && standing.quickly) &&
  !sessions.some(({ standing }) => standing.is === 'seated');

function lobbyEntry(visit: Visit, session: Session): LobbyEntry {
  const person = personOf(visit, session);

  return {
    session: session.id,
    participant: person.id,
    name: person.name,
    role: person.role,
    relationship: person.relationship,
    device: session.device,
    arrival: session.arrival,
    since: session.standing.is === 'waiting' ? session.standing.since : session.openedAt,
    connection: session.connection.is === 'connected' ? 'connected' : 'reconnecting',
    deniedBefore: session.invitation !== null && (visit.invitations.get(session.invitation)?.denials ?? 0) > 0,
  };
}

/** The host's overview: everyone of the plan, and everyone at the door, longest waiting first. */
export const consoleView = (visit: Visit): ConsoleView => ({
  roster: [...visit.participants.values()]
    .filter(({ standing }) => standing !== 'withdrawn')
    .map((person) => rosterEntry(visit, person)),
  lobby: [...visit.sessions.values()]
    .filter(({ standing }) => standing.is === 'waiting')
    .map((session) => lobbyEntry(visit, session))
    .sort((a, b) => a.since - b.since),
});
