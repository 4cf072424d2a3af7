import type {
  ConsumerOffer,
  DtlsParameters,
  LoopBackAnswer,
  RtpCapabilities,
  RtpParameters,
} from '@doorstep/shared/protocol/media.ts';
import type { Instant, Millis, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Priority } from '@doorstep/shared/visit/mediaPlanShape.ts';
import { receivesBoth } from '../capabilities.ts';
import type { MediaLog } from '../MediaLog.ts';
import {
  type ConsumerId,
  consumerIdOf,
  GoneError,
  type Kind,
  type MediaCounts,
  type MediaPlane,
  type MediaPlaneListener,
  type PlaceOffer,
  type PlaneLoop,
  type PlaneRoom,
  type ProducerId,
  type RoomRef,
  type TransportId,
} from '../MediaPlane.ts';
import type { Every } from '../mediaAudits.ts';
import { MediasoupLoops } from './MediasoupLoops.ts';
import { MediasoupPlace, type OwnConsumer, type OwnProducer, ownProducer } from './MediasoupPlace.ts';
import { MediasoupRooms } from './MediasoupRooms.ts';
import { offerOf } from './offer.ts';
import { dtlsParametersOf, receiveCapabilitiesOf, sendParametersOf } from './rtp.ts';
import type { MediasoupSettings } from './settings.ts';
import { startWorker } from './startWorker.ts';
import { WorkerPool } from './WorkerPool.ts';

/** The SFU: mediasoup workers, one router per room. */
export class MediasoupPlane implements MediaPlane {
  readonly #pool: WorkerPool;
  readonly #rooms: MediasoupRooms;
  readonly #loops: MediasoupLoops;
  readonly #joining = new Set<SessionId>();

  private constructor(pool: WorkerPool, log: MediaLog) {
    this.#pool = pool;
    this.#rooms = new MediasoupRooms(pool, log);
    this.#loops = new MediasoupLoops(pool);
  }

  /** Starts the workers. Rejects when one does not start: no such program, or its port is taken. */
  static async start(
    settings: MediasoupSettings,
    parts: { readonly log: MediaLog; readonly now: () => Millis; readonly every: Every },
  ): Promise<MediasoupPlane> {
    const start = (index: number) => startWorker(settings, index);
    const pool = await WorkerPool.start({ ...parts, workers: settings.workers, start });

    return new MediasoupPlane(pool, parts.log);
  }

  /** The process ids of the workers that run now. */
  get workerPids(): readonly number[] {
    return this.#pool.pids;
  }

  listen(listener: MediaPlaneListener): void {
    this.#rooms.listener = listener;
    this.#loops.onLost = (visit, session) => listener.loopLost(visit, session);
  }

  visits(): readonly VisitId[] {
    const rooms = this.#rooms.open.map(({ ref }) => ref.visit);

    return [...new Set([...rooms, ...this.#loops.open.map(({ visit }) => visit)])];
  }

  inventory(visit: VisitId): readonly PlaneRoom[] {
    return this.#rooms.open.filter(({ ref }) => ref.visit === visit).map((room) => room.describe());
  }

  counts(): MediaCounts {
    return { ...this.#rooms.counts(), loops: this.#loops.count, workerDeaths: this.#pool.deaths };
  }

  strays(): Promise<readonly RoomRef[]> {
    return this.#rooms.strays();
  }

  openRoom(ref: RoomRef): Promise<void> {
    return this.#rooms.openRoom(ref);
  }

  closeRoom(ref: RoomRef): Promise<void> {
    return this.#rooms.closeRoom(ref);
  }

  async openPlace(ref: RoomRef, session: SessionId): Promise<PlaceOffer> {
    const room = this.#rooms.room(ref);
    if (this.#rooms.findPlace(session) || this.#joining.has(session)) throw new Error('this session has a place');

    this.#joining.add(session);
    try {
      const transports = await room.createTransports().catch((error: unknown) => {
        throw room.closed ? new GoneError('the room closed', { cause: error }) : error;
      });
      if (room.closed) throw new GoneError('the room closed');

      this.#rooms.addPlace(new MediasoupPlace(room, session, transports));
      return {
        routerRtpCapabilities: room.routerRtpCapabilities,
        send: offerOf(transports.send),
        receive: offerOf(transports.receive),
      };
    } finally {
      this.#joining.delete(session);
    }
  }

  async closePlace(session: SessionId): Promise<void> {
    const place = this.#rooms.findPlace(session);
    if (!place) return;
    this.#rooms.dropPlace(place);
    await place.room.done();
  }

  seat(session: SessionId, at: Instant): void {
    this.#rooms.place(session).seatedAt = at;
    void this.#loops.close(session);
  }

  loops(visit: VisitId): readonly PlaneLoop[] {
    return this.#loops.open.filter((loop) => loop.visit === visit).map((loop) => loop.describe());
  }

  async openLoop(visit: VisitId, session: SessionId): Promise<PlaceOffer> {
    if (this.#rooms.findPlace(session)?.seatedAt != null) throw new Error('this session has a seat');

    return (await this.#loops.begin(visit, session)).offer;
  }

  async loopBack(
    session: SessionId,
    parameters: RtpParameters,
    capabilities: RtpCapabilities,
  ): Promise<LoopBackAnswer> {
    return this.#loops.get(session).back(parameters, capabilities);
  }

  async loopBytes(session: SessionId): Promise<number> {
    return this.#loops.get(session).bytes();
  }

  closeLoop(session: SessionId): Promise<void> {
    return this.#loops.close(session);
  }

  async connect(session: SessionId, transport: TransportId, dtls: DtlsParameters): Promise<void> {
    const loop = this.#loops.with(session, transport);
    if (loop) return loop.connect(transport, dtls);

    const place = this.#rooms.place(session);
    await place.during(place.transport(transport).connect({ dtlsParameters: dtlsParametersOf(dtls) }));
  }

  async restartIce(session: SessionId, transport: TransportId): Promise<unknown> {
    const place = this.#rooms.place(session);
    return place.during(place.transport(transport).restartIce());
  }

  async receive(session: SessionId, capabilities: RtpCapabilities): Promise<void> {
    const place = this.#rooms.place(session);
    if (!receivesBoth(capabilities)) throw new Error('Opus and VP8 are needed');

    place.capabilities = receiveCapabilitiesOf(capabilities);
  }

  async warmUp(session: SessionId): Promise<ConsumerOffer> {
    const place = this.#rooms.place(session);
    return this.#consume(place, null, 1);
  }

  async produce(session: SessionId, kind: Kind, parameters: RtpParameters): Promise<ProducerId> {
    const place = this.#rooms.place(session);
    place.guardProducing(kind);
    const options = { kind, rtpParameters: sendParametersOf(kind, parameters), paused: true };

    place.producing.add(kind);
    try {
      const producer = await place.during(place.send.produce(options), (made) => made.close());
      const own = ownProducer(place, producer);
      this.#rooms.addProducer(own);
      if (kind === 'audio') await place.during(place.room.listenTo(own));
      return own.id;
    } finally {
      place.producing.delete(kind);
    }
  }

  async pauseProducer(id: ProducerId): Promise<void> {
    const own = this.#rooms.findProducer(id);
    if (!own) return;

    own.paused = true;
    own.asked += 1;
    await own.place.during(own.producer.pause()).catch((error: unknown) => this.#unlessGone(error, own));
  }

  async resumeProducer(id: ProducerId): Promise<void> {
    const own = this.#rooms.producer(id);
    own.asked += 1;
    const { asked } = own;
    await own.place.during(own.producer.resume());
    if (this.#rooms.producer(id).asked === asked) own.paused = false;
  }

  async closeProducer(id: ProducerId): Promise<void> {
    const own = this.#rooms.findProducer(id);
    if (!own) return;

    this.#rooms.dropProducer(own);
    await own.place.room.done();
  }

  async consume(session: SessionId, id: ProducerId, priority: Priority): Promise<ConsumerOffer> {
    const place = this.#rooms.place(session);
    const from = this.#rooms.producer(id);
    if (place.seatedAt === null) throw new Error('this place is not seated');
    if (place.room !== from.place.room) throw new Error('of another room');

    return this.#consume(place, from, priority);
  }

  async resumeConsumer(id: ConsumerId): Promise<void> {
    // The worker asks the sender for a key frame when it resumes.
    (await this.#duringConsumer(id, ({ consumer }) => consumer.resume())).paused = false;
  }

  async requestKeyFrame(id: ConsumerId): Promise<void> {
    await this.#duringConsumer(id, ({ consumer }) => consumer.requestKeyFrame());
  }

  async preferLayer(id: ConsumerId, spatialLayer: number): Promise<void> {
    await this.#duringConsumer(id, ({ consumer }) => consumer.setPreferredLayers({ spatialLayer }));
  }

  async prioritise(id: ConsumerId, priority: Priority): Promise<void> {
    (await this.#duringConsumer(id, ({ consumer }) => consumer.setPriority(priority))).priority = priority;
  }

  async closeConsumer(id: ConsumerId): Promise<void> {
    const own = this.#rooms.findConsumer(id);
    if (!own) return;

    this.#rooms.dropConsumer(own);
    await own.place.room.done();
  }

  async close(): Promise<void> {
    await Promise.all(this.#rooms.open.map(({ ref }) => this.closeRoom(ref)));
    await Promise.all(this.#loops.open.map(({ session }) => this.closeLoop(session)));
    await this.#pool.close();
  }

  async #consume(place: MediasoupPlace, from: OwnProducer | null, priority: Priority): Promise<ConsumerOffer> {
    const producerId = from?.id ?? place.room.silence.id;
    const making = place.receive.consume({ producerId, rtpCapabilities: place.receives(), paused: true });
    const consumer = await place
      .during(making, (made) => made.close())
      .catch((error: unknown) => {
        throw from && !this.#rooms.findProducer(from.id) ? new GoneError('the stream ended', { cause: error }) : error;
      });
    if (from && !this.#rooms.findProducer(from.id)) {
      consumer.close();
      throw new GoneError('the stream ended');
    }

    const { kind, rtpParameters } = consumer;
    const own: OwnConsumer = { id: consumerIdOf(consumer.id), kind, place, from, consumer, priority, paused: true };
    this.#rooms.addConsumer(own);
    if (priority !== 1) await this.#duringConsumer(own.id, () => consumer.setPriority(priority));

    const session = from?.place.session ?? null;
    return { id: own.id, producer: producerId, transport: place.receive.id, session, kind, rtpParameters };
  }

  /** A consumer may end while the worker does something to it. */
  async #duringConsumer(id: ConsumerId, work: (own: OwnConsumer) => Promise<void>): Promise<OwnConsumer> {
    const own = this.#rooms.consumer(id);
    await own.place.during(work(own)).catch((error: unknown) => {
      throw this.#rooms.findConsumer(id) ? error : new GoneError('the stream ended', { cause: error });
    });
    if (!this.#rooms.findConsumer(id)) throw new GoneError('the stream ended');
    return own;
  }

  /** Pausing what has gone meanwhile has come true. */
  #unlessGone(error: unknown, own: OwnProducer): void {
    if (this.#rooms.findProducer(own.id)) throw error;
  }
}
