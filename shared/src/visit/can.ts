import type { Actor } from './actor.ts';
import type { CommandType } from './commands.ts';
import type { Decider } from './decider.ts';
import { deciders } from './deciders.ts';
import type { Can, CanKey } from './viewShape.ts';
import type { Visit } from './visit.ts';

/** The key under which `can` speaks of a command with this target. */
export const canKey = (type: CommandType, target: string | null): CanKey =>
  target === null ? type : `${type}:${target}`;

/** Answers that would tell the asker that there is something to ask about. Such keys are left out: default deny. */
const SILENT = ['notYours', 'notFound'];

function answersOf(
  visit: Visit,
  actor: Actor,
  type: Exclude<CommandType, 'visit.plan'>,
): readonly (readonly [CanKey, Can[CanKey]])[] {
  // As in decide: each type is mapped to the decider of that very type.
  const decider = deciders[type] as Decider<typeof type>;

  return decider
    .targets(visit)
    .map((target) => [canKey(type, target), decider.permits(visit, actor, target) ?? 'yes'] as const)
    .filter(([, answer]) => !SILENT.includes(answer));
}

/** Everything that this actor may do now, and why not, from the very functions that `decide` asks. */
export const canOf = (visit: Visit, actor: Actor): Can =>
  Object.fromEntries(
    (Object.keys(deciders) as Exclude<CommandType, 'visit.plan'>[]).flatMap((type) => answersOf(visit, actor, type)),
  );
