import { commandId, participantId, visitId } from '@doorstep/shared/protocol/commands.ts';
import type { NewVisit } from '@doorstep/shared/protocol/http.ts';
import { type Actor, SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { AuthorityPolicy } from '@doorstep/shared/visit/authority/policy.ts';
import type { CommandOf, VisitCommand } from '@doorstep/shared/visit/commands.ts';
import { decide } from '@doorstep/shared/visit/decide.ts';
import { evolve } from '@doorstep/shared/visit/evolve.ts';
import type { CommandId, Instant, ParticipantId, StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { NewPerson } from '@doorstep/shared/visit/roster/commands.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import type { SignedIn } from '../identity/StaffDesk.ts';
import type { StaffSignIn } from '../identity/StaffSignIn.ts';
import type { VisitActor } from '../visits/VisitActor.ts';
import { helpersLast, ordersOf, peopleWithIds } from './plannedPeople.ts';
import { Refused } from './problems.ts';

/** Where visits are planned and found. */
export interface Visits {
  plan(command: CommandOf<'visit.plan'>): Promise<VisitActor>;
  find(visit: VisitId): Promise<VisitActor | null>;
}

/** A visit as one of its professionals has it before them. */
interface AtDesk {
  readonly actor: VisitActor;
  readonly visit: Visit;
  readonly participant: ParticipantId;
}

interface StaffVisitsParts {
  readonly visits: Visits;
  readonly staff: StaffSignIn;
  /** What holds for visits that are planned now. */
  readonly policy: AuthorityPolicy;
  readonly freshId: () => string;
  readonly now: () => Instant;
}

/** What signed-in staff do with visits outside any connection. */
export class StaffVisits {
  readonly #parts: StaffVisitsParts;

  constructor(parts: StaffVisitsParts) {
    this.#parts = parts;
  }

  /** The visit, if this member of staff is part of it; `notFound` for everybody else, whether it exists or not. */
  async open(visit: VisitId, staff: StaffId): Promise<AtDesk> {
    const actor = await this.#parts.visits.find(visit);
    const now = actor?.visit;
    const person = [...(now?.participants.values() ?? [])].find(
      (participant) => participant.staff === staff && participant.standing !== 'withdrawn',
    );
    if (actor === null || now === undefined || person === undefined) throw new Refused('notFound');
    return { actor, visit: now, participant: person.id };
  }

  /** As `open`, for what is the host's alone. */
  async openAsHost(visit: VisitId, staff: StaffId): Promise<AtDesk> {
    const desk = await this.open(visit, staff);
    if (desk.participant !== desk.visit.host) throw new Refused('notYours');
    return desk;
  }

  /** Plans a visit with all its people and who of them is kept apart (PLAN-10), or refuses and plans nothing. */
  async plan({ plan, people }: NewVisit, { id: staff, member }: SignedIn): Promise<VisitId> {
    const visit = visitId.parse(this.#parts.freshId());
    const host = { participant: participantId.parse(this.#parts.freshId()), staff, name: member.name };
    const begin: CommandOf<'visit.plan'> = { type: 'visit.plan', visit, plan, policy: this.#parts.policy, host };
    const asHost: Actor = { kind: 'person', participant: host.participant, session: null };
    const ids = people.map(() => participantId.parse(this.#parts.freshId()));
    const adds = helpersLast(peopleWithIds(people, ids)).map((person) => this.#addition(person));
    const commands = [...adds, ...ordersOf(people, ids)];

    this.#rehearse([{ actor: SYSTEM, command: begin }, ...commands.map((command) => ({ actor: asHost, command }))]);
    const actor = await this.#parts.visits.plan(begin);
    for (const command of commands) {
      const outcome = await actor.submit(asHost, this.#commandId(), command);
      if (!outcome.ok) throw new Refused(outcome.refusal);
    }
    return visit;
  }

  /** A colleague's name is the authority's word, not the asker's. */
  named(command: VisitCommand): VisitCommand {
    return command.type === 'roster.add' ? this.#addition(command.person) : command;
  }

  #addition(person: NewPerson): CommandOf<'roster.add'> {
    if (person.staff === null) return { type: 'roster.add', person };
    const member = this.#parts.staff.find(person.staff);
    if (member === null) throw new Refused('notFound');
    return { type: 'roster.add', person: { ...person, name: member.name } };
  }

  /** Refuses where one of the steps would be, before the first of them is taken. */
  #rehearse(steps: readonly { readonly actor: Actor; readonly command: VisitCommand }[]): void {
    let visit: Visit | null = null;
    for (const { actor, command } of steps) {
      const context = { actor, now: this.#parts.now(), commandId: this.#commandId(), freshId: this.#parts.freshId() };
      const decision = decide(visit, command, context);
      if (!decision.ok) throw new Refused(decision.error);
      for (const event of decision.value) {
        const version: number = (visit?.version ?? 0) + 1;
        visit = evolve(visit, { version, at: context.now, actor, commandId: context.commandId, event });
      }
    }
  }

  #commandId(): CommandId {
    return commandId.parse(this.#parts.freshId());
  }
}
