import type { Result } from '../lib/result.ts';
import type { Actor } from './actor.ts';
import type { CommandOf, CommandType } from './commands.ts';
import type { VisitEvent } from './events.ts';
import type { CommandId, Instant } from './ids.ts';
import type { RefusalCode } from './refusals.ts';
import type { Visit } from './visit.ts';

/** What a decision may depend on beside the visit and the command: nothing else is known to the domain. */
export interface Context {
  readonly actor: Actor;
  readonly now: Instant;
  readonly commandId: CommandId;
  /** One id that nobody has used, for what this command brings into being. */
  readonly freshId: string;
}

export type Decision = Result<readonly VisitEvent[], RefusalCode>;

/**
 * One command's rules. `permits` is asked both by `decide` and, for every target, by the view's `can`, so that a button and the
 * server never disagree; whatever depends on the content of the command (a name, a purpose) is asked by `decide` alone.
 */
export interface Decider<Type extends CommandType> {
  /** Whom or what the command is about; null for a command about the visit or oneself. */
  readonly target: (command: CommandOf<Type>) => string | null;
  /** Every target for which the question can arise now. */
  readonly targets: (visit: Visit) => readonly (string | null)[];
  readonly permits: (visit: Visit, actor: Actor, target: string | null) => RefusalCode | null;
  readonly decide: (visit: Visit, command: CommandOf<Type>, context: Context) => Decision;
}

/** The targets of a command that has none. */
export const untargeted = (): readonly (string | null)[] => [null];
