import type { ConsumerOffer } from '@doorstep/shared/protocol/media.ts';
import type { Instant, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Priority } from '@doorstep/shared/visit/mediaPlanShape.ts';
import {
  type ConsumerId,
  consumerIdOf,
  GoneError,
  type Kind,
  type MediaCounts,
  type MediaPlaneListener,
  type Place,
  type PlaneRoom,
  type ProducerId,
  producerIdOf,
  type RoomRef,
  roomKey,
  type TransportId,
  transportIdOf,
} from '../MediaPlane.ts';

export interface FakeProducer {
  readonly id: ProducerId;
  readonly kind: Kind;
  readonly place: FakePlace;
  paused: boolean;
  /** Counts what was asked last, so that a resume that was overtaken by a pause comes to nothing. */
  asked: number;
}

export interface FakeConsumer {
  readonly id: ConsumerId;
  readonly kind: Kind;
  readonly place: FakePlace;
  readonly producer: FakeProducer | null;
  priority: Priority;
  paused: boolean;
}

export interface FakePlace {
  readonly ref: RoomRef;
  readonly session: SessionId;
  readonly send: TransportId;
  readonly receive: TransportId;
  readonly connected: Set<TransportId>;
  seatedAt: Instant | null;
  receiving: boolean;
}

/** What there is in the fake SFU; synchronous, and never refuses. */
export class FakeRooms {
  listener: MediaPlaneListener | null = null;

  readonly #rooms = new Map<string, RoomRef>();
  readonly #places = new Map<SessionId, FakePlace>();
  readonly #producers = new Map<ProducerId, FakeProducer>();
  readonly #consumers = new Map<ConsumerId, FakeConsumer>();
  #minted = 0;

  get refs(): readonly RoomRef[] {
    return [...this.#rooms.values()];
  }

  get consumers(): readonly FakeConsumer[] {
    return [...this.#consumers.values()];
  }

  inventory(visit: VisitId): readonly PlaneRoom[] {
    return this.refs
      .filter((ref) => ref.visit === visit)
      .map((ref) => ({ room: ref.room, places: this.placesIn(ref).map((place) => this.#describe(place)) }));
  }

  counts(): Omit<MediaCounts, 'loops' | 'workerDeaths'> {
    return {
      rooms: this.#rooms.size,
      transports: this.#places.size * 2,
      producers: this.#producers.size,
      consumers: this.#consumers.size,
    };
  }

  addRoom(ref: RoomRef): void {
    this.#rooms.set(roomKey(ref), ref);
  }

  addPlace(ref: RoomRef, session: SessionId): FakePlace {
    const send = transportIdOf(this.mint('transport'));
    const receive = transportIdOf(this.mint('transport'));
    const place = { ref, session, send, receive, connected: new Set<TransportId>(), seatedAt: null, receiving: false };
    this.#places.set(session, place);

    return place;
  }

  addProducer(place: FakePlace, kind: Kind): ProducerId {
    const id = producerIdOf(this.mint('producer'));
    this.#producers.set(id, { id, kind, place, paused: true, asked: 0 });

    return id;
  }

  addConsumer(place: FakePlace, producer: FakeProducer | null, priority: Priority): ConsumerOffer {
    const id = consumerIdOf(this.mint('consumer'));
    const kind = producer?.kind ?? 'audio';
    const session = producer?.place.session ?? null;
    this.#consumers.set(id, { id, kind, place, producer, priority, paused: true });

    return { id, producer: producer?.id ?? 'silence', transport: place.receive, session, kind, rtpParameters: {} };
  }

  dropRoom(ref: RoomRef): void {
    const places = this.placesIn(ref);
    this.#rooms.delete(roomKey(ref));
    for (const { session } of places) this.#places.delete(session);
    for (const place of places) this.dropPlace(place);
  }

  dropPlace(place: FakePlace): void {
    this.#places.delete(place.session);
    for (const producer of this.producersOf(place)) this.dropProducer(producer);
    for (const { id } of this.consumers.filter((consumer) => consumer.place === place)) this.#consumers.delete(id);
  }

  dropProducer(producer: FakeProducer): void {
    this.#producers.delete(producer.id);
    for (const consumer of this.consumers.filter((each) => each.producer === producer)) this.dropConsumer(consumer);
  }

  dropConsumer({ id, place }: FakeConsumer): void {
    this.#consumers.delete(id);
    if (this.#places.get(place.session) === place) this.listener?.consumerClosed(place.ref, place.session, id);
  }

  placesIn(ref: RoomRef): readonly FakePlace[] {
    return [...this.#places.values()].filter((place) => roomKey(place.ref) === roomKey(ref));
  }

  producersOf(place: FakePlace): readonly FakeProducer[] {
    return [...this.#producers.values()].filter((producer) => producer.place === place);
  }

  findPlace(session: SessionId): FakePlace | undefined {
    return this.#places.get(session);
  }

  findProducer(id: ProducerId): FakeProducer | undefined {
    return this.#producers.get(id);
  }

  findConsumer(id: ConsumerId): FakeConsumer | undefined {
    return this.#consumers.get(id);
  }

  room(ref: RoomRef): RoomRef {
    return found(this.#rooms.get(roomKey(ref)));
  }

  place(session: SessionId): FakePlace {
    return found(this.#places.get(session));
  }

  placeWith(session: SessionId, transport: TransportId): FakePlace {
    const place = this.place(session);
    if (place.send !== transport && place.receive !== transport) throw new GoneError('No such transport.');

    return place;
  }

  producer(id: ProducerId): FakeProducer {
    return found(this.#producers.get(id));
  }

  consumer(id: ConsumerId): FakeConsumer {
    return found(this.#consumers.get(id));
  }

  mint(what: string): string {
    this.#minted += 1;
    return `${what}-${this.#minted}`;
  }

  #describe(place: FakePlace): Place {
    const { session, send, receive, seatedAt, receiving, ref } = place;
    const producers = this.producersOf(place).map(({ id, kind, paused }) => ({ id, kind, paused }));
    const consumers = this.consumers
      .filter((consumer) => consumer.place === place)
      .map(({ id, kind, producer, priority, paused }) => ({
        id,
        kind,
        from: producer && { session: producer.place.session, producer: producer.id },
        priority,
        paused,
      }));

    return { session, room: ref.room, send, receive, seatedAt, receiving, producers, consumers };
  }
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new GoneError('Not there.');

  return thing;
}
