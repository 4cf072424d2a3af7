import { type Actor, SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { VisitCommand } from '@doorstep/shared/visit/commands.ts';
import { nextDeadline } from '@doorstep/shared/visit/deadlines.ts';
import { decide } from '@doorstep/shared/visit/decide.ts';
import type { RecordedEvent, VisitEvent } from '@doorstep/shared/visit/events.ts';
import { evolve, replaying } from '@doorstep/shared/visit/evolve.ts';
import { after, type CommandId, type Instant, type VisitId } from '@doorstep/shared/visit/ids.ts';
import { mediaPlan } from '@doorstep/shared/visit/mediaPlan.ts';
import type { Phase } from '@doorstep/shared/visit/plan/state.ts';
import type { RefusalCode } from '@doorstep/shared/visit/refusals.ts';
import { staffOf, summaryOf } from '@doorstep/shared/visit/summary.ts';
import type { Recipient } from '@doorstep/shared/visit/view.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import type { EventStore } from '../events/EventStore.ts';
import { unhurried } from '../unhurried.ts';
import { Audience } from './Audience.ts';
import type { Clock } from './Clock.ts';
import type { Log } from './Log.ts';
import type { VisitMedia } from './VisitMedia.ts';

/** How often a command is decided anew because another writer was faster. More than a few means that two processes fight over one visit. */
const MOST_ATTEMPTS = 5;
/** How soon a deadline that could not be dealt with is tried again. */
const DEADLINE_RETRY = 1_000;

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: RefusalCode };

export interface VisitParts {
  readonly store: EventStore;
  readonly media: VisitMedia;
  readonly clock: Clock;
  /** Mints an id that nobody has used and nobody can guess. */
  readonly freshId: () => string;
  readonly log: Log;
}

/**
 * One visit at work: one command after the other, each decided on the state that all earlier ones left. An acknowledged command is in
 * the log, folded into the visit, and nothing flows any more that it forbids (PRIV-3); only then do others see it.
 */
export class VisitActor {
  readonly #id: VisitId;
  readonly #parts: VisitParts;
  readonly #audience: Audience;
  #visit: Visit | null;
  /** The state whose restrictions are in force at the SFU; the only one that is ever shown. */
  #shown: Visit | null;
  /** The log may hold more than we have folded, because an append failed or lost against another writer. */
  #stale = false;
  #closed = false;
  #tail: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  #callOff: () => void = () => {};

  /** Begins with what its log told; null before it is planned. Nothing is timed or applied before the first command, or `wake`. */
  constructor(id: VisitId, parts: VisitParts, visit: Visit | null) {
    this.#id = id;
    this.#parts = parts;
    this.#visit = visit;
    this.#shown = this.#visit;
    this.#audience = new Audience(() => this.#seen(), parts.clock, parts.log);
  }

  /** Decides, records and carries out. Refused or repeated commands record nothing. Rejects on a fault: then the outcome is unknown and the same commandId may be sent again. */
  submit(actor: Actor, commandId: CommandId, command: VisitCommand): Promise<Outcome> {
    return this.#inTurn(() => this.#handle(actor, commandId, command));
  }

  /** Says a command in the server's own name. */
  submitAsSystem(command: VisitCommand): Promise<Outcome> {
    return this.submit(SYSTEM, this.#parts.freshId() as CommandId, command);
  }

  /** After loading: nobody is connected until they are heard from, the SFU follows, the next deadline is watched. */
  async wake(): Promise<void> {
    await this.submitAsSystem({ type: 'connections.reset' });
  }

  /** Whether this device has a place in the visit; only such a one may look or speak. */
  knows({ participant, session }: Recipient): boolean {
    return session !== null && this.#seen().sessions.get(session)?.participant === participant;
  }

  /** What this recipient may see of the state that is in force. Throws for somebody whom `knows` does not know. */
  viewFor(recipient: Recipient): VisitView {
    return this.#audience.viewFor(recipient);
  }

  /** Shows the recipient their view at once, and again after changes of it, four a second at most in the long run and within a quarter of a second. Returns how to stop. */
  attach(recipient: Recipient, listener: (view: VisitView) => void): () => void {
    return this.#audience.attach(recipient, listener);
  }

  /** The whole log as it is stored. */
  log(): Promise<readonly RecordedEvent[]> {
    return this.#parts.store.load(this.#id);
  }

  /** The visit as it is in force. */
  get visit(): Visit {
    return this.#seen();
  }

  get phase(): Phase {
    return this.#seen().phase;
  }

  /** Whether anybody watches or anything is being done. */
  get busy(): boolean {
    return this.#underWay > 0 || this.#audience.size > 0;
  }

  /** Finishes what was asked, then takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff();
    await this.#tail.catch(() => {});
    this.#callOff();
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#closed) return Promise.reject(new Error('This visit has been put away'));

    this.#underWay += 1;
    const done = this.#tail.then(work, work).finally(() => {
      this.#underWay -= 1;
    });
    this.#tail = done.catch(() => {});

    return done;
  }

  async #handle(actor: Actor, commandId: CommandId, command: VisitCommand): Promise<Outcome> {
    const freshId = this.#parts.freshId();
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      if (this.#stale) {
        await this.#reload();
        // Also when this command is refused: what was recorded without our knowing may forbid something that still flows.
        await this.#obey();
      }
      const now = this.#parts.clock.now();
      const decided = decide(this.#visit, command, { actor, now, commandId, freshId });
      if (!decided.ok) return { ok: false, refusal: decided.error };
      if (await this.#record(decided.value, actor, commandId, now)) {
        await this.#obey();
        return { ok: true };
      }
    }
    throw new Error('Another writer of this visit was faster every time');
  }

  /** True when the events are in the log and folded, false when another writer was faster. */
  async #record(events: readonly VisitEvent[], actor: Actor, commandId: CommandId, at: Instant): Promise<boolean> {
    if (events.length === 0) return true;

    const version = this.#visit?.version ?? 0;
    const recorded = events.map((event, place) => ({ version: version + place + 1, at, actor, commandId, event }));
    const next = recorded.reduce<Visit | null>(evolve, this.#visit);
    if (next === null) throw new Error('Events that fold to nothing');

    // Until the store has answered nobody knows what the log holds; if it never does, we look without being asked.
    this.#stale = true;
    this.#lookAgain();
    const index = { summary: summaryOf(next), staff: staffOf(next) };
    if ((await this.#parts.store.append(this.#id, version, recorded, index)) === 'conflict') return false;
    this.#stale = false;
    this.#visit = next;

    return true;
  }

  async #reload(): Promise<void> {
    this.#visit = await unhurried(replaying(await this.log()));
    this.#stale = false;
  }

  /** Makes the world follow the visit. Also after a repeated command, since its first saying may have failed half-way. */
  async #obey(): Promise<void> {
    const visit = this.#visit;
    if (visit === null) return;

    this.#watch(visit);
    const { restricted, settled } = this.#parts.media.apply(this.#id, mediaPlan(visit));
    settled.catch((error: unknown) => this.#parts.log.error({ error }, 'media could not follow the visit'));
    await restricted;
    this.#shown = visit;
    this.#audience.changed();
  }

  #watch(visit: Visit): void {
    this.#callOff();
    this.#callOff = () => {};
    const due = nextDeadline(visit);
    if (due === null || this.#closed) return;

    this.#callOff = this.#parts.clock.at(due, () => void this.#letTimePass());
  }

  async #letTimePass(): Promise<void> {
    try {
      await this.submitAsSystem({ type: 'clock.pass' });
    } catch (error) {
      this.#parts.log.error({ error }, 'a deadline could not be dealt with');
    }
    this.#neverSpin();
  }

  /** A deadline that is still due after it was dealt with, or could not be, waits a little. */
  #neverSpin(): void {
    const due = this.#visit === null ? null : nextDeadline(this.#visit);
    if (this.#stale || (due !== null && due <= this.#parts.clock.now())) this.#lookAgain();
  }

  #lookAgain(): void {
    this.#callOff();
    if (this.#closed) return;

    const soon = after(this.#parts.clock.now(), DEADLINE_RETRY);
    this.#callOff = this.#parts.clock.at(soon, () => void this.#letTimePass());
  }

  #seen(): Visit {
    if (this.#shown === null) throw new Error('A visit that was never planned');

    return this.#shown;
  }
}
