import { assertUnreachable } from '@doorstep/shared/lib/assertUnreachable.ts';
import { no, ok, type Result } from '@doorstep/shared/lib/result.ts';
import type {
  IceServer,
  MediaAnswers,
  MediaRefusal,
  MediaRequest,
  MediaRequestType,
} from '@doorstep/shared/protocol/media.ts';
import type { MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import { DeviceQueues } from './DeviceQueues.ts';
import { joinRoom } from './joinRoom.ts';
import { KeyRelay, type KeyRequestType } from './KeyRelay.ts';
import type { MediaContext } from './MediaContext.ts';
import { shortId } from './MediaLog.ts';
import { GoneError, type Place, type PlaneConsumer, type TransportId } from './MediaPlane.ts';
import type { VisitLoops } from './VisitLoops.ts';
import type { VisitMedia } from './VisitMedia.ts';

type RequestOf<Type extends MediaRequestType> = Extract<MediaRequest, { type: Type }>;
type Outcome<Type extends MediaRequestType> = Promise<Result<MediaAnswers[Type], MediaRefusal>>;

/** For devices at the door, to measure their line. */
const LOOP: readonly MediaRequestType[] = ['openLoop', 'loopBack', 'closeLoop'];
/** What a waiting device may ask: to be made ready and to hear itself, and nothing else. */
const WHILE_WAITING: readonly MediaRequestType[] = ['join', 'receive', 'connect', 'resume', 'restartIce', ...LOOP];

/** What needs no place at the SFU. */
type ElsewhereType = 'join' | 'openLoop' | 'loopBack' | 'closeLoop' | 'connect' | KeyRequestType;

/**
 * What devices of one visit ask of the SFU. Everything is looked up from the asking session: ids of somebody else's
 * transports, producers and consumers are as unknown as ids that never were. Nothing that the SFU says is thrown on.
 */
export class MediaRequests {
  readonly #media: VisitMedia;
  readonly #context: MediaContext;
  readonly #loops: VisitLoops;
  readonly #keys: KeyRelay;
  readonly #queues = new DeviceQueues();

  constructor(media: VisitMedia, loops: VisitLoops, context: MediaContext) {
    this.#media = media;
    this.#loops = loops;
    this.#context = context;
    this.#keys = new KeyRelay(media, context);
  }

  /** One request at a time for each device, in the order asked. Never rejects; `tooMany` when too many are waiting. */
  async answer(session: SessionId, request: MediaRequest): Promise<MediaAnswer<MediaRequestType>> {
    const result = await this.#queues.run(session, () => this.#guarded(session, request));
    if (result === null) return { ok: false, refusal: 'tooMany' };

    return result.ok ? { ok: true, answer: result.value } : { ok: false, refusal: result.error };
  }

  async #guarded(session: SessionId, request: MediaRequest): Outcome<MediaRequestType> {
    const placement = this.#media.placement(session);
    if (!placement) return no('noSeat');
    if (!placement.seat && !WHILE_WAITING.includes(request.type)) return no('notAdmitted');
    if (placement.seat && LOOP.includes(request.type)) return no('alreadyInside');

    try {
      return await this.#handle(session, request);
    } catch (error) {
      return this.#refusalFor(session, request, error);
    }
  }

  #refusalFor(session: SessionId, { type }: MediaRequest, error: unknown): Result<never, MediaRefusal> {
    if (!this.#media.placement(session)) return no('noSeat');
    // Its own place is gone: a `reset` was sent. Something else is gone, such as a stream that ended: not found.
    if (error instanceof GoneError) return no(this.#media.place(session) ? 'notFound' : 'unavailable');

    this.#context.log.warn({ session: shortId(session), type, error: String(error) }, 'the SFU refused a request');
    return no('badParameters');
  }

  #handle(session: SessionId, request: MediaRequest): Outcome<MediaRequestType> {
    switch (request.type) {
      case 'join':
        return joinRoom(this.#media, this.#context, session);
      case 'openLoop':
        return this.#loops.open(session);
      case 'loopBack':
        return this.#loops.back(session, request);
      case 'closeLoop':
        return this.#loops.close(session);
      case 'connect':
        return this.#connect(session, request);
      case 'giveKey':
      case 'keyTaken':
      case 'needKey':
        return this.#keys.pass(session, request);
      default:
        return this.#handleInPlace(session, request);
    }
  }

  #handleInPlace(
    session: SessionId,
    request: Exclude<MediaRequest, { type: ElsewhereType }>,
  ): Outcome<MediaRequestType> {
    const place = this.#media.place(session);
    if (!place) return Promise.resolve(no('notFound'));

    switch (request.type) {
      case 'receive':
        return this.#receive(place, request);
      case 'produce':
        return this.#produce(place, request);
      case 'closeProducer':
        return this.#closeProducer(place, request);
      case 'resume':
        return this.#resume(place, request);
      case 'preferLayers':
        return this.#preferLayers(place, request);
      case 'keyFrame':
        return this.#keyFrame(place, request);
      case 'restartIce':
        return this.#restartIce(place, request);
      default:
        return assertUnreachable(request);
    }
  }

  async #receive({ session, room, consumers }: Place, { rtpCapabilities }: RequestOf<'receive'>): Outcome<'receive'> {
    const { plane } = this.#context;
    await plane.receive(session, rtpCapabilities);
    for (const { id, from } of consumers) if (!from) await plane.closeConsumer(id);
    void this.#media.settle();

    const streams = this.#media.seatedIn(room).some((speaker) => this.#media.mayHear(session, speaker));
    // Whoever has streams to come connects by them; the others connect by silence and are ready when streams do come.
    return ok({ warmUp: streams ? null : await plane.warmUp(session) });
  }

  async #connect(session: SessionId, { transport, dtlsParameters }: RequestOf<'connect'>): Outcome<'connect'> {
    const place = this.#media.place(session);
    const id = (place && transportOf(place, transport)) ?? this.#loops.transport(session, transport);
    if (!id) return no('notFound');

    await this.#context.plane.connect(session, id, dtlsParameters);
    return ok({});
  }

  async #produce(place: Place, { transport, kind, rtpParameters }: RequestOf<'produce'>): Outcome<'produce'> {
    const { plane } = this.#context;
    if (place.send !== transport) return no('notFound');

    const earlier = place.producers.find((producer) => producer.kind === kind);
    if (earlier) await plane.closeProducer(earlier.id);

    const id = await plane.produce(place.session, kind, rtpParameters);
    // It is paused: only the settling below lets it flow, by the plan of that moment.
    void this.#media.settle();

    return ok({ id });
  }

  async #closeProducer(place: Place, { producer }: RequestOf<'closeProducer'>): Outcome<'closeProducer'> {
    const own = place.producers.find(({ id }) => id === producer);
    if (!own) return no('notFound');

    await this.#context.plane.closeProducer(own.id);
    return ok({});
  }

  async #resume(place: Place, { consumer }: RequestOf<'resume'>): Outcome<'resume'> {
    const own = consumerOf(place, consumer);
    if (!own || (own.from && !this.#media.mayHear(place.session, own.from.session))) return no('notFound');

    await this.#context.plane.resumeConsumer(own.id);
    return ok({});
  }

  async #preferLayers(place: Place, { consumer, spatial }: RequestOf<'preferLayers'>): Outcome<'preferLayers'> {
    const own = consumerOf(place, consumer);
    if (!own) return no('notFound');

    if (own.kind === 'video') await this.#context.plane.preferLayer(own.id, spatial);
    return ok({});
  }

  async #keyFrame(place: Place, { consumer }: RequestOf<'keyFrame'>): Outcome<'keyFrame'> {
    const own = consumerOf(place, consumer);
    if (!own) return no('notFound');
    if (!this.#keys.maySeeAnew(own.id)) return no('tooMany');

    await this.#context.plane.requestKeyFrame(own.id);
    return ok({});
  }

  async #restartIce(place: Place, { transport }: RequestOf<'restartIce'>): Outcome<'restartIce'> {
    const id = transportOf(place, transport);
    if (!id) return no('notFound');

    const iceParameters = await this.#context.plane.restartIce(place.session, id);
    const iceServers: readonly IceServer[] = this.#media.placement(place.session)?.seat
      ? this.#context.iceServersFor(place.session)
      : [];

    return ok({ iceParameters, iceServers });
  }
}

const transportOf = ({ send, receive }: Place, id: string): TransportId | undefined =>
  [send, receive].find((transport) => transport === id);

const consumerOf = ({ consumers }: Place, id: string): PlaneConsumer | undefined =>
  consumers.find((consumer) => consumer.id === id);
