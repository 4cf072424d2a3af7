import type {
  ConsumerOffer,
  DtlsParameters,
  LoopBackAnswer,
  RtpCapabilities,
  RtpParameters,
} from '@doorstep/shared/protocol/media.ts';
import type { Instant, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Priority } from '@doorstep/shared/visit/mediaPlanShape.ts';
import { receivesBoth } from '../capabilities.ts';
import {
  type ConsumerId,
  GoneError,
  type Kind,
  type LoudSession,
  type MediaCounts,
  type MediaPlane,
  type MediaPlaneListener,
  type PlaceOffer,
  type PlaneLoop,
  type PlaneRoom,
  type ProducerId,
  type RoomRef,
  roomKey,
  type TransportId,
} from '../MediaPlane.ts';
import { FakeGate, type FakeMethod } from './FakeGate.ts';
import { FakeLoops } from './FakeLoops.ts';
import { type FakePlace, FakeRooms } from './FakeRooms.ts';
import { offerOf } from './parameters.ts';

/** A stream that is set up and not held back at its source. */
export interface FakeFlow {
  readonly hearer: SessionId;
  readonly speaker: SessionId;
  readonly kind: Kind;
}

/** A whole SFU in memory, under the same contract as the real one, that can be told to be slow, to fail and to die. */
export class FakeMediaPlane implements MediaPlane {
  /** Makes calls slow or fail. */
  readonly gate = new FakeGate();
  /** For whose picture a key frame was asked, each time. */
  readonly keyFrames: ConsumerId[] = [];

  readonly #has = new FakeRooms();
  readonly #loops = new FakeLoops(this.gate);
  readonly #strays = new Map<string, RoomRef>();
  readonly #opening = new Set<string>();
  #deaths = 0;

  listen(listener: MediaPlaneListener): void {
    this.#has.listener = listener;
  }

  visits(): readonly VisitId[] {
    return [...new Set([...this.#has.refs, ...this.#loops.all].map(({ visit }) => visit))];
  }

  inventory(visit: VisitId): readonly PlaneRoom[] {
    return this.#has.inventory(visit);
  }

  counts(): MediaCounts {
    return { ...this.#has.counts(), loops: this.#loops.count, workerDeaths: this.#deaths };
  }

  async strays(): Promise<readonly RoomRef[]> {
    await this.gate.pass('strays');
    return [...this.#strays.values()];
  }

  async openRoom(ref: RoomRef): Promise<void> {
    this.#opening.add(roomKey(ref));
    await this.gate.pass('openRoom');
    if (!this.#opening.has(roomKey(ref))) throw new GoneError('The room closed.');
    this.#has.addRoom(ref);
  }

  async closeRoom(ref: RoomRef): Promise<void> {
    this.#opening.delete(roomKey(ref));
    this.#strays.delete(roomKey(ref));
    this.#has.dropRoom(ref);
    await this.gate.pass('closeRoom');
  }

  async openPlace(ref: RoomRef, session: SessionId): Promise<PlaceOffer> {
    this.#has.room(ref);
    if (this.#has.findPlace(session)) throw new Error('This session has a place.');
    await this.gate.pass('openPlace');
    this.#has.room(ref);
    if (this.#has.findPlace(session)) throw new Error('This session has a place.');

    const place = this.#has.addPlace(ref, session);
    return { routerRtpCapabilities: {}, send: offerOf(place.send), receive: offerOf(place.receive) };
  }

  async closePlace(session: SessionId): Promise<void> {
    const place = this.#has.findPlace(session);
    if (!place) return;

    this.#has.dropPlace(place);
    await this.gate.pass('closePlace');
  }

  seat(session: SessionId, at: Instant): void {
    this.#has.place(session).seatedAt = at;
    this.#loops.drop(session);
  }

  loops(visit: VisitId): readonly PlaneLoop[] {
    return this.#loops.of(visit);
  }

  async openLoop(visit: VisitId, session: SessionId): Promise<PlaceOffer> {
    if (this.#has.findPlace(session)?.seatedAt != null) throw new Error('This session has a seat.');
    return this.#loops.open(visit, session);
  }

  loopBack(session: SessionId, parameters: RtpParameters, capabilities: RtpCapabilities): Promise<LoopBackAnswer> {
    return this.#loops.back(session, parameters, capabilities);
  }

  loopBytes(session: SessionId): Promise<number> {
    return this.#loops.bytes(session);
  }

  closeLoop(session: SessionId): Promise<void> {
    return this.#loops.close(session);
  }

  async connect(session: SessionId, transport: TransportId, _dtls: DtlsParameters): Promise<void> {
    if (this.#loops.has(session, transport)) return this.#loops.connect(session, transport);

    const place = this.#has.placeWith(session, transport);
    if (place.connected.has(transport)) throw new Error('Connected already.');
    place.connected.add(transport);
    await this.#during(place, 'connect');
  }

  async restartIce(session: SessionId, transport: TransportId): Promise<unknown> {
    await this.#during(this.#has.placeWith(session, transport), 'restartIce');
    return { usernameFragment: this.#has.mint('fragment') };
  }

  async receive(session: SessionId, capabilities: RtpCapabilities): Promise<void> {
    const place = this.#has.place(session);
    if (!receivesBoth(capabilities)) throw new Error('Opus and VP8 are needed.');
    await this.#during(place, 'receive');
    place.receiving = true;
  }

  async warmUp(session: SessionId): Promise<ConsumerOffer> {
    const place = this.#has.place(session);
    if (!place.receiving) throw new Error('Not known what it can receive.');
    await this.#during(place, 'warmUp');

    return this.#has.addConsumer(place, null, 1);
  }

  async produce(session: SessionId, kind: Kind, parameters: RtpParameters): Promise<ProducerId> {
    const place = this.#has.place(session);
    if (!parameters.codecs[0]?.mimeType.startsWith(kind)) throw new Error('Not of that kind.');
    this.#guardProduce(place, kind);
    await this.#during(place, 'produce');
    this.#guardProduce(place, kind);

    return this.#has.addProducer(place, kind);
  }

  async pauseProducer(id: ProducerId): Promise<void> {
    const producer = this.#has.findProducer(id);
    if (!producer) return;

    producer.paused = true;
    producer.asked += 1;
    await this.gate.pass('pauseProducer');
  }

  async resumeProducer(id: ProducerId): Promise<void> {
    const producer = this.#has.producer(id);
    producer.asked += 1;
    const { asked } = producer;
    await this.gate.pass('resumeProducer');
    this.#has.producer(id);
    if (producer.asked === asked) producer.paused = false;
  }

  async closeProducer(id: ProducerId): Promise<void> {
    const producer = this.#has.findProducer(id);
    if (!producer) return;

    this.#has.dropProducer(producer);
    await this.gate.pass('closeProducer');
  }

  async consume(session: SessionId, id: ProducerId, priority: Priority): Promise<ConsumerOffer> {
    const place = this.#has.place(session);
    const producer = this.#has.producer(id);
    if (place.seatedAt === null || !place.receiving) throw new Error('This place may not consume.');
    if (roomKey(place.ref) !== roomKey(producer.place.ref)) throw new Error('Of another room.');
    await this.#during(place, 'consume');

    return this.#has.addConsumer(place, this.#has.producer(id), priority);
  }

  async resumeConsumer(id: ConsumerId): Promise<void> {
    this.#has.consumer(id);
    await this.gate.pass('resumeConsumer');
    this.#has.consumer(id).paused = false;
  }

  async requestKeyFrame(id: ConsumerId): Promise<void> {
    const { kind } = this.#has.consumer(id);
    await this.gate.pass('requestKeyFrame');
    if (kind === 'video') this.keyFrames.push(id);
  }

  async preferLayer(id: ConsumerId, _spatial: number): Promise<void> {
    this.#has.consumer(id);
    await this.gate.pass('preferLayer');
  }

  async prioritise(id: ConsumerId, priority: Priority): Promise<void> {
    this.#has.consumer(id);
    await this.gate.pass('prioritise');
    this.#has.consumer(id).priority = priority;
  }

  async closeConsumer(id: ConsumerId): Promise<void> {
    const consumer = this.#has.findConsumer(id);
    if (!consumer) return;

    this.#has.dropConsumer(consumer);
    await this.gate.pass('closeConsumer');
  }

  async close(): Promise<void> {
    for (const ref of this.#has.refs) await this.closeRoom(ref);
    for (const { session } of this.#loops.all) await this.closeLoop(session);
  }

  /** Every stream that is set up and not held back at its source. */
  flows(): readonly FakeFlow[] {
    return this.#has.consumers.flatMap(({ place, producer }) =>
      producer && !producer.paused
        ? [{ hearer: place.session, speaker: producer.place.session, kind: producer.kind }]
        : [],
    );
  }

  /** As if the worker with this room died. */
  loseRoom(ref: RoomRef): void {
    const sessions = this.#has.placesIn(ref).map(({ session }) => session);
    this.#has.dropRoom(ref);
    this.#deaths += 1;
    this.#has.listener?.roomLost(ref, sessions);
  }

  /** As if the worker with this loop died. */
  loseLoop(session: SessionId): void {
    const visit = this.#loops.drop(session);
    if (visit) this.#has.listener?.loopLost(visit, session);
  }

  /** As if so much had come into this loop. */
  sendIntoLoop(session: SessionId, bytes: number): void {
    this.#loops.bring(session, bytes);
  }

  /** Lets a loop exist that no caller could have opened. */
  plantLoop(visit: VisitId, session: SessionId): void {
    this.#loops.add(visit, session);
  }

  /** As if the SFU had something in this room of which nobody here knows. */
  plantStray(ref: RoomRef): void {
    this.#strays.set(roomKey(ref), ref);
  }

  /** As if these microphones were loud. */
  speak(ref: RoomRef, levels: readonly LoudSession[]): void {
    this.#has.listener?.levels(ref, levels);
  }

  /** Lets something exist that no caller could have made: a stream across every rule. */
  plantConsumer(hearer: SessionId, producer: ProducerId): void {
    this.#has.addConsumer(this.#has.place(hearer), this.#has.producer(producer), 1);
  }

  #guardProduce(place: FakePlace, kind: Kind): void {
    if (place.seatedAt === null) throw new Error('This place may not produce.');
    if (this.#has.producersOf(place).some((producer) => producer.kind === kind)) throw new Error('One of each kind.');
  }

  async #during(place: FakePlace, method: FakeMethod): Promise<void> {
    await this.gate.pass(method);
    if (this.#has.findPlace(place.session) !== place) throw new GoneError('The place went away.');
  }
}
