import { atOnce, type Unhurried } from '../lib/unhurried.ts';
import { type CommandKey, commandKey } from './actor.ts';
import { aloneEvolvers } from './alone/evolve.ts';
import { checksEvolvers } from './checks/evolve.ts';
import { conditionEvolvers } from './condition/evolve.ts';
import { endingEvolvers } from './ending/evolve.ts';
import type { EventType, RecordedEvent } from './events.ts';
import type { Evolver, Evolvers } from './evolver.ts';
import { householdEvolvers } from './household/evolve.ts';
import { invitationEvolvers } from './invitations/evolve.ts';
import { lobbyEvolvers } from './lobby/evolve.ts';
import { withMovesFollowed } from './moves.ts';
import { observationEvolvers } from './observation/evolve.ts';
import { begun, planEvolvers } from './plan/evolve.ts';
import { presenceEvolvers } from './presence/evolve.ts';
import { protectionEvolvers } from './protection/evolve.ts';
import { roomEvolvers } from './rooms/evolve.ts';
import { withHolds } from './rooms/holding.ts';
import { withSpacesFollowed } from './rooms/spaces.ts';
import { rosterEvolvers } from './roster/evolve.ts';
import { roundsEvolvers } from './rounds/evolve.ts';
import { separationEvolvers } from './separation/evolve.ts';
import { sightEvolvers } from './sight/evolve.ts';
import { unknownEvolvers } from './unknown/evolve.ts';
import type { Visit } from './visit.ts';

/**
 * So many of each person’s latest commands are remembered. A client retries within minutes; the busiest minute of one person has far fewer.
 * Were they counted together, whoever repeats an old command could tell how much others had said since (PRIV-5).
 */
const REMEMBERED = 128;

const evolvers: Evolvers<Exclude<EventType, 'visit.planned'>> = {
  ...planEvolvers,
  ...rosterEvolvers,
  ...invitationEvolvers,
  ...presenceEvolvers,
  ...lobbyEvolvers,
  ...householdEvolvers,
  ...checksEvolvers,
  ...roundsEvolvers,
  ...unknownEvolvers,
  ...conditionEvolvers,
  ...sightEvolvers,
  ...observationEvolvers,
  ...separationEvolvers,
  ...roomEvolvers,
  ...aloneEvolvers,
  ...protectionEvolvers,
  ...endingEvolvers,
};

function remembering(handled: ReadonlySet<CommandKey>, key: CommandKey): ReadonlySet<CommandKey> {
  if (handled.has(key)) return handled;
  if (handled.size < REMEMBERED) return new Set(handled).add(key);

  const whose = key.slice(0, key.indexOf('/') + 1);
  const own = [...handled].filter((known) => known.startsWith(whose));
  const next = new Set(handled).add(key);
  for (const oldest of own.slice(0, Math.max(0, own.length + 1 - REMEMBERED))) next.delete(oldest);

  return next;
}

function folded(visit: Visit | null, recorded: RecordedEvent): Visit {
  const { event } = recorded;
  if (event.type === 'visit.planned') return begun(event, recorded);
  if (visit === null) throw new Error('A log that does not begin with a plan');

  // As in decide: each type is mapped to the evolver of that very type.
  return (evolvers[event.type] as Evolver<typeof event.type>)(visit, event as never, recorded);
}

/** The visit after one more entry of its log. */
export function evolve(visit: Visit | null, recorded: RecordedEvent): Visit {
  const next = withHolds(
    withSpacesFollowed(visit, withMovesFollowed(visit, folded(visit, recorded), recorded.at)),
    recorded.at,
  );

  return {
    ...next,
    version: recorded.version,
    handled: remembering(next.handled, commandKey(recorded.actor, recorded.commandId)),
  };
}

/** The visit that a whole log tells of; null for an empty one. An entry at a time, for logs of any length. */
export function* replaying(log: readonly RecordedEvent[]): Unhurried<Visit | null> {
  let visit: Visit | null = null;
  for (const recorded of log) {
    visit = evolve(visit, recorded);
    yield;
  }

  return visit;
}

/** The same without a break. */
export const replay = (log: readonly RecordedEvent[]): Visit | null => atOnce(replaying(log));
