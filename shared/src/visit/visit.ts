import type { CommandKey } from './actor.ts';
import type { Alonenesses } from './alone/state.ts';
import type { AuthorityPolicy } from './authority/policy.ts';
import type { Checks, Helps } from './checks/state.ts';
import type { Conditions } from './condition/state.ts';
import type { Households } from './household/state.ts';
import type { InvitationId, ParticipantId, RoomId, SessionId, VisitId } from './ids.ts';
import type { Invitation } from './invitations/state.ts';
import type { Observations } from './observation/state.ts';
import type { Phase, Plan } from './plan/state.ts';
import type { Session } from './presence/state.ts';
import type { Comparisons, Protections, Readings } from './protection/state.ts';
import type { Room } from './rooms/state.ts';
import type { Participant } from './roster/state.ts';
import type { Introductions, SensesRound } from './rounds/state.ts';
import type { Separations } from './separation/state.ts';
import type { Sights } from './sight/state.ts';
import type { CaseId, UnknownCase } from './unknown/state.ts';

/** The whole of a visit, folded from its log. Plain immutable data; only `evolve` makes a new one. */
export interface Visit {
  readonly id: VisitId;
  readonly version: number;
  readonly phase: Phase;
  readonly plan: Plan;
  /** [TEAM-4] As it was when the visit was planned. */
  readonly policy: AuthorityPolicy;
  readonly host: ParticipantId;
  readonly participants: ReadonlyMap<ParticipantId, Participant>;
  readonly invitations: ReadonlyMap<InvitationId, Invitation>;
  readonly sessions: ReadonlyMap<SessionId, Session>;
  readonly rooms: ReadonlyMap<RoomId, Room>;
  readonly households: Households;
  readonly checks: Checks;
  readonly helps: Helps;
  readonly conditions: Conditions;
  readonly sights: Sights;
  readonly observations: Observations;
  readonly separations: Separations;
  /** Into which main room the host let somebody in, where they named one: professionals, and whoever interprets or supports. */
  readonly letInto: ReadonlyMap<ParticipantId, RoomId>;
  /** The main room of each of the family (PRIV-5), and of every professional who was let into one by name. */
  readonly homes: ReadonlyMap<ParticipantId, RoomId>;
  readonly alonenesses: Alonenesses;
  readonly protections: Protections;
  /** [PRIV-10] Professionals’ devices with a seat for which nobody has a key, a moment after they took it. */
  readonly keyless: ReadonlySet<SessionId>;
  readonly comparisons: Comparisons;
  readonly readings: Readings;
  readonly introductions: Introductions;
  /** Null until somebody was asked whether they see and hear. */
  readonly senses: SensesRound | null;
  readonly unknowns: ReadonlyMap<CaseId, UnknownCase>;
  /** The latest commands of each person that changed something, so that a retry changes nothing. Bounded, oldest dropped. */
  readonly handled: ReadonlySet<CommandKey>;
}
