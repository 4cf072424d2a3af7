import type { Actor } from './actor.ts';
import type { AloneEvent } from './alone/commands.ts';
import type { ChecksEvent } from './checks/commands.ts';
import type { ConditionEvent } from './condition/commands.ts';
import type { EndingEvent } from './ending/commands.ts';
import type { HouseholdEvent } from './household/commands.ts';
import type { CommandId, Instant } from './ids.ts';
import type { InvitationEvent } from './invitations/commands.ts';
import type { LobbyEvent } from './lobby/commands.ts';
import type { ObservationEvent } from './observation/commands.ts';
import type { PlanEvent } from './plan/commands.ts';
import type { PresenceEvent } from './presence/commands.ts';
import type { ProtectionEvent } from './protection/commands.ts';
import type { RoomEvent } from './rooms/commands.ts';
import type { RosterEvent } from './roster/commands.ts';
import type { RoundsEvent } from './rounds/commands.ts';
import type { SeparationEvent } from './separation/commands.ts';
import type { SightEvent } from './sight/commands.ts';
import type { UnknownEvent } from './unknown/commands.ts';

/** Everything that can have happened in a visit. Additive for ever: an old log must always fold. */
export type VisitEvent =
  | PlanEvent
  | RosterEvent
  | InvitationEvent
  | PresenceEvent
  | LobbyEvent
  | HouseholdEvent
  | ChecksEvent
  | RoundsEvent
  | UnknownEvent
  | ConditionEvent
  | SightEvent
  | ObservationEvent
  | SeparationEvent
  | RoomEvent
  | AloneEvent
  | ProtectionEvent
  | EndingEvent;

export type EventType = VisitEvent['type'];
export type EventOf<Type extends EventType> = Extract<VisitEvent, { readonly type: Type }>;

/** One entry of the log: what happened, when, at whose wish, by which command. `version` counts from 1 within the visit. */
export interface RecordedEvent {
  readonly version: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly commandId: CommandId;
  readonly event: VisitEvent;
}
