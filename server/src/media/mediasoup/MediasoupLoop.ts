import type {
  DtlsParameters,
  LoopBackAnswer,
  RtpCapabilities,
  RtpParameters,
} from '@doorstep/shared/protocol/media.ts';
import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { types } from 'mediasoup';
import { receivesPictures } from '../capabilities.ts';
import { GoneError, type PlaceOffer, type PlaneLoop, type TransportId, transportIdOf } from '../MediaPlane.ts';
import { offerOf } from './offer.ts';
import { dtlsParametersOf, receiveCapabilitiesOf, sendParametersOf } from './rtp.ts';
import { LOOP_CODECS, MOST_LOOPED_BITRATE, TRANSPORT } from './settings.ts';
import type { Lease } from './WorkerSlot.ts';

/** A router with nobody in it but one device: what that device sends cannot reach another, and nothing of another can reach it. */
export class MediasoupLoop {
  readonly visit: VisitId;
  readonly session: SessionId;
  readonly #lease: Lease;
  readonly #router: types.Router;
  readonly #send: types.WebRtcTransport;
  readonly #receive: types.WebRtcTransport;
  #flowing = false;

  private constructor(
    owner: { readonly visit: VisitId; readonly session: SessionId },
    lease: Lease,
    router: types.Router,
    [send, receive]: readonly [types.WebRtcTransport, types.WebRtcTransport],
  ) {
    this.visit = owner.visit;
    this.session = owner.session;
    this.#lease = lease;
    this.#router = router;
    this.#send = send;
    this.#receive = receive;
  }

  static async open(
    owner: { readonly visit: VisitId; readonly session: SessionId },
    lease: Lease,
  ): Promise<MediasoupLoop> {
    const router = await lease.worker.createRouter({ mediaCodecs: LOOP_CODECS });
    const create = () => router.createWebRtcTransport({ ...TRANSPORT, webRtcServer: lease.server });
    try {
      const [send, receive] = await Promise.all([create(), create()]);
      await send.setMaxIncomingBitrate(MOST_LOOPED_BITRATE);
      return new MediasoupLoop(owner, lease, router, [send, receive]);
    } catch (error) {
      router.close();
      throw error;
    }
  }

  get closed(): boolean {
    return this.#router.closed;
  }

  get offer(): PlaceOffer {
    return {
      routerRtpCapabilities: this.#router.rtpCapabilities,
      send: offerOf(this.#send),
      receive: offerOf(this.#receive),
    };
  }

  has(transport: TransportId): boolean {
    return this.#send.id === transport || this.#receive.id === transport;
  }

  async connect(transport: TransportId, dtls: DtlsParameters): Promise<void> {
    const own = this.#send.id === transport ? this.#send : this.#receive;
    await this.#during(own.connect({ dtlsParameters: dtlsParametersOf(dtls) }));
  }

  /** The consumer flows before the device is ready for it: what is lost of the picture does not matter, only what comes. */
  async back(parameters: RtpParameters, capabilities: RtpCapabilities): Promise<LoopBackAnswer> {
    if (!receivesPictures(capabilities)) throw new Error('VP8 is needed');
    if (parameters.encodings?.length !== 1) throw new Error('one layer');
    if (this.#flowing) throw new Error('one picture');

    this.#flowing = true;
    const rtpParameters = sendParametersOf('video', parameters);
    const producer = await this.#during(this.#send.produce({ kind: 'video', rtpParameters }));
    const consumer = await this.#during(
      this.#receive.consume({ producerId: producer.id, rtpCapabilities: receiveCapabilitiesOf(capabilities) }),
    );

    return { producer: producer.id, consumer: consumer.id, rtpParameters: consumer.rtpParameters };
  }

  async bytes(): Promise<number> {
    const stats = await this.#during(this.#send.getStats());

    return stats.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
  }

  /** Resolves when the worker has closed it. */
  async close(): Promise<void> {
    this.#router.close();
    this.#lease.end();
    await this.#lease.done();
  }

  describe(): PlaneLoop {
    return { session: this.session, send: transportIdOf(this.#send.id), receive: transportIdOf(this.#receive.id) };
  }

  async #during<Made>(work: Promise<Made>): Promise<Made> {
    const made = await work.catch((error: unknown) => {
      throw this.closed ? new GoneError('the loop closed', { cause: error }) : error;
    });
    if (this.closed) throw new GoneError('the loop closed');

    return made;
  }
}
