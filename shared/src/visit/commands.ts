import type { EndingCommand } from './ending/commands.ts';
import type { InvitationCommand } from './invitations/commands.ts';
import type { LobbyCommand } from './lobby/commands.ts';
import type { PlanCommand } from './plan/commands.ts';
import type { PresenceCommand } from './presence/commands.ts';
import type { RosterCommand } from './roster/commands.ts';

/** Everything that can be asked of a visit. */
export type VisitCommand =
  | PlanCommand
  | RosterCommand
  | InvitationCommand
  | PresenceCommand
  | LobbyCommand
  | EndingCommand;

export type CommandType = VisitCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<VisitCommand, { readonly type: Type }>;
