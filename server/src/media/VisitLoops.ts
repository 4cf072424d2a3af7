import { no, ok, type Result } from '@doorstep/shared/lib/result.ts';
import type { LoopAnswer, LoopBackAnswer, MediaRefusal, MediaRequest } from '@doorstep/shared/protocol/media.ts';
import type { Millis, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { LoopAllowance } from './LoopAllowance.ts';
import type { MediaContext } from './MediaContext.ts';
import { shortId } from './MediaLog.ts';
import { GoneError, type MediaPlane, type PlaneLoop, type TransportId } from './MediaPlane.ts';

/** A check takes six seconds; whatever is left after this belongs to a device that went away or wants something else. */
const LASTS: Millis = 10_000;
/** What a stream of 500 kbit/s brings in that time, twice. */
const MOST_BYTES = 1_250_000;
/** At once: a phone and a tablet. Whoever has one person’s link cannot keep the others of the visit from measuring theirs. */
const MOST_OF_PERSON = 2;
/** At once, on the whole server: 30 Mbit/s each way that no call has. */
const MOST_ON_SERVER = 60;

/** Who may have a loop, as far as loops care: devices at the door of a visit, or staff at their desks. */
export interface LoopDoor {
  readonly visit: VisitId;
  isMadeReady(session: SessionId): boolean;
  /** Whose device it is, and of which room’s door where there are several; null when nobody’s. */
  placement(session: SessionId): { readonly participant: string; readonly room?: string } | null;
  endLoop(session: SessionId): Promise<void>;
}

type LoopBack = Extract<MediaRequest, { type: 'loopBack' }>;

/**
 * [JOIN-4] The loops of one door: devices that measure their line. Whether they are still at the door is asked again after
 * every await; the reconciler ends the loop of whoever is let in or put out (`staleLoops`).
 */
export class VisitLoops {
  readonly #door: LoopDoor;
  /** At once. */
  readonly #most: number;
  readonly #context: MediaContext;
  readonly #allowance = new LoopAllowance();
  /** Asked for, and perhaps not there yet: those who ask in one moment are counted as well. */
  readonly #opening = new Set<SessionId>();

  constructor(door: LoopDoor, most: number, context: MediaContext) {
    this.#door = door;
    this.#most = most;
    this.#context = context;
  }

  /** Opens a loop for this device; one that it left open is closed. Refuses `alreadyInside`, and `tooMany` when it asks too often, or its person, the door or the server has as many as it may. */
  async open(session: SessionId): Promise<Result<LoopAnswer, MediaRefusal>> {
    const { plane, icePolicy, now } = this.#context;
    if (!this.#door.isMadeReady(session)) return no('alreadyInside');
    if (this.#isFull(session) || !this.#allowance.take(session, now())) return no('tooMany');

    const offer = await this.#begin(session);
    if (this.#door.isMadeReady(session)) return ok({ ...offer, iceTransportPolicy: icePolicy });

    await plane.closeLoop(session);
    return no('alreadyInside');
  }

  async back(
    session: SessionId,
    { rtpParameters, rtpCapabilities }: LoopBack,
  ): Promise<Result<LoopBackAnswer, MediaRefusal>> {
    if (!this.find(session)) return no('notFound');

    return ok(await this.#context.plane.loopBack(session, rtpParameters, rtpCapabilities));
  }

  async close(session: SessionId): Promise<Result<Record<string, never>, MediaRefusal>> {
    if (!this.find(session)) return no('notFound');

    await this.#context.plane.closeLoop(session);
    return ok({});
  }

  /** The transport of this device's own loop that has this id. */
  transport(session: SessionId, id: string): TransportId | undefined {
    const loop = this.find(session);

    return loop && [loop.send, loop.receive].find((transport) => transport === id);
  }

  find(session: SessionId): PlaneLoop | undefined {
    return this.#loops.find((loop) => loop.session === session);
  }

  /** Ends what has lasted too long or brought too much. */
  async sweep(): Promise<void> {
    await Promise.all(this.#loops.map(({ session }) => this.#sweepOne(session)));
  }

  get #loops(): readonly PlaneLoop[] {
    return this.#context.plane.loops(this.#door.visit);
  }

  async #begin(session: SessionId): ReturnType<MediaPlane['openLoop']> {
    const { plane } = this.#context;
    this.#opening.add(session);
    try {
      await plane.closeLoop(session);
      return await plane.openLoop(this.#door.visit, session);
    } finally {
      this.#opening.delete(session);
    }
  }

  /** [PRIV-5] Only those at the same door count: a refusal must not tell one side of a visit that there is another. */
  #isFull(session: SessionId): boolean {
    const own = this.#door.placement(session);
    const all = new Set([...this.#loops.map((loop) => loop.session), ...this.#opening]);
    all.delete(session);
    const others = [...all].map((other) => this.#door.placement(other)).filter((other) => other?.room === own?.room);
    if (others.length >= this.#most) return true;
    if (others.filter((other) => other?.participant === own?.participant).length >= MOST_OF_PERSON) return true;

    return this.#context.plane.counts().loops >= MOST_ON_SERVER;
  }

  async #sweepOne(session: SessionId): Promise<void> {
    const { plane, log, now } = this.#context;
    const age = this.#allowance.age(session, now());
    if (age !== null && age < LASTS && (await this.#bytes(session)) <= MOST_BYTES) return;

    log.info({ visit: shortId(this.#door.visit), session: shortId(session), age }, 'a loop was ended');
    if (plane.loops(this.#door.visit).some((loop) => loop.session === session)) await this.#door.endLoop(session);
  }

  async #bytes(session: SessionId): Promise<number> {
    try {
      return await this.#context.plane.loopBytes(session);
    } catch (error) {
      if (error instanceof GoneError) return 0;
      throw error;
    }
  }
}
