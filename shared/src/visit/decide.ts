import { no, ok } from '../lib/result.ts';
import { commandKey } from './actor.ts';
import type { VisitCommand } from './commands.ts';
import type { Context, Decider, Decision } from './decider.ts';
import { deciders } from './deciders.ts';
import { planVisit } from './plan/decide.ts';
import type { Visit } from './visit.ts';

/**
 * What would happen if this were asked of the visit now: the events, or the reason why not.
 * A command that was already carried out gives no events when the same person repeats it. Pure; changes nothing.
 */
export function decide(visit: Visit | null, command: VisitCommand, context: Context): Decision {
  if (visit?.handled.has(commandKey(context.actor, context.commandId))) return ok([]);
  if (command.type === 'visit.plan') return planVisit(visit, command, context);
  if (visit === null) return no('notFound');

  // The record maps each type to the decider of that very type; TypeScript cannot follow a union through it.
  const decider = deciders[command.type] as Decider<typeof command.type>;
  const refusal = decider.permits(visit, context.actor, decider.target(command as never));

  return refusal === null ? decider.decide(visit, command as never, context) : no(refusal);
}
