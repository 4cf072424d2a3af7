import type {
  IceServer,
  LoopRequest,
  MediaNotice,
  MediaRequest,
  MediaRequestType,
} from '@doorstep/shared/protocol/media.ts';
import type { Levels, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { Millis, SessionId, StaffId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { MediaPlan } from '@doorstep/shared/visit/mediaPlanShape.ts';
import { DeskLoops } from './DeskLoops.ts';
import type { MediaContext } from './MediaContext.ts';
import { type MediaLog, shortId } from './MediaLog.ts';
import type { LoudSession, MediaCounts, MediaPlane, RoomRef } from './MediaPlane.ts';
import { MediaRequests } from './MediaRequests.ts';
import { VisitLoops } from './VisitLoops.ts';
import { type Applied, VisitMedia } from './VisitMedia.ts';

export type NoticeListener = (visit: VisitId, session: SessionId, notice: MediaNotice) => void;
export type LevelsListener = (visit: VisitId, levels: Levels, hearers: readonly SessionId[]) => void;

/** What an audit found: things at the SFU that no plan grants (closed by now), and rooms that had to be rebuilt for it. */
export interface AuditFindings {
  readonly strays: number;
  readonly rebuilt: number;
}

interface Entry {
  readonly media: VisitMedia;
  readonly loops: VisitLoops;
  readonly requests: MediaRequests;
}

/** Loops at once at the door of one main room: a visit is a dozen people. */
const MOST_LOOPS = 8;

/** Media follows the visits: the only caller of the media plane. */
export class MediaReconciler {
  readonly #context: MediaContext;
  readonly #visits = new Map<VisitId, Entry>();
  readonly #desk: DeskLoops;
  readonly #noticeListeners = new Set<NoticeListener>();
  readonly #levelsListeners = new Set<LevelsListener>();

  constructor(parts: {
    readonly plane: MediaPlane;
    readonly log: MediaLog;
    readonly icePolicy: 'all' | 'relay';
    readonly iceServersFor: (session: SessionId) => readonly IceServer[];
    readonly now: () => Millis;
  }) {
    this.#context = {
      ...parts,
      notify: (visit, session, notice) => {
        this.#tell(this.#noticeListeners, (listener) => listener(visit, session, notice));
      },
    };
    this.#desk = new DeskLoops(this.#context);
    parts.plane.listen({
      consumerClosed: ({ visit }, session, consumer) => {
        this.#context.notify(visit, session, { type: 'consumerClosed', consumer });
      },
      loopLost: (visit, session) => this.#context.notify(visit, session, { type: 'loopClosed' }),
      roomLost: (ref, sessions) => this.#roomLost(ref, sessions),
      levels: (ref, levels) => this.#levels(ref, levels),
    });
  }

  /** Makes the SFU follow the newest plan of this visit. See `Applied`. */
  apply(visit: VisitId, plan: MediaPlan): Applied {
    return this.#entry(visit).media.apply(plan);
  }

  /** Resolves when this visit's media are as its newest plan says. */
  async settle(visit: VisitId): Promise<void> {
    await this.#visits.get(visit)?.media.settle();
  }

  /** What a device asks. `session` is who asks, as the gateway knows it; never taken from the message. Never rejects. */
  async request(visit: VisitId, session: SessionId, request: MediaRequest): Promise<MediaAnswer<MediaRequestType>> {
    const entry = this.#visits.get(visit);

    return entry ? entry.requests.answer(session, request) : { ok: false, refusal: 'noSeat' };
  }

  /**
   * [JOIN-4] What a page of a signed-in professional asks who measures their line before going in. `staff` is who asks, as their sign-in
   * says; `page` tells their pages apart. It has to do with no visit and nobody else. Never rejects.
   */
  requestAtDesk(staff: StaffId, page: string, request: LoopRequest): Promise<MediaAnswer<LoopRequest['type']>> {
    return this.#desk.answer(staff, page, request);
  }

  /** Calls `listener` with everything that a device is to be told; the returned function stops that. */
  onNotice(listener: NoticeListener): () => void {
    this.#noticeListeners.add(listener);
    return () => this.#noticeListeners.delete(listener);
  }

  /** Calls `listener` a few times a second with who is loud in a room and who may know: those seated in it. */
  onLevels(listener: LevelsListener): () => void {
    this.#levelsListeners.add(listener);
    return () => this.#levelsListeners.delete(listener);
  }

  /** Closes all media of this visit. */
  async forget(visit: VisitId): Promise<void> {
    const entry = this.#visits.get(visit);
    if (!entry) return;

    await entry.media.apply({ rooms: [] }).settled;
    // A newer plan may have come meanwhile; then the visit is not forgotten after all.
    if (entry.media.isEmpty) this.#visits.delete(visit);
  }

  /** How much there is, without whose. */
  snapshot(): MediaCounts {
    return this.#context.plane.counts();
  }

  /**
   * [ROST-1] Compares what is at the SFU with the plans and takes away what no plan grants. Nothing is ever found unless
   * something is wrong with this program; hence the error in the log.
   */
  async audit(): Promise<AuditFindings> {
    const { plane, log } = this.#context;
    let strays = 0;

    for (const visit of new Set([...this.#visits.keys(), ...plane.visits()])) strays += await this.#auditVisit(visit);
    const unknown = await plane.strays();
    for (const ref of unknown) await this.#rebuild(ref);
    if (strays + unknown.length > 0) log.error({ strays, rebuilt: unknown.length }, 'media without a plan was closed');

    return { strays, rebuilt: unknown.length };
  }

  /** [JOIN-4] Ends every loop that has lasted too long or brought too much. */
  async sweepLoops(): Promise<void> {
    for (const { loops } of this.#visits.values()) await loops.sweep();
    await this.#desk.sweep();
  }

  /** Closes all media of every visit, then the plane. */
  async close(): Promise<void> {
    for (const visit of [...this.#visits.keys()]) await this.forget(visit);
    await this.#desk.close();
    await this.#context.plane.close();
  }

  #entry(visit: VisitId): Entry {
    const known = this.#visits.get(visit);
    if (known) return known;

    const media = new VisitMedia(visit, this.#context);
    const loops = new VisitLoops(media, MOST_LOOPS, this.#context);
    const entry = { media, loops, requests: new MediaRequests(media, loops, this.#context) };
    this.#visits.set(visit, entry);

    return entry;
  }

  async #auditVisit(visit: VisitId): Promise<number> {
    if (visit === this.#desk.visit) return this.#desk.audit();
    const entry = this.#visits.get(visit);
    if (entry) return entry.media.audit();

    const { plane } = this.#context;
    const rooms = plane.inventory(visit);
    const loops = plane.loops(visit);
    await Promise.all([
      ...rooms.map(({ room }) => plane.closeRoom({ visit, room })),
      ...loops.map(({ session }) => plane.closeLoop(session)),
    ]);

    return rooms.length + loops.length;
  }

  async #rebuild(ref: RoomRef): Promise<void> {
    const { plane } = this.#context;
    const places = plane.inventory(ref.visit).find(({ room }) => room === ref.room)?.places ?? [];
    await plane.closeRoom(ref);
    this.#roomLost(
      ref,
      places.map(({ session }) => session),
    );
  }

  #roomLost({ visit, room }: RoomRef, sessions: readonly SessionId[]): void {
    const media = this.#visits.get(visit)?.media;
    this.#context.log.warn({ visit: shortId(visit), room: shortId(room), devices: sessions.length }, 'a room was lost');
    media?.tellReset(sessions);
    void media?.settle();
  }

  #levels({ visit, room }: RoomRef, levels: readonly LoudSession[]): void {
    const media = this.#visits.get(visit)?.media;
    if (!media) return;

    const hearers = media.seatedIn(room).filter((hearer) => media.placement(hearer)?.seat?.receives);
    const heard = levels.filter(({ session }) => {
      const placement = media.placement(session);
      return placement?.room === room && placement.seat?.audio === 'open';
    });
    this.#tell(this.#levelsListeners, (listener) => listener(visit, heard, hearers));
  }

  /** A listener that throws must not keep the SFU from being restricted. */
  #tell<Listener>(listeners: ReadonlySet<Listener>, call: (listener: Listener) => void): void {
    for (const listener of listeners) {
      try {
        call(listener);
      } catch (error) {
        this.#context.log.error({ error: String(error) }, 'a media listener threw');
      }
    }
  }
}
