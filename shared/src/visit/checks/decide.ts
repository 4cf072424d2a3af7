import { no, ok } from '../../lib/result.ts';
import type { Actor } from '../actor.ts';
import { type Decider, untargeted } from '../decider.ts';
import type { SessionId } from '../ids.ts';
import { firstNo, hasPlace, hostOnly, ownSession, personOf, refuseUnlessPresent, sessionById } from '../policies.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Visit } from '../visit.ts';
import { type CheckReport, type Help, NO_HELP } from './state.ts';

const ofOneself = { target: () => null, targets: untargeted, permits: refuseUnlessPresent } as const;

const isSame = (before: CheckReport | undefined, now: CheckReport): boolean =>
  before !== undefined && (Object.keys(now) as (keyof CheckReport)[]).every((key) => before[key] === now[key]);

/** [DEV-2] Whoever signs in answers before going in, also when they were inside before. */
function refuseReport(visit: Visit, actor: Actor): RefusalCode | null {
  const refusal = refuseUnlessPresent(visit, actor);
  const session = ownSession(visit, actor);
  if (refusal !== 'notInside' || session?.identity !== 'signedIn') return refusal;

  const { is } = session.standing;

  return (is === 'left' || is === 'seatLost') && personOf(visit, session).standing === 'on' ? null : refusal;
}

/** [JOIN-4] [DEV-2] What a device says of itself. The newest counts; each is kept. */
export const checkReport: Decider<'check.report'> = {
  ...ofOneself,
  permits: refuseReport,
  decide: (visit, { report }, { actor, now }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');
    if (isSame(visit.checks.get(session.id)?.report, report)) return ok([]);

    return ok([{ type: 'check.reported', session: session.id, report, at: now }]);
  },
};

const helpOf = (visit: Visit, session: string | null): Help => visit.helps.get(session as SessionId) ?? NO_HELP;

/** [JOIN-6] Advice goes to a device at the door or inside. */
export const helpSend: Decider<'help.send'> = {
  target: ({ session }) => session,
  targets: (visit) => [...visit.sessions.values()].filter((session) => hasPlace(visit, session)).map(({ id }) => id),
  permits: (visit, actor, target) => firstNo(hostOnly(visit, actor), refuseUnlessThere(visit, target)),
  decide: (_visit, { session, hint }, { now }) => ok([{ type: 'help.sent', session, hint, at: now }]),
};

function refuseUnlessThere(visit: Visit, target: string | null): RefusalCode | null {
  const session = sessionById(visit, target);
  if (session === undefined) return 'notFound';

  return hasPlace(visit, session) ? null : 'notInside';
}

/** [JOIN-6] Whoever holds the device has read the advice; with none there, nothing happens. */
export const helpDismiss: Decider<'help.dismiss'> = {
  ...ofOneself,
  decide: (visit, _command, { actor, now }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');

    return ok(
      helpOf(visit, session.id).hint === null ? [] : [{ type: 'help.dismissed', session: session.id, at: now }],
    );
  },
};

/** [JOIN-4] Being phoned instead is always on offer. */
export const helpAsk: Decider<'help.ask'> = {
  ...ofOneself,
  decide: (visit, { what }, { actor, now }) => {
    const session = ownSession(visit, actor);
    if (session === null) return no('notYours');

    const before = helpOf(visit, session.id).asked?.what ?? 'nothing';

    return ok(before === what ? [] : [{ type: 'help.asked', session: session.id, what, at: now }]);
  },
};

/** [JOIN-6] The host has seen to what one device asked; it is for the host alone, and `nothingAsked` when there is nothing. */
export const helpClose: Decider<'help.close'> = {
  target: ({ session }) => session,
  targets: (visit) => [...visit.helps].filter(([, { asked }]) => asked !== null).map(([session]) => session),
  permits: (visit, actor, target) =>
    firstNo(
      hostOnly(visit, actor),
      sessionById(visit, target) === undefined ? 'notFound' : null,
      helpOf(visit, target).asked === null ? 'nothingAsked' : null,
    ),
  decide: (_visit, { session }, { now }) => ok([{ type: 'help.closed', session, at: now }]),
};
