import type { Brand } from '@doorstep/shared/lib/brand.ts';
import type {
  ConsumerOffer,
  DtlsParameters,
  LoopBackAnswer,
  RtpCapabilities,
  RtpParameters,
  TransportOffer,
} from '@doorstep/shared/protocol/media.ts';
import type { Instant, RoomId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Priority } from '@doorstep/shared/visit/mediaPlanShape.ts';

export type TransportId = Brand<string, 'TransportId'>;
export type ProducerId = Brand<string, 'ProducerId'>;
export type ConsumerId = Brand<string, 'ConsumerId'>;
export type Kind = 'audio' | 'video';

/** Brands what an adapter has minted. */
export const transportIdOf = (id: string): TransportId => id as TransportId;
/** Brands what an adapter has minted. */
export const producerIdOf = (id: string): ProducerId => id as ProducerId;
/** Brands what an adapter has minted. */
export const consumerIdOf = (id: string): ConsumerId => id as ConsumerId;

/** One room of one visit. Room ids repeat from visit to visit, hence both. */
export interface RoomRef {
  readonly visit: VisitId;
  readonly room: RoomId;
}

interface PlaneProducer {
  readonly id: ProducerId;
  readonly kind: Kind;
  readonly paused: boolean;
}

/** One stream on its way to one device. */
export interface PlaneConsumer {
  readonly id: ConsumerId;
  readonly kind: Kind;
  /** Null for the silent stream that only warms a transport up and is nobody's. */
  readonly from: { readonly session: SessionId; readonly producer: ProducerId } | null;
  readonly priority: Priority;
  readonly paused: boolean;
}

/** What one device has at the SFU: a transport each way and what goes through them. */
export interface Place {
  readonly session: SessionId;
  readonly room: RoomId;
  readonly send: TransportId;
  readonly receive: TransportId;
  /** Since when its device has had its seat; null without one. Only on a seated place is anything of anybody produced or consumed. */
  readonly seatedAt: Instant | null;
  /** The device has said what it can receive. */
  readonly receiving: boolean;
  readonly producers: readonly PlaneProducer[];
  readonly consumers: readonly PlaneConsumer[];
}

/** One open room and everybody who has a place in it. */
export interface PlaneRoom {
  readonly room: RoomId;
  readonly places: readonly Place[];
}

/**
 * A device's own picture that goes to the SFU and straight back, so that the device learns what its line carries. It is in no
 * room: it has a router to itself, and no method but those for loops takes the ids of what is in it.
 */
export interface PlaneLoop {
  readonly session: SessionId;
  readonly send: TransportId;
  readonly receive: TransportId;
}

/** What a device needs to connect the two transports of its place. */
export interface PlaceOffer {
  readonly routerRtpCapabilities: unknown;
  readonly send: TransportOffer;
  readonly receive: TransportOffer;
}

/** How much is open now, and how many workers have died since the start. */
export interface MediaCounts {
  readonly rooms: number;
  readonly transports: number;
  readonly producers: number;
  readonly consumers: number;
  /** Also those that are on their way. What is in a loop is not in the other counts. */
  readonly loops: number;
  readonly workerDeaths: number;
}

/** How loud one device's microphone is: 0 (silent) to 1. */
export interface LoudSession {
  readonly session: SessionId;
  readonly level: number;
}

/** What a plane tells, unasked. Called with the inventory already changed; must not throw. */
export interface MediaPlaneListener {
  /** A consumer is gone while its own place lives: closed on purpose, or its producer closed. */
  consumerClosed(ref: RoomRef, session: SessionId, consumer: ConsumerId): void;
  /** A room and every place in it are gone at one blow; `sessions` had those places. */
  roomLost(ref: RoomRef, sessions: readonly SessionId[]): void;
  /** A loop is gone without having been closed. */
  loopLost(visit: VisitId, session: SessionId): void;
  /** A few times a second while somebody is loud, once empty when all fall silent. */
  levels(ref: RoomRef, levels: readonly LoudSession[]): void;
}

/** One string for one room of one visit, to key maps with. */
export const roomKey = ({ visit, room }: RoomRef): string => `${visit}/${room}`;

/** What was named is not there, or not there any more: nothing is wrong with what was asked. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}

/**
 * The SFU as the media reconciler sees it. It knows rooms and places, and nothing of who may do what.
 *
 * Every adapter keeps these promises (mediaPlaneContract.ts):
 * - `inventory` is synchronous and tells the restrictive truth at once: what is being closed or paused is gone or paused
 *   from the moment of the call; what is being opened or resumed shows only once the SFU has done it.
 * - A promise resolves only when the SFU has done what was asked, so that a resolved close means "nothing flows any more".
 * - Closing and pausing what is not there does nothing. Everything else about something absent rejects with `GoneError`,
 *   also when it goes away while the call is under way. Any other rejection means that the SFU did not take the parameters.
 * - A session has at most one place; a place that is not seated neither produces nor consumes; a consumer's producer is in
 *   the same room. A call that would break this rejects.
 * - The only media of a session without a seat is its own loop, at most one: nobody else consumes it, nothing of a room comes
 *   into it, and it is no part of `inventory`. A seated session has none: being seated closes it from the moment of the call.
 * - Producers and consumers are created paused.
 * - Closing a place closes its producers and consumers, closing a producer its consumers, closing a room its places.
 */
export interface MediaPlane {
  /** At most one listener, set once before anything is opened. */
  listen(listener: MediaPlaneListener): void;

  /** Those with a room or a loop. */
  visits(): readonly VisitId[];
  inventory(visit: VisitId): readonly PlaneRoom[];
  counts(): MediaCounts;
  /**
   * Rooms in which the SFU itself reports something that the inventory has not, at two looks in a row.
   * Such a room is to be closed, since what is not in the inventory cannot be closed by itself.
   */
  strays(): Promise<readonly RoomRef[]>;

  /** Opening an open room does nothing. */
  openRoom(ref: RoomRef): Promise<void>;
  closeRoom(ref: RoomRef): Promise<void>;
  openPlace(ref: RoomRef, session: SessionId): Promise<PlaceOffer>;
  closePlace(session: SessionId): Promise<void>;
  /** From now on this place may produce and consume. */
  seat(session: SessionId, at: Instant): void;

  loops(visit: VisitId): readonly PlaneLoop[];
  /** A transport each way in a router of its own. Rejects for a session that has a loop or a seat. */
  openLoop(visit: VisitId, session: SessionId): Promise<PlaceOffer>;
  /** Sends this picture back to its own device, at once. Rejects when one flows already or has more than one layer. */
  loopBack(session: SessionId, parameters: RtpParameters, capabilities: RtpCapabilities): Promise<LoopBackAnswer>;
  /** How many bytes have come into this loop so far. */
  loopBytes(session: SessionId): Promise<number>;
  closeLoop(session: SessionId): Promise<void>;

  /** A transport of the session's place or of its loop. */
  connect(session: SessionId, transport: TransportId, dtls: DtlsParameters): Promise<void>;
  /** Fresh RFC 8445 credentials for the transport; resolves with mediasoup's `iceParameters`. */
  restartIce(session: SessionId, transport: TransportId): Promise<unknown>;
  /** Keeps what the device can receive. Rejects when that is not at least Opus and VP8 (RFC 7874, RFC 7742). */
  receive(session: SessionId, capabilities: RtpCapabilities): Promise<void>;
  /** A consumer of silence, so that ICE and DTLS connect before there is anything to hear. Only after `receive`. */
  warmUp(session: SessionId): Promise<ConsumerOffer>;

  /** On the place's send transport. Rejects while the place has a live producer of that kind. */
  produce(session: SessionId, kind: Kind, parameters: RtpParameters): Promise<ProducerId>;
  pauseProducer(producer: ProducerId): Promise<void>;
  resumeProducer(producer: ProducerId): Promise<void>;
  closeProducer(producer: ProducerId): Promise<void>;

  /** On the place's receive transport. Only after `receive`. */
  consume(session: SessionId, producer: ProducerId, priority: Priority): Promise<ConsumerOffer>;
  /** With a key frame for a picture. */
  resumeConsumer(consumer: ConsumerId): Promise<void>;
  /** Asks the sender of a picture for a key frame; of a sound, nothing. */
  requestKeyFrame(consumer: ConsumerId): Promise<void>;
  preferLayer(consumer: ConsumerId, spatial: number): Promise<void>;
  prioritise(consumer: ConsumerId, priority: Priority): Promise<void>;
  closeConsumer(consumer: ConsumerId): Promise<void>;

  close(): Promise<void>;
}
