import { ok } from '../lib/result.ts';
import { type Decider, untargeted } from './decider.ts';
import type { VisitEvent } from './events.ts';
import { after, type Instant, type Millis } from './ids.ts';
import { isFamily } from './people.ts';
import { isLive, personOf, systemOnly } from './policies.ts';
import { keysAwaited } from './protection/awaited.ts';
import type { Visit } from './visit.ts';

/** A seat, or a place at the door, is kept this long for a device that has gone silent or never spoke (SAFE-5, ROST-2). */
export const PLACE_KEPT: Millis = 5 * 60_000;
/**
 * An open visit in which no professional has been connected for this long is over; nobody had the wish to end it. The family’s lines do
 * not count: by them, whoever comes back that late could tell whether somebody else had stayed (PRIV-5).
 */
export const LAPSES_AFTER: Millis = 4 * 3_600_000;

interface Due {
  readonly at: Instant;
  readonly event: (now: Instant) => VisitEvent;
}

const placesToLose = (visit: Visit): readonly Due[] =>
  [...visit.sessions.values()]
    .filter((session) => session.connection.is === 'lost' && isLive(session))
    .map(({ id, connection }) => ({
      at: after(connection.since, PLACE_KEPT),
      event: (now) => ({ type: 'session.seatLost', session: id, at: now }),
    }));

const keysToMiss = (visit: Visit): readonly Due[] =>
  keysAwaited(visit).map(({ session, until }) => ({
    at: until,
    event: (now) => ({ type: 'protection.late', session, at: now }),
  }));

function lapse(visit: Visit): readonly Due[] {
  if (visit.phase.is !== 'open') return [];

  const connections = [...visit.sessions.values()]
    .filter((session) => !isFamily(personOf(visit, session).role))
    .map(({ connection }) => connection);
  if (connections.some(({ is }) => is === 'connected')) return [];

  const lastHeard = Math.max(visit.phase.since, ...connections.map(({ since }) => since)) as Instant;

  return [{ at: after(lastHeard, LAPSES_AFTER), event: (now) => ({ type: 'visit.ended', words: '', at: now }) }];
}

const dues = (visit: Visit): readonly Due[] =>
  visit.phase.is === 'ended' ? [] : [...placesToLose(visit), ...keysToMiss(visit), ...lapse(visit)];

/** The next instant at which time alone changes this visit; the server then says `clock.pass`. Null when there is none. */
export function nextDeadline(visit: Visit): Instant | null {
  const instants = dues(visit).map(({ at }) => at);

  return instants.length === 0 ? null : (Math.min(...instants) as Instant);
}

/** Everything that is due by now, and nothing that is not; said again, it finds nothing left to do. */
export const clockPass: Decider<'clock.pass'> = {
  target: () => null,
  targets: untargeted,
  permits: (_visit, actor) => systemOnly(actor),
  decide: (visit, _command, { now }) =>
    ok(
      dues(visit)
        .filter(({ at }) => at <= now)
        .map(({ event }) => event(now)),
    ),
};
