import { no, ok } from '../../lib/result.ts';
import type { CommandOf } from '../commands.ts';
import { type Context, type Decider, type Decision, untargeted } from '../decider.ts';
import type { VisitEvent } from '../events.ts';
import type { Instant, InvitationId } from '../ids.ts';
import { hasPlace, systemOnly } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import { hasEndedFor } from '../rooms/canBeInRoom.ts';
import type { Visit } from '../visit.ts';
import { isDoorFull, whoMakesRoom } from './atTheDoor.ts';
import type { Session } from './state.ts';

type Opening = CommandOf<'session.open'>;

/**
 * [JOIN-7] Whether this person already has a device with a place, had one, or comes for the first time. A device left standing at the
 * door with a link that was taken back has none: whoever was given a new link comes again, and is no second.
 */
function arrivalOf(visit: Visit, { participant }: Opening): Session['arrival'] {
  const earlier = [...visit.sessions.values()].filter((session) => session.participant === participant);
  if (earlier.some((session) => hasPlace(visit, session))) return 'second';

  return earlier.length > 0 ? 'again' : 'first';
}

/** A link that was opened on so many browsers is in other hands, or a program's; the host can make a new one. */
const MOST_DEVICES = 20;

const devicesBy = (visit: Visit, link: InvitationId): number =>
  [...visit.sessions.values()].filter(({ invitation }) => invitation === link).length;

/** [JOIN-2] A link is one person's, for one visit, until it expires or is revoked. */
function refuseOpening(visit: Visit, opening: Opening, { now }: Context): RefusalCode | null {
  if (visit.phase.is === 'ended' || hasEndedFor(visit, opening.participant)) return 'visitEnded';

  const person = visit.participants.get(opening.participant);
  if (person === undefined || person.standing === 'withdrawn') return 'notFound';
  if (opening.identity === 'signedIn') return person.staff === null || opening.invitation !== null ? 'notFound' : null;
  if (opening.invitation === null) return 'notFound';

  const link = visit.invitations.get(opening.invitation);
  if (link === undefined || link.participant !== person.id) return 'notFound';
  if (link.revoked || person.standing === 'removed') return 'linkRevoked';
  if (devicesBy(visit, opening.invitation) >= MOST_DEVICES) return 'linkRevoked';

  return now >= link.expiresAt ? 'linkExpired' : null;
}

/** A device that opens the visit again is the same device: nothing happens. */
function openSession(visit: Visit, opening: Opening, context: Context): Decision {
  const known = visit.sessions.get(opening.session);
  if (known !== undefined) return known.participant === opening.participant ? ok([]) : no('notFound');

  const refusal = refuseOpening(visit, opening, context);
  if (refusal !== null) return no(refusal);

  return withRoomMade(visit, { id: opening.session, invitation: opening.invitation }, context.now, {
    ...opening,
    type: 'session.opened',
    arrival: arrivalOf(visit, opening),
    at: context.now,
  });
}

/** What brings one more device to the door; at a full one in place of a device that is silent, or not at all. */
function withRoomMade(
  visit: Visit,
  comer: Pick<Session, 'id' | 'invitation'>,
  now: Instant,
  coming: VisitEvent,
): Decision {
  if (!isDoorFull(visit, comer)) return ok([coming]);

  const leaving = whoMakesRoom(visit, comer);

  return leaving === null
    ? no('tooManyDevices')
    : ok([{ type: 'session.seatLost', session: leaving.id, at: now }, coming]);
}

const bySystem = {
  targets: untargeted,
  target: () => null,
  permits: (_visit: Visit, actor: Context['actor']) => systemOnly(actor),
} as const;

/** [JOIN-2, JOIN-7] A device has proved a link or a sign-in and gets a place of its own at the door. Refused when the link does not count, has run out, was opened on too many devices, or has too many at the door now. */
export const sessionOpen: Decider<'session.open'> = { ...bySystem, decide: openSession };

/** The device can be reached from now on; nothing happens when it could be already. Refused to one that lost its place at a door that is full by now. */
export const sessionConnect: Decider<'session.connect'> = {
  ...bySystem,
  decide: (visit, { session: id }, { now }) => {
    const session = visit.sessions.get(id);
    if (session === undefined) return no('notFound');
    if (session.connection.is === 'connected') return ok([]);

    const connected = { type: 'session.connected', session: id, at: now } as const;

    return session.standing.is === 'absent' ? withRoomMade(visit, session, now, connected) : ok([connected]);
  },
};

/** The device cannot be reached any more; its place is kept for a while (SAFE-5). */
export const sessionLose: Decider<'session.lose'> = {
  ...bySystem,
  decide: (visit, { session: id }, { now }) => {
    const session = visit.sessions.get(id);
    if (session === undefined) return no('notFound');

    return ok(session.connection.is === 'lost' ? [] : [{ type: 'session.lost', session: id, at: now }]);
  },
};

/** [SAFE-5] After a restart nobody counts as connected until heard from: no ghosts; every seat is kept. */
export const connectionsReset: Decider<'connections.reset'> = {
  ...bySystem,
  decide: (visit, _command, { now }) =>
    ok(
      [...visit.sessions.values()]
        .filter((session) => session.connection.is === 'connected')
        .map(({ id }) => ({ type: 'session.lost', session: id, at: now })),
    ),
};
