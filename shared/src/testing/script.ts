import type { Actor } from '../visit/actor.ts';
import { SYSTEM } from '../visit/actor.ts';
import { policyOf } from '../visit/authority/policy.ts';
import type { VisitCommand } from '../visit/commands.ts';
import { decide } from '../visit/decide.ts';
import type { EventType, RecordedEvent } from '../visit/events.ts';
import { evolve } from '../visit/evolve.ts';
import type { CommandId, Instant, Millis, ParticipantId, SessionId } from '../visit/ids.ts';
import type { RefusalCode } from '../visit/refusals.ts';
import { viewFor } from '../visit/view.ts';
import type { VisitView } from '../visit/viewShape.ts';
import type { Visit } from '../visit/visit.ts';
import {
  AMINA,
  CHAIR,
  DANA,
  deviceOf,
  from,
  HOST_IN_OFFICE,
  LENA,
  linkOf,
  NOON,
  NURSE,
  PEOPLE,
  PRIYA,
  SAM,
  STAFF_AMINA,
  TOM,
  VISIT,
} from './personas.ts';

export interface Step {
  readonly actor: Actor;
  readonly command: VisitCommand;
  /** Milliseconds that pass before it; none unless told. */
  readonly wait?: Millis;
  readonly commandId?: CommandId;
  readonly freshId?: string;
}

/** A visit in memory that is told what people do, one thing after another. Throws nothing for a refusal: it remembers the last answer. */
export class Script {
  visit: Visit | null = null;
  now: Instant = NOON;
  readonly log: RecordedEvent[] = [];
  refusal: RefusalCode | null = null;
  /** The types of the events of the last step. */
  happened: readonly EventType[] = [];
  #steps = 0;

  /** Does one step and says whether it was refused. */
  attempt({ actor, command, wait = 0, commandId, freshId }: Step): RefusalCode | null {
    this.now = (this.now + wait) as Instant;
    this.#steps += 1;
    const id = commandId ?? (`command-${this.#steps}` as CommandId);
    const decision = decide(this.visit, command, {
      actor,
      now: this.now,
      commandId: id,
      freshId: freshId ?? `fresh-${this.#steps}`,
    });
    this.refusal = decision.ok ? null : decision.error;
    this.happened = decision.ok ? decision.value.map(({ type }) => type) : [];
    for (const event of decision.ok ? decision.value : []) this.#record({ actor, commandId: id, event });

    return this.refusal;
  }

  /** Time passes, and nothing happens. */
  pass(wait: Millis): void {
    this.now = (this.now + wait) as Instant;
  }

  #record(entry: Pick<RecordedEvent, 'actor' | 'commandId' | 'event'>): void {
    const recorded: RecordedEvent = { ...entry, version: this.log.length + 1, at: this.now };
    this.log.push(recorded);
    this.visit = evolve(this.visit, recorded);
  }

  /** A step that the story takes for granted: a refusal here is a broken test. */
  must(actor: Actor, command: VisitCommand, more: Partial<Step> = {}): this {
    const refusal = this.attempt({ actor, command, ...more });
    if (refusal !== null) throw new Error(`The story stops: ${command.type} was refused (${refusal})`);

    return this;
  }

  /** The visit, which every story has planned by now. */
  get current(): Visit {
    if (this.visit === null) throw new Error('Nothing has been planned yet');

    return this.visit;
  }

  viewOf(participant: ParticipantId, session: SessionId | null = deviceOf(participant)): VisitView {
    return viewFor(this.current, { participant, session });
  }
}

/** A visit with a purpose and its people; no link yet, nobody anywhere. */
export function planned(purpose = 'To hear how Sam is getting on'): Script {
  const script = new Script().must(SYSTEM, {
    type: 'visit.plan',
    visit: VISIT,
    plan: { kind: 'homeVisit', purpose, scheduledFor: NOON, lengthMinutes: 45 },
    policy: policyOf({}),
    host: { participant: AMINA, staff: STAFF_AMINA, name: 'Amina Okafor' },
  });
  for (const person of PEOPLE) script.must(HOST_IN_OFFICE, { type: 'roster.add', person });

  return script;
}

/** … with a link for everybody of the family. */
export function withLinks(): Script {
  const script = planned();
  for (const { participant, staff } of PEOPLE) {
    if (staff === null)
      script.must(HOST_IN_OFFICE, { type: 'invitation.issue', participant }, { freshId: linkOf(participant) });
  }

  return script;
}

/** The health visitor is put on the plan and given her link. */
export const withNurse = (script: Script): Script =>
  script
    .must(HOST_IN_OFFICE, { type: 'roster.add', person: NURSE })
    .must(HOST_IN_OFFICE, { type: 'invitation.issue', participant: LENA }, { freshId: linkOf(LENA) });

/** The chair is put on the plan. */
export const withChair = (script: Script): Script => script.must(HOST_IN_OFFICE, { type: 'roster.add', person: CHAIR });

/** Somebody opens their link on a device and it connects. */
export function opensLink(script: Script, participant: ParticipantId, device = 1, link = 1): Script {
  return script
    .must(SYSTEM, {
      type: 'session.open',
      session: deviceOf(participant, device),
      participant,
      invitation: linkOf(participant, link),
      identity: 'ownLink',
      device: 'phone',
    })
    .must(SYSTEM, { type: 'session.connect', session: deviceOf(participant, device) });
}

/** A member of staff comes to the visit from their desk. */
export function signsIn(script: Script, participant: ParticipantId, device = 1): Script {
  return script
    .must(SYSTEM, {
      type: 'session.open',
      session: deviceOf(participant, device),
      participant,
      invitation: null,
      identity: 'signedIn',
      device: 'computer',
    })
    .must(SYSTEM, { type: 'session.connect', session: deviceOf(participant, device) });
}

export const knocks = (script: Script, participant: ParticipantId, device = 1): Script =>
  script.must(from(participant, device), { type: 'lobby.knock' });

export const admits = (script: Script, participant: ParticipantId, device = 1): Script =>
  script.must(from(AMINA), { type: 'lobby.admit', session: deviceOf(participant, device) });

/** That person on that device comes all the way in. */
export const comesIn = (script: Script, participant: ParticipantId, device = 1, link = 1): Script =>
  admits(knocks(opensLink(script, participant, device, link), participant, device), participant, device);

/** … and beside them a colleague who signed in. */
export const withColleague = (script: Script): Script =>
  signsIn(script, PRIYA).must(from(PRIYA), { type: 'presence.enter' });

/** … and the chair, who signed in as well. */
export const chaired = (script: Script): Script =>
  signsIn(withChair(script), TOM).must(from(TOM), { type: 'presence.enter' });

/** The host has started the visit and sits in the main room alone. */
export const started = (): Script =>
  signsIn(withLinks(), AMINA).must(from(AMINA), { type: 'visit.start' }).must(from(AMINA), { type: 'presence.enter' });

/** The host, a mother and a boy are in the main room; everybody sees and hears everybody. */
export function underWay(): Script {
  const script = started();
  for (const participant of [DANA, SAM]) admits(knocks(opensLink(script, participant), participant), participant);

  return script;
}
