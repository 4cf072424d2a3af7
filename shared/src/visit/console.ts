import { conditionOf } from './condition/decide.ts';
import { deviceView, helpOf, saidWhoOf } from './deviceView.ts';
import type { InvitationView } from './invitations/viewShape.ts';
import { mattersView } from './matterView.ts';
import { lateFrom } from './plan/late.ts';
import { isLive, personOf } from './policies.ts';
import type { Session } from './presence/state.ts';
import { protectionOf } from './protection/protectionOf.ts';
import { roomsOverview } from './rooms/roomsView.ts';
import type { Participant } from './roster/state.ts';
import { devicesOf, peopleOf, toldOf } from './rosterStates.ts';
import { introducedOf } from './rounds/introductions.ts';
import { sensesAnswerOf } from './rounds/senses.ts';
import { isStranger } from './separation/areApart.ts';
import type { Sight } from './sight/state.ts';
import { casesAbout, casesOf } from './unknown/cases.ts';
import type { ConsoleView, HostDeviceView, LobbyEntry, RosterEntry } from './viewShape.ts';
import type { Visit } from './visit.ts';

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

/** [SEE-4] What the host's own screen shows of a device. A screen that is not heard from says nothing. */
function sightOf(visit: Visit, { id }: Session): Sight | null {
  const watchers = visit.sights.get(id);
  if (watchers === undefined) return null;

  const own = [...watchers].filter(([id]) => {
    const watcher = visit.sessions.get(id);
    return watcher?.participant === visit.host && watcher.connection.is === 'connected';
  });
  // The newest that shows the person at all: one screen may be in the back while another is looked at.
  const shown = own.map(([, { sight }]) => sight).reverse();

  return shown.find((sight) => sight === 'seen') ?? shown.find((sight) => sight !== 'notShown') ?? shown[0] ?? null;
}

function hostDeviceView(visit: Visit, session: Session): HostDeviceView {
  const { blur, camera } = conditionOf(visit, session.id);

  return {
    ...deviceView(visit, session, null),
    protection: { key: null, is: protectionOf(visit, session.id) },
    arrival: session.arrival,
    blur,
    cameraKind: camera,
    check: visit.checks.get(session.id)?.report ?? null,
    help: helpOf(visit, session),
    saidWho: saidWhoOf(visit, session),
    senses: sensesAnswerOf(visit, session),
    sight: sightOf(visit, session),
    unexpected: casesAbout(visit, session.id).some(({ open }) => open),
  };
}

function asksOf(visit: Visit, sessions: readonly Session[]): RosterEntry['asks'] {
  const open = sessions.flatMap(({ id }) => {
    const asked = visit.helps.get(id)?.asked;
    return asked ? [{ session: id, ...asked }] : [];
  });
  const newest = open.sort((a, b) => b.at - a.at)[0];

  return newest === undefined ? null : { session: newest.session, what: newest.what };
}

function rosterEntry(visit: Visit, person: Participant): RosterEntry {
  const sessions = devicesOf(visit, person);

  return {
    participant: person.id,
    name: person.name,
    role: person.role,
    relationship: person.relationship,
    speech: person.speech,
    helps: person.helps,
    keptApart: visit.separations.orders.get(person.id) ?? null,
    isStranger: isStranger(visit, person.id),
    observed: visit.observations.get(person.id) ?? null,
    joinsBy: person.staff === null ? 'link' : 'signsIn',
    ...toldOf(visit, person, sessions),
    addedLate: !person.expected,
    quickExit: hasLeftQuickly(sessions),
    introduced: introducedOf(visit, person.id),
    asks: asksOf(visit, sessions),
    devices: sessions.filter(isLive).map((session) => hostDeviceView(visit, session)),
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
    check: visit.checks.get(session.id)?.report ?? null,
    help: helpOf(visit, session),
    saidWho: saidWhoOf(visit, session),
    protection: protectionOf(visit, session.id),
    deniedBefore: session.invitation !== null && (visit.invitations.get(session.invitation)?.denials ?? 0) > 0,
  };
}

/** The host's overview: everyone of the plan, and everyone at the door, longest waiting first. */
export const consoleView = (visit: Visit): ConsoleView => ({
  roster: peopleOf(visit).map((person) => rosterEntry(visit, person)),
  lobby: [...visit.sessions.values()]
    .filter(({ standing }) => standing.is === 'waiting')
    .map((session) => lobbyEntry(visit, session))
    .sort((a, b) => a.since - b.since),
  rooms: roomsOverview(visit),
  usuallyTold: visit.policy.rooms.told,
  unknowns: mattersView(visit, casesOf(visit)),
  scheduledFor: visit.plan.scheduledFor,
  lateFrom: lateFrom(visit.plan.scheduledFor),
  calledOn: [...new Set(visit.introductions.calledOn.map(({ who }) => who))],
});
