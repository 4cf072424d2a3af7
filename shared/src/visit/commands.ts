import type { AloneCommand } from './alone/commands.ts';
import type { ChecksCommand } from './checks/commands.ts';
import type { ConditionCommand } from './condition/commands.ts';
import type { EndingCommand } from './ending/commands.ts';
import type { HouseholdCommand } from './household/commands.ts';
import type { InvitationCommand } from './invitations/commands.ts';
import type { LobbyCommand } from './lobby/commands.ts';
import type { ObservationCommand } from './observation/commands.ts';
import type { PlanCommand } from './plan/commands.ts';
import type { PresenceCommand } from './presence/commands.ts';
import type { ProtectionCommand } from './protection/commands.ts';
import type { RoomCommand } from './rooms/commands.ts';
import type { RosterCommand } from './roster/commands.ts';
import type { RoundsCommand } from './rounds/commands.ts';
import type { SeparationCommand } from './separation/commands.ts';
import type { SightCommand } from './sight/commands.ts';
import type { UnknownCommand } from './unknown/commands.ts';

/** Everything that can be asked of a visit. */
export type VisitCommand =
  | PlanCommand
  | RosterCommand
  | InvitationCommand
  | PresenceCommand
  | LobbyCommand
  | HouseholdCommand
  | ChecksCommand
  | RoundsCommand
  | UnknownCommand
  | ConditionCommand
  | SightCommand
  | ObservationCommand
  | SeparationCommand
  | RoomCommand
  | AloneCommand
  | ProtectionCommand
  | EndingCommand;

export type CommandType = VisitCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<VisitCommand, { readonly type: Type }>;
