import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { types } from 'mediasoup';
import type { LoudSession, PlaneRoom, RoomRef } from '../MediaPlane.ts';
import type { MediasoupPlace, OwnProducer } from './MediasoupPlace.ts';
import {
  LEAST_OUTGOING_BITRATE,
  LEVELS,
  levelOf,
  MEDIA_CODECS,
  MOST_INCOMING_BITRATE,
  SILENCE,
  TRANSPORT,
} from './settings.ts';
import type { Lease } from './WorkerSlot.ts';

interface RoomParts {
  readonly ref: RoomRef;
  readonly lease: Lease;
  readonly router: types.Router;
  readonly silence: types.Producer;
  readonly silentTransport: types.DirectTransport;
  readonly observer: types.AudioLevelObserver;
}

/** One router: what is in it cannot reach another one. */
export class MediasoupRoom {
  readonly ref: RoomRef;
  readonly places = new Map<SessionId, MediasoupPlace>();
  readonly #parts: RoomParts;
  /** What the worker had at the last look and nobody here knew. */
  #suspects: ReadonlySet<string> = new Set();
  #closed = false;

  private constructor(parts: RoomParts) {
    this.ref = parts.ref;
    this.#parts = parts;
  }

  /** A room on that worker, with its silent stream and its listener for levels. Rejects with nothing left open in the worker. */
  static async open(ref: RoomRef, lease: Lease, onLevels: (levels: readonly LoudSession[]) => void) {
    const router = await lease.worker.createRouter({ mediaCodecs: MEDIA_CODECS });
    try {
      const silentTransport = await router.createDirectTransport();
      const silence = await silentTransport.produce({ kind: 'audio', rtpParameters: SILENCE });
      const observer = await router.createAudioLevelObserver(LEVELS);
      const room = new MediasoupRoom({ ref, lease, router, silence, silentTransport, observer });
      observer.on('volumes', (volumes) => onLevels(room.#levelsOf(volumes)));
      observer.on('silence', () => onLevels([]));
      return room;
    } catch (error) {
      router.close();
      throw error;
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  get routerRtpCapabilities(): types.RtpCapabilities {
    return this.#parts.router.rtpCapabilities;
  }

  get silence(): types.Producer {
    return this.#parts.silence;
  }

  /** A transport each way; both or none. */
  async createTransports(): Promise<Record<'send' | 'receive', types.WebRtcTransport>> {
    const send = await this.#createTransport();
    try {
      const [receive] = await Promise.all([this.#createReceiving(), send.setMaxIncomingBitrate(MOST_INCOMING_BITRATE)]);
      return { send, receive };
    } catch (error) {
      send.close();
      throw error;
    }
  }

  async #createReceiving(): Promise<types.WebRtcTransport> {
    const receive = await this.#createTransport();
    try {
      await receive.setMinOutgoingBitrate(LEAST_OUTGOING_BITRATE);
      return receive;
    } catch (error) {
      receive.close();
      throw error;
    }
  }

  /** From now on it is told how loud this microphone is. */
  async listenTo({ id }: OwnProducer): Promise<void> {
    await this.#parts.observer.addProducer({ producerId: id });
  }

  addPlace(place: MediasoupPlace): void {
    this.places.set(place.session, place);
  }

  dropPlace({ session }: MediasoupPlace): void {
    this.places.delete(session);
  }

  /** Resolves when the worker has done everything asked so far, or is dead. */
  done(): Promise<void> {
    return this.#parts.lease.done();
  }

  /** Closes everything in the room; `done` says when the worker has. */
  close(): void {
    this.#closed = true;
    this.#parts.router.close();
    this.#parts.lease.end();
  }

  describe(): PlaneRoom {
    return { room: this.ref.room, places: [...this.places.values()].map((place) => place.describe()) };
  }

  /** Whether the worker has had, at this look and the one before, something here that nobody here knows. */
  async hasStrays(): Promise<boolean> {
    const { transportIds, mapProducerIdConsumerIds, mapConsumerIdProducerId } = await this.#parts.router.dump();
    const reported = [
      ...transportIds,
      ...mapProducerIdConsumerIds.map(({ key }) => key),
      ...mapConsumerIdProducerId.map(({ key }) => key),
    ];
    const known = this.#knownIds();
    const unknown = new Set(reported.filter((id) => !known.has(id)));
    // Whatever is being made at this moment is known the next time.
    const strays = [...unknown].some((id) => this.#suspects.has(id));
    this.#suspects = unknown;

    return strays;
  }

  #createTransport(): Promise<types.WebRtcTransport> {
    const { router, lease } = this.#parts;

    return router.createWebRtcTransport({ ...TRANSPORT, webRtcServer: lease.server });
  }

  #knownIds(): ReadonlySet<string> {
    const own = [...this.places.values()].flatMap((place) => [
      place.send.id,
      place.receive.id,
      ...[...place.producers.values()].map(({ id }) => id),
      ...[...place.consumers].map(({ id }) => id),
    ]);

    return new Set<string>([this.#parts.silence.id, this.#parts.silentTransport.id, ...own]);
  }

  #levelsOf(volumes: readonly types.AudioLevelObserverVolume[]): readonly LoudSession[] {
    const places = [...this.places.values()];

    return volumes.flatMap(({ producer, volume }) => {
      const place = places.find(({ producers }) => producers.get('audio')?.id === producer.id);
      return place ? [{ session: place.session, level: levelOf(volume) }] : [];
    });
  }
}
