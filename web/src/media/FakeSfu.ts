import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type {
  ConsumerOffer,
  MediaAnswers,
  MediaNotice,
  MediaRequest,
  MediaRequestType,
} from '@doorstep/shared/protocol/media.ts';
import type { CommandAnswer, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import {
  generateConsumerRemoteParameters,
  generateRouterRtpCapabilities,
  generateTransportRemoteParameters,
} from 'mediasoup-client/fakeParameters';
import { Store } from '../visit/store.ts';
import type { VisitClient, VisitClientState } from '../visit/VisitClient.ts';
import type { RequestOf } from '../visit/wire.ts';

type Refusal = Extract<MediaAnswer<MediaRequestType>, { ok: false }>['refusal'];

/** A visit and its SFU as one device sees them, under a test's control. */
export class FakeSfu implements VisitClient {
  readonly #store = new Store<VisitClientState>({
    connection: 'connecting',
    view: null,
    goodbye: null,
    levels: new Map(),
  });
  readonly #listeners = new Set<(notice: MediaNotice) => void>();
  readonly asked: MediaRequest[] = [];
  readonly commands: ClientCommand[] = [];
  /** What requests of a type are refused with from now on. */
  readonly refusals = new Map<MediaRequestType, Refusal>();
  /** Requests of a type are answered when this is over. */
  readonly holds = new Map<MediaRequestType, Promise<void>>();
  /** Since when this device has a seat; null while it is at the door. */
  seatedAt: Instant | null = null;
  /** Where offers are for: the receiving transport of the newest join. */
  #receive = '';
  #made = 0;

  readonly getState = (): VisitClientState => this.#store.getState();
  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  async send(command: ClientCommand): Promise<CommandAnswer> {
    this.commands.push(command);
    return { ok: true };
  }

  async request<Type extends MediaRequestType>(request: RequestOf<Type>): Promise<MediaAnswer<Type>> {
    this.asked.push(request);
    const answers = this.#answers();
    if (request.type === 'join') this.#receive = answers.join.receive.id;
    await this.holds.get(request.type);
    const refusal = this.getState().connection === 'connected' ? this.refusals.get(request.type) : 'unavailable';
    // One answer for each request; which of them belongs to this type is beyond the compiler.
    return refusal === undefined
      ? ({ ok: true, answer: answers[request.type] } as MediaAnswer<Type>)
      : { ok: false, refusal };
  }

  onNotice(listener: (notice: MediaNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  close(): void {
    this.#store.set({ connection: 'closed' });
  }

  show(view: VisitView): void {
    this.#store.set({ view });
  }

  connect(): void {
    this.#store.set({ connection: 'connected' });
  }

  lose(): void {
    this.#store.set({ connection: 'reconnecting' });
  }

  tell(notice: MediaNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  /** Offers the stream of a device; returns the offer. */
  offer(session: SessionId, kind: 'audio' | 'video'): ConsumerOffer {
    const offer = this.#offer(session, kind);
    this.tell({ type: 'consumer', consumer: offer });
    return offer;
  }

  /** How often something was asked. */
  count(type: MediaRequestType): number {
    return this.asked.filter((request) => request.type === type).length;
  }

  #offer(session: SessionId | null, kind: 'audio' | 'video'): ConsumerOffer {
    this.#made += 1;
    const { rtpParameters } = generateConsumerRemoteParameters({
      codecMimeType: kind === 'audio' ? 'audio/opus' : 'video/VP8',
    });
    return {
      id: `consumer-${this.#made}`,
      producer: `producer-${this.#made}`,
      transport: this.#receive,
      session,
      kind,
      rtpParameters,
    };
  }

  #answers(): MediaAnswers {
    const transport = () => {
      this.#made += 1;
      return { ...generateTransportRemoteParameters(), id: `transport-${this.#made}` };
    };
    this.#made += 1;
    return {
      join: {
        seatedAt: this.seatedAt,
        routerRtpCapabilities: generateRouterRtpCapabilities(),
        send: transport(),
        receive: transport(),
        iceServers: [],
        iceTransportPolicy: 'all',
      },
      receive: { warmUp: this.seatedAt !== null ? null : this.#offer(null, 'audio') },
      connect: {},
      produce: { id: `own-${this.#made}` },
      closeProducer: {},
      resume: {},
      preferLayers: {},
      restartIce: { iceParameters: generateTransportRemoteParameters().iceParameters, iceServers: [] },
      openLoop: {
        routerRtpCapabilities: generateRouterRtpCapabilities(),
        send: transport(),
        receive: transport(),
        iceTransportPolicy: 'all',
      },
      loopBack: {
        producer: `loop-${this.#made}`,
        consumer: `looped-${this.#made}`,
        rtpParameters: generateConsumerRemoteParameters({ codecMimeType: 'video/VP8' }).rtpParameters,
      },
      closeLoop: {},
      giveKey: {},
      keyTaken: {},
      needKey: {},
      keyFrame: {},
    };
  }
}
