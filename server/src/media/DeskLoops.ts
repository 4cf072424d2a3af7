import { no, type Result } from '@doorstep/shared/lib/result.ts';
import type { LoopRequest, MediaAnswers, MediaRefusal } from '@doorstep/shared/protocol/media.ts';
import type { MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { SessionId, StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { DeviceQueues } from './DeviceQueues.ts';
import type { MediaContext } from './MediaContext.ts';
import { GoneError } from './MediaPlane.ts';
import { VisitLoops } from './VisitLoops.ts';

/** Under which the plane keeps these loops. No visit has such an id: theirs have 22 letters. */
const DESK = 'desk' as VisitId;
/** At once: a team that begins its visits on the hour. What all loops of the server may take is bounded elsewhere. */
const MOST_AT_ONCE = 24;
/** Two devices, or two pages. */
const SLOTS = 2;

type Outcome = Result<MediaAnswers[LoopRequest['type']], MediaRefusal>;

/** A loop that somebody can have, and the page that had it last. */
interface Slot {
  readonly session: SessionId;
  readonly staff: StaffId;
  page: string | null;
}

/**
 * [JOIN-4] The loops of signed-in staff who measure their line in front of their own camera, before they go in. They have no place in the
 * visit yet: no device stands on a roster for it, nothing of a room is told or made ready, and whether the visit has begun is all one.
 * Each has two loops at once, and begins as often as a device at the door may.
 */
export class DeskLoops {
  readonly visit = DESK;
  readonly #context: MediaContext;
  readonly #loops: VisitLoops;
  readonly #slots = new Map<StaffId, readonly Slot[]>();
  readonly #bySession = new Map<SessionId, Slot>();
  readonly #queues = new DeviceQueues();

  constructor(context: MediaContext) {
    this.#context = context;
    this.#loops = new VisitLoops(
      {
        visit: DESK,
        isMadeReady: (session) => this.#bySession.has(session),
        placement: (session) => {
          const slot = this.#bySession.get(session);
          return slot === undefined ? null : { participant: slot.staff };
        },
        // Nobody is listening at a desk: its page finds out when it closes what is gone.
        endLoop: (session) => context.plane.closeLoop(session),
      },
      MOST_AT_ONCE,
      context,
    );
  }

  /** One request at a time for each professional. Never rejects. */
  async answer(staff: StaffId, page: string, request: LoopRequest): Promise<MediaAnswer<LoopRequest['type']>> {
    const slots = this.#slotsOf(staff);
    const [first] = slots;
    const result = first && (await this.#queues.run(first.session, () => this.#guarded(slots, page, request)));
    if (!result) return { ok: false, refusal: 'tooMany' };

    return result.ok ? { ok: true, answer: result.value } : { ok: false, refusal: result.error };
  }

  sweep(): Promise<void> {
    return this.#loops.sweep();
  }

  /** Closes what nobody at a desk has; resolves with how much that was. */
  async audit(): Promise<number> {
    const strays = this.#context.plane.loops(DESK).filter(({ session }) => !this.#bySession.has(session));
    await Promise.all(strays.map(({ session }) => this.#context.plane.closeLoop(session)));

    return strays.length;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#bySession.keys()].map((session) => this.#context.plane.closeLoop(session)));
  }

  async #guarded(slots: readonly Slot[], page: string, request: LoopRequest): Promise<Outcome> {
    try {
      return await this.#handle(slots, page, request);
    } catch (error) {
      if (error instanceof GoneError) return no('notFound');
      this.#context.log.warn({ type: request.type, error: String(error) }, 'the SFU refused a request');
      return no('badParameters');
    }
  }

  async #handle(slots: readonly Slot[], page: string, request: LoopRequest): Promise<Outcome> {
    if (request.type === 'openLoop') return this.#open(slots, page);

    const session = slots.find((slot) => slot.page === page)?.session;
    if (session === undefined) return no('notFound');
    switch (request.type) {
      case 'loopBack':
        return this.#loops.back(session, request);
      case 'closeLoop':
        return this.#loops.close(session);
      case 'connect': {
        const transport = this.#loops.transport(session, request.transport);
        if (!transport) return no('notFound');
        await this.#context.plane.connect(session, transport, request.dtlsParameters);
        return { ok: true, value: {} };
      }
    }
  }

  /** In the slot that this page had, or in one that is free. */
  async #open(slots: readonly Slot[], page: string): Promise<Outcome> {
    const own = slots.find((slot) => slot.page === page);
    for (const slot of own ? [own] : slots.filter(({ session }) => !this.#loops.find(session))) {
      const opened = await this.#loops.open(slot.session);
      if (!opened.ok) continue;
      slot.page = page;
      return opened;
    }
    return no('tooMany');
  }

  #slotsOf(staff: StaffId): readonly Slot[] {
    const known = this.#slots.get(staff);
    if (known) return known;

    const slots = Array.from({ length: SLOTS }, (): Slot => {
      // Counted, so that whatever a sign-in calls somebody never reaches the plane.
      const slot = { session: `desk-${this.#bySession.size}` as SessionId, staff, page: null };
      this.#bySession.set(slot.session, slot);
      return slot;
    });
    this.#slots.set(staff, slots);
    return slots;
  }
}
