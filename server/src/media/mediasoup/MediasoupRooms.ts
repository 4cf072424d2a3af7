import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { MediaLog } from '../MediaLog.ts';
import { shortId } from '../MediaLog.ts';
import {
  type ConsumerId,
  GoneError,
  type MediaCounts,
  type MediaPlaneListener,
  type ProducerId,
  type RoomRef,
  roomKey,
} from '../MediaPlane.ts';
import type { MediasoupPlace, OwnConsumer, OwnProducer } from './MediasoupPlace.ts';
import { MediasoupRoom } from './MediasoupRoom.ts';
import type { WorkerPool } from './WorkerPool.ts';
import type { Lease } from './WorkerSlot.ts';

/** The register of everything that is open. What is dropped here is gone at once, whatever the worker still has to do. */
export class MediasoupRooms {
  listener: MediaPlaneListener | null = null;

  readonly #pool: WorkerPool;
  readonly #log: MediaLog;
  readonly #rooms = new Map<string, MediasoupRoom>();
  readonly #opening = new Map<string, Promise<void>>();
  readonly #places = new Map<SessionId, MediasoupPlace>();
  readonly #producers = new Map<ProducerId, OwnProducer>();
  readonly #consumers = new Map<ConsumerId, OwnConsumer>();

  constructor(pool: WorkerPool, log: MediaLog) {
    this.#pool = pool;
    this.#log = log;
  }

  get open(): readonly MediasoupRoom[] {
    return [...this.#rooms.values()];
  }

  counts(): Omit<MediaCounts, 'loops' | 'workerDeaths'> {
    return {
      rooms: this.#rooms.size,
      transports: this.#places.size * 2,
      producers: this.#producers.size,
      consumers: this.#consumers.size,
    };
  }

  /** Opens the room; does nothing when it is open, and waits when it is being opened. */
  async openRoom(ref: RoomRef): Promise<void> {
    const key = roomKey(ref);
    if (this.#rooms.has(key)) return;

    const opening = this.#opening.get(key) ?? this.#open(ref, key);
    this.#opening.set(key, opening);
    try {
      await opening;
    } finally {
      if (this.#opening.get(key) === opening) this.#opening.delete(key);
    }
  }

  /** Resolves when nothing of the room is left in the worker. One that is not there is closed. */
  async closeRoom(ref: RoomRef): Promise<void> {
    // One that is being opened finds itself forgotten.
    this.#opening.delete(roomKey(ref));
    const room = this.#rooms.get(roomKey(ref));
    if (!room) return;

    this.#forget(room);
    room.close();
    await room.done();
  }

  /** The rooms in whose worker something is that nobody here knows. */
  async strays(): Promise<readonly RoomRef[]> {
    const found = await Promise.all(
      // A room that closes under the question has no strays.
      this.open.map(async (room) => ({ room, strays: await room.hasStrays().catch(() => false) })),
    );

    return found.filter(({ room, strays }) => strays && !room.closed).map(({ room }) => room.ref);
  }

  addPlace(place: MediasoupPlace): void {
    this.#places.set(place.session, place);
    place.room.addPlace(place);
  }

  addProducer(own: OwnProducer): void {
    this.#producers.set(own.id, own);
    own.place.producers.set(own.kind, own);
  }

  addConsumer(own: OwnConsumer): void {
    this.#consumers.set(own.id, own);
    own.place.consumers.add(own);
    own.from?.consumers.add(own);
  }

  dropPlace(place: MediasoupPlace): void {
    this.#unlist(place);
    place.close();
  }

  dropProducer(own: OwnProducer): void {
    this.#producers.delete(own.id);
    own.place.producers.delete(own.kind);
    own.producer.close();
    for (const consumer of own.consumers) this.dropConsumer(consumer);
  }

  /** Closes the stream and, unless its hearer is gone as well, says so. */
  dropConsumer(own: OwnConsumer): void {
    this.#consumers.delete(own.id);
    own.place.consumers.delete(own);
    own.from?.consumers.delete(own);
    own.consumer.close();
    if (!own.place.closed) this.listener?.consumerClosed(own.place.room.ref, own.place.session, own.id);
  }

  /** Throws `GoneError` when it is not there; so do `place`, `producer` and `consumer`. */
  room(ref: RoomRef): MediasoupRoom {
    return found(this.#rooms.get(roomKey(ref)));
  }

  findPlace(session: SessionId): MediasoupPlace | undefined {
    return this.#places.get(session);
  }

  place(session: SessionId): MediasoupPlace {
    return found(this.#places.get(session));
  }

  findProducer(id: ProducerId): OwnProducer | undefined {
    return this.#producers.get(id);
  }

  producer(id: ProducerId): OwnProducer {
    return found(this.#producers.get(id));
  }

  findConsumer(id: ConsumerId): OwnConsumer | undefined {
    return this.#consumers.get(id);
  }

  consumer(id: ConsumerId): OwnConsumer {
    return found(this.#consumers.get(id));
  }

  async #open(ref: RoomRef, key: string): Promise<void> {
    const lease = await this.#pool.lease(ref.visit);
    const room = await MediasoupRoom.open(ref, lease, (levels) => this.listener?.levels(ref, levels)).catch(
      (error: unknown) => {
        lease.end();
        throw error;
      },
    );
    if (!this.#opening.has(key) || lease.worker.closed) {
      room.close();
      throw new GoneError('the room closed');
    }

    this.#rooms.set(key, room);
    lease.onLost = () => this.#lost(room, lease);
  }

  #lost(room: MediasoupRoom, lease: Lease): void {
    const sessions = [...room.places.keys()];
    this.#log.warn({ room: shortId(room.ref.room), worker: lease.worker.pid }, 'a room died with its worker');
    this.#forget(room);
    room.close();
    this.listener?.roomLost(room.ref, sessions);
  }

  /** Takes a room with all its places off the register, without a word to any of them. */
  #forget(room: MediasoupRoom): void {
    this.#rooms.delete(roomKey(room.ref));
    for (const place of room.places.values()) place.close();
    for (const place of room.places.values()) this.#unlist(place);
  }

  #unlist(place: MediasoupPlace): void {
    this.#places.delete(place.session);
    place.room.dropPlace(place);
    for (const consumer of place.consumers) {
      this.#consumers.delete(consumer.id);
      consumer.from?.consumers.delete(consumer);
    }
    for (const own of [...place.producers.values()]) this.dropProducer(own);
  }
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new GoneError('not there');

  return thing;
}
