import { assertUnreachable } from '@doorstep/shared/lib/assertUnreachable.ts';
import type { MediaNotice } from '@doorstep/shared/protocol/media.ts';
import type { RoomId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { MediaPlan } from '@doorstep/shared/visit/mediaPlanShape.ts';
import type { MediaContext } from './MediaContext.ts';
import { shortId } from './MediaLog.ts';
import { GoneError, type Place, type RoomRef } from './MediaPlane.ts';
import { isMadeReady, mayHear, type Placement, type Placements, placementsOf } from './placements.ts';
import { diff, isRestriction, type Permission, type Restriction, type Step, staleLoops } from './steps.ts';

/** More rounds than any real difference needs: something does not come true, and going on would only heat the machine. */
const MOST_ROUNDS = 200;

const EMPTY: MediaPlan = { rooms: [] };

/** What `apply` promises: both always resolve; a step that failed has cost its device its place, and nobody else anything. */
export interface Applied {
  /** Nothing flows any more that the plan forbids. */
  readonly restricted: Promise<void>;
  /** The SFU is as the newest plan says. */
  readonly settled: Promise<void>;
}

/**
 * Brings the SFU to one visit's newest plan and keeps it there.
 *
 * Restrictions are started at once and together, whatever else is under way. Permissions are given by a single loop that
 * looks again at the SFU and at the newest plan after every await, so that an overtaken plan never opens anything.
 */
export class VisitMedia {
  readonly visit: VisitId;
  readonly #context: MediaContext;
  #plan = EMPTY;
  #placements: Placements = new Map();
  #restricting: Promise<void> = Promise.resolve();
  #settling: Promise<void> | null = null;
  /** Rooms that could not be opened in this run of the loop. */
  readonly #closedDoors = new Set<RoomId>();
  /** Devices that were told `unavailable` and wait for `reset`. */
  readonly #waiting = new Set<SessionId>();

  constructor(visit: VisitId, context: MediaContext) {
    this.visit = visit;
    this.#context = context;
  }

  /** The SFU follows this plan from now on, and no earlier one. */
  apply(plan: MediaPlan): Applied {
    this.#plan = plan;
    this.#placements = placementsOf(plan);
    const restricted = this.#restrict();

    return { restricted, settled: restricted.then(() => this.settle()) };
  }

  /** Resolves when nothing is left to do. */
  settle(): Promise<void> {
    this.#settling ??= this.#loop();
    return this.#settling;
  }

  /** Where the newest plan has this device; null when nowhere. */
  placement(session: SessionId): Placement | null {
    return this.#placements.get(session) ?? null;
  }

  /** Whether the newest plan lets the one receive the other. */
  mayHear(hearer: SessionId, speaker: SessionId): boolean {
    return mayHear(this.#placements, hearer, speaker);
  }

  /** At the door: to be made ready, and without a seat. */
  isMadeReady(session: SessionId): boolean {
    return isMadeReady(this.#placements, session);
  }

  /** This device's place, as long as it is where the plan has the device. */
  place(session: SessionId): Place | null {
    const room = this.placement(session)?.room;

    return this.#placesIn(room).find((place) => place.session === session) ?? null;
  }

  /** The plan has nobody anywhere. */
  get isEmpty(): boolean {
    return this.#placements.size === 0;
  }

  /** Whether that room is there at the SFU. */
  isOpen(room: RoomId | undefined): boolean {
    return this.#context.plane.inventory(this.visit).some((open) => open.room === room);
  }

  ref(room: RoomId): RoomRef {
    return { visit: this.visit, room };
  }

  /** Everyone with a seat and a place in this room. */
  seatedIn(room: RoomId): readonly SessionId[] {
    return this.#placesIn(room)
      .filter(({ seatedAt }) => seatedAt !== null)
      .map(({ session }) => session);
  }

  notify(session: SessionId, notice: MediaNotice): void {
    this.#context.notify(this.visit, session, notice);
  }

  /** Promises this device a `reset` once its room is open. */
  oweReset(session: SessionId): void {
    this.#waiting.add(session);
  }

  /** These devices' places went away under them: whoever still belongs here is told to join again. */
  tellReset(sessions: readonly SessionId[]): void {
    for (const session of sessions) {
      this.#waiting.delete(session);
      if (this.placement(session)) this.notify(session, { type: 'reset' });
    }
  }

  /** Ends a loop that its device did not end itself. */
  async endLoop(session: SessionId): Promise<void> {
    const closed = this.#context.plane.closeLoop(session);
    this.notify(session, { type: 'loopClosed' });
    await closed;
  }

  /** Compares once more; resolves with how many things had to be taken away that nobody should have had. */
  async audit(): Promise<number> {
    if (this.#settling !== null) return 0;

    const strays = this.#steps().filter(isRestriction);
    await this.#restrict();
    await this.settle();
    this.tellReset([...this.#waiting].filter((session) => this.isOpen(this.placement(session)?.room)));

    return strays.length;
  }

  #placesIn(room: RoomId | undefined): readonly Place[] {
    return this.#context.plane.inventory(this.visit).find((open) => open.room === room)?.places ?? [];
  }

  #steps(): readonly Step[] {
    const { plane } = this.#context;

    return [...staleLoops(plane.loops(this.visit), this.#plan), ...diff(plane.inventory(this.visit), this.#plan)];
  }

  #restrict(): Promise<void> {
    const running = this.#steps()
      .filter(isRestriction)
      .map((step) => this.#run(step));
    // What an earlier plan took away may still be on its way to the SFU; this plan relies on it as well.
    this.#restricting = Promise.all([this.#restricting, ...running]).then(() => {});

    return this.#restricting;
  }

  async #loop(): Promise<void> {
    try {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        await this.#restrict();
        const steps = this.#steps();
        // The plan changed meanwhile: nothing is given before everything is taken.
        if (steps.some(isRestriction)) continue;

        const batch = this.#nextPermissions(steps);
        if (batch.length === 0) return;
        await Promise.all(batch.map((step) => this.#run(step)));
      }
      this.#context.log.error({ visit: shortId(this.visit) }, 'the media plan does not come true');
    } finally {
      this.#closedDoors.clear();
      this.#settling = null;
    }
  }

  /** All permissions of the first kind that is wanting: they do not touch one another. */
  #nextPermissions(steps: readonly Step[]): readonly Permission[] {
    const wanted = steps.filter(
      (step): step is Permission =>
        !isRestriction(step) && !(step.step === 'openRoom' && this.#closedDoors.has(step.room)),
    );

    return wanted.filter(({ step }) => step === wanted[0]?.step);
  }

  async #run(step: Step): Promise<void> {
    try {
      await (isRestriction(step) ? this.#take(step) : this.#give(step));
    } catch (error) {
      await this.#failed(step, error);
    }
  }

  async #take(step: Restriction): Promise<void> {
    const { plane } = this.#context;

    switch (step.step) {
      case 'closeLoop':
        return this.endLoop(step.session);
      case 'closeConsumer':
        return plane.closeConsumer(step.consumer);
      case 'pauseProducer':
        return plane.pauseProducer(step.producer);
      case 'closePlace':
        return this.#evict(step.session);
      case 'closeRoom':
        return plane.closeRoom(this.ref(step.room));
      default:
        return assertUnreachable(step);
    }
  }

  async #give(step: Permission): Promise<void> {
    const { plane, iceServersFor } = this.#context;

    switch (step.step) {
      case 'openRoom':
        await plane.openRoom(this.ref(step.room));
        return this.tellReset([...this.#waiting].filter((session) => this.placement(session)?.room === step.room));
      case 'seat':
        plane.seat(step.session, step.at);
        return this.notify(step.session, {
          type: 'seated',
          at: step.at,
          iceServers: iceServersFor(step.session),
        });
      case 'resumeProducer':
        return plane.resumeProducer(step.producer);
      case 'consume':
        return this.#consume(step);
      case 'prioritise':
        return plane.prioritise(step.consumer, step.priority);
      default:
        return assertUnreachable(step);
    }
  }

  async #consume({ session, speaker, producer, priority }: Extract<Permission, { step: 'consume' }>): Promise<void> {
    const { plane } = this.#context;
    const consumer = await plane.consume(session, producer, priority);
    // Paused and told to nobody so far; the plan may have changed while the SFU worked.
    if (!this.mayHear(session, speaker)) return this.#restrict();

    this.notify(session, { type: 'consumer', consumer });
  }

  async #evict(session: SessionId): Promise<void> {
    const closed = this.#context.plane.closePlace(session);
    this.tellReset([session]);
    await closed;
  }

  async #failed(step: Step, error: unknown): Promise<void> {
    const fields = { visit: shortId(this.visit), step: step.step, error: String(error) };
    // What it was about is gone: nothing to give, and nothing left to take.
    if (error instanceof GoneError) return;

    this.#context.log.warn(fields, 'a media step failed');
    if (step.step === 'openRoom') this.#closedDoors.add(step.room);
    if (step.step === 'openRoom' || step.step === 'closeRoom') return;
    if (step.step === 'closePlace' || step.step === 'closeLoop') return;

    await this.#evict(step.session).catch((again: unknown) => {
      this.#context.log.error({ ...fields, again: String(again) }, 'a failed device could not be closed');
    });
  }
}
