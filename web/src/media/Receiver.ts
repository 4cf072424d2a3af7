import type { ConsumerOffer } from '@doorstep/shared/protocol/media.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Consumer, Transport } from 'mediasoup-client/types';
import type { VisitClient } from '../visit/VisitClient.ts';
import type { RemoteStreams, WantedSize } from './MediaClient.ts';
import { Pause } from './pause.ts';
import type { MediaProtection } from './protection/MediaProtection.ts';
import { LAYER } from './sending.ts';
import { toConsumerOptions } from './sfuTypes.ts';

const RETRY_MS = 500;

interface Arriving {
  readonly offer: ConsumerOffer;
  /** Null until the browser has set it up. */
  consumer: Consumer | null;
  flowing: boolean;
  /** The server has been asked to let it flow, and has not answered. */
  asking: boolean;
  /** The layer that the server gives; it begins with the largest. Null when it did not answer. */
  layer: number | null;
}

export interface ReceiverNeeds {
  readonly transport: Transport;
  readonly protection: MediaProtection;
  readonly request: VisitClient['request'];
  readonly wantedOf: (session: SessionId) => WantedSize;
  readonly onStreams: (streams: ReadonlyMap<SessionId, RemoteStreams>) => void;
  /** Something could not be received and this transport is of no further use. */
  readonly onLost: () => void;
}

/** The receiving side of one join. Each stream arrives paused and flows once the browser is ready for it, so that no first picture is lost. */
export class Receiver {
  readonly #needs: ReceiverNeeds;
  readonly #arriving = new Map<string, Arriving>();
  readonly #flowing = new Pause();
  readonly #stops: readonly (() => void)[];
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: ReceiverNeeds) {
    this.#needs = needs;
    this.#stops = [
      needs.protection.onMore(() => this.tellWishes()),
      needs.protection.onNeedsKeyFrame((stream) => this.#askForKeyFrame(stream)),
    ];
  }

  /** Takes a stream that the server offers; an offer made twice is taken once, and one for a transport that was before not at all. */
  take(offer: ConsumerOffer): void {
    if (offer.transport !== this.#needs.transport.id || this.#arriving.has(offer.id)) return;

    const arriving: Arriving = { offer, consumer: null, flowing: false, asking: false, layer: LAYER.large };
    this.#arriving.set(offer.id, arriving);
    void this.#setUp(arriving);
  }

  drop(consumer: string): void {
    this.#arriving.get(consumer)?.consumer?.close();
    this.#arriving.delete(consumer);
    this.#tellStreams();
  }

  /** Resolves when something flows, and after `longestMs` at the latest. */
  async firstFlow(longestMs: number): Promise<void> {
    if ([...this.#arriving.values()].some(({ flowing }) => flowing)) return;
    await this.#flowing.wait(longestMs);
  }

  /** Says again what may not have reached the server: after a reconnection, or when wishes have changed. */
  tellWishes(): void {
    clearTimeout(this.#retry);
    for (const arriving of this.#arriving.values()) void this.#tellWish(arriving);
  }

  close(): void {
    clearTimeout(this.#retry);
    for (const stop of this.#stops) stop();
    this.#flowing.cutShort();
    this.#arriving.clear();
    this.#tellStreams();
  }

  async #setUp(arriving: Arriving): Promise<void> {
    const { offer } = arriving;
    try {
      const consumer = await this.#needs.transport.consume({
        ...toConsumerOptions(offer),
        onRtpReceiver: (receiver) => this.#guard(receiver, offer),
      });
      if (this.#arriving.get(offer.id) !== arriving) {
        consumer.close();
        return;
      }
      arriving.consumer = consumer;
    } catch {
      if (!this.#needs.transport.closed) this.#needs.onLost();
      return;
    }
    if (offer.session === null) return;

    this.#tellStreams();
    await this.#tellWish(arriving);
  }

  /** The silent stream is nobody's, and is played nowhere. */
  #guard(receiver: RTCRtpReceiver, { id, kind, session }: ConsumerOffer): void {
    if (session !== null) this.#needs.protection.guard(receiver, { way: 'in', kind, from: session, stream: id });
  }

  #askForKeyFrame(stream: string): void {
    if (this.#arriving.get(stream)?.flowing === true) void this.#needs.request({ type: 'keyFrame', consumer: stream });
  }

  async #tellWish(arriving: Arriving): Promise<void> {
    const { offer, consumer } = arriving;
    if (consumer === null || consumer.closed || offer.session === null) return;
    // What cannot be opened need not come: the first whole picture would be lost.
    if (!this.#needs.protection.mayFlow(offer.session)) return;

    if (!arriving.flowing && !arriving.asking) await this.#askToFlow(arriving);

    const layer = LAYER[this.#needs.wantedOf(offer.session)];
    if (offer.kind !== 'video' || layer === arriving.layer) return;

    arriving.layer = layer;
    const preferred = await this.#needs.request({ type: 'preferLayers', consumer: offer.id, spatial: layer });
    if (!preferred.ok) arriving.layer = null;
  }

  /** Asked once at a time: each asking costs the sender a whole picture, and wishes change often while people come in. */
  async #askToFlow(arriving: Arriving): Promise<void> {
    arriving.asking = true;
    const resumed = await this.#needs.request({ type: 'resume', consumer: arriving.offer.id });
    arriving.asking = false;
    arriving.flowing = resumed.ok;
    if (resumed.ok) this.#flowing.cutShort();
    else if (resumed.refusal !== 'notFound') this.#retryLater();
  }

  #retryLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.tellWishes(), RETRY_MS);
  }

  #tellStreams(): void {
    const streams = new Map<SessionId, RemoteStreams>();
    for (const { offer, consumer } of this.#arriving.values()) {
      if (consumer === null || offer.session === null) continue;
      const known = streams.get(offer.session) ?? { audio: null, video: null };
      streams.set(offer.session, { ...known, [offer.kind]: consumer.track });
    }
    this.#needs.onStreams(streams);
  }
}
