import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Priority } from '@doorstep/shared/visit/mediaPlanShape.ts';
import type { types } from 'mediasoup';
import {
  type ConsumerId,
  GoneError,
  type Kind,
  type Place,
  type ProducerId,
  producerIdOf,
  type TransportId,
  transportIdOf,
} from '../MediaPlane.ts';
import type { MediasoupRoom } from './MediasoupRoom.ts';

/** A producer with what is known of it at once, before the worker has done it. */
export interface OwnProducer {
  readonly id: ProducerId;
  readonly kind: Kind;
  readonly place: MediasoupPlace;
  readonly producer: types.Producer;
  readonly consumers: Set<OwnConsumer>;
  paused: boolean;
  /** Counts what was asked last, so that a resume that was overtaken by a pause is not believed. */
  asked: number;
}

/** Takes note of what the worker has just made, paused. */
export const ownProducer = (place: MediasoupPlace, producer: types.Producer): OwnProducer => ({
  id: producerIdOf(producer.id),
  kind: producer.kind,
  place,
  producer,
  consumers: new Set(),
  paused: true,
  asked: 0,
});

export interface OwnConsumer {
  readonly id: ConsumerId;
  readonly kind: Kind;
  readonly place: MediasoupPlace;
  /** Null for silence. */
  readonly from: OwnProducer | null;
  readonly consumer: types.Consumer;
  priority: Priority;
  paused: boolean;
}

/** One device's two transports and what goes through them. */
export class MediasoupPlace {
  readonly room: MediasoupRoom;
  readonly session: SessionId;
  readonly send: types.WebRtcTransport;
  readonly receive: types.WebRtcTransport;
  readonly producers = new Map<Kind, OwnProducer>();
  readonly consumers = new Set<OwnConsumer>();
  /** Kinds that are being produced and not there yet. */
  readonly producing = new Set<Kind>();
  seatedAt: Instant | null = null;
  capabilities: types.RtpCapabilities | null = null;
  #closed = false;

  constructor(
    room: MediasoupRoom,
    session: SessionId,
    { send, receive }: { readonly send: types.WebRtcTransport; readonly receive: types.WebRtcTransport },
  ) {
    this.room = room;
    this.session = session;
    this.send = send;
    this.receive = receive;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** This place’s own transport with that id. Throws `GoneError` for any other. */
  transport(id: TransportId): types.WebRtcTransport {
    const transport = [this.send, this.receive].find((own) => own.id === id);
    if (!transport) throw new GoneError('no such transport');

    return transport;
  }

  /** What the device can receive. Throws before it has said so. */
  receives(): types.RtpCapabilities {
    if (!this.capabilities) throw new Error('not known what it can receive');

    return this.capabilities;
  }

  /** Throws unless this place may begin to produce this kind now. */
  guardProducing(kind: Kind): void {
    if (this.seatedAt === null) throw new Error('this place is not seated');
    if (this.producers.has(kind) || this.producing.has(kind)) throw new Error('one producer of each kind');
  }

  /**
   * Does some work with the worker. Rejects with `GoneError` when the place closed under it; what the work made is then
   * undone by `undo`, because the worker knows no more of it and its handle would stay behind.
   */
  async during<Made>(work: Promise<Made>, undo: (made: Made) => void = () => {}): Promise<Made> {
    const made = await work.catch((error: unknown) => {
      throw this.#closed ? new GoneError('the place closed', { cause: error }) : error;
    });
    if (!this.#closed) return made;

    undo(made);
    throw new GoneError('the place closed');
  }

  /** Closes both transports, and with them, in the worker, all that goes through them. */
  close(): void {
    this.#closed = true;
    this.send.close();
    this.receive.close();
  }

  /** The place as it is now, as the reconciler compares it. */
  describe(): Place {
    const { session, seatedAt } = this;

    return {
      session,
      room: this.room.ref.room,
      send: transportIdOf(this.send.id),
      receive: transportIdOf(this.receive.id),
      seatedAt,
      receiving: this.capabilities !== null,
      producers: [...this.producers.values()].map(({ id, kind, paused }) => ({ id, kind, paused })),
      consumers: [...this.consumers].map(({ id, kind, from, priority, paused }) => ({
        id,
        kind,
        from: from && { session: from.place.session, producer: from.id },
        priority,
        paused,
      })),
    };
  }
}
