import type { LoopBackAnswer, RtpCapabilities, RtpParameters } from '@doorstep/shared/protocol/media.ts';
import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { receivesPictures } from '../capabilities.ts';
import { GoneError, type PlaceOffer, type PlaneLoop, type TransportId, transportIdOf } from '../MediaPlane.ts';
import type { FakeGate, FakeMethod } from './FakeGate.ts';
import { offerOf } from './parameters.ts';

interface FakeLoop extends PlaneLoop {
  readonly visit: VisitId;
  readonly connected: Set<TransportId>;
  flowing: boolean;
  bytes: number;
}

/** The loops of the fake SFU. */
export class FakeLoops {
  readonly #gate: FakeGate;
  readonly #loops = new Map<SessionId, FakeLoop>();
  readonly #opening = new Map<SessionId, symbol>();
  #minted = 0;

  constructor(gate: FakeGate) {
    this.#gate = gate;
  }

  get all(): readonly FakeLoop[] {
    return [...this.#loops.values()];
  }

  get count(): number {
    return this.#loops.size + this.#opening.size;
  }

  of(visit: VisitId): readonly PlaneLoop[] {
    return this.all
      .filter((loop) => loop.visit === visit)
      .map(({ session, send, receive }) => ({ session, send, receive }));
  }

  async open(visit: VisitId, session: SessionId): Promise<PlaceOffer> {
    if (this.#loops.has(session) || this.#opening.has(session)) throw new Error('This session has a loop.');

    const mark = Symbol();
    this.#opening.set(session, mark);
    try {
      await this.#gate.pass('openLoop');
      if (this.#opening.get(session) !== mark) throw new GoneError('The loop was closed.');
      return this.add(visit, session);
    } finally {
      if (this.#opening.get(session) === mark) this.#opening.delete(session);
    }
  }

  add(visit: VisitId, session: SessionId): PlaceOffer {
    this.#minted += 1;
    const send = transportIdOf(`loop-send-${this.#minted}`);
    const receive = transportIdOf(`loop-receive-${this.#minted}`);
    this.#loops.set(session, { visit, session, send, receive, connected: new Set(), flowing: false, bytes: 0 });

    return { routerRtpCapabilities: {}, send: offerOf(send), receive: offerOf(receive) };
  }

  has(session: SessionId, transport: TransportId): boolean {
    const loop = this.#loops.get(session);

    return loop?.send === transport || loop?.receive === transport;
  }

  async connect(session: SessionId, transport: TransportId): Promise<void> {
    const loop = this.#get(session);
    if (loop.connected.has(transport)) throw new Error('Connected already.');

    loop.connected.add(transport);
    await this.#during(loop, 'connect');
  }

  async back(
    session: SessionId,
    { codecs, encodings = [] }: RtpParameters,
    capabilities: RtpCapabilities,
  ): Promise<LoopBackAnswer> {
    const loop = this.#get(session);
    if (!codecs[0]?.mimeType.startsWith('video') || encodings.length !== 1) throw new Error('One layer of a picture.');
    if (!receivesPictures(capabilities)) throw new Error('VP8 is needed.');
    if (loop.flowing) throw new Error('One picture.');

    loop.flowing = true;
    await this.#during(loop, 'loopBack');
    this.#minted += 1;

    return { producer: `loop-producer-${this.#minted}`, consumer: `loop-consumer-${this.#minted}`, rtpParameters: {} };
  }

  async bytes(session: SessionId): Promise<number> {
    const loop = this.#get(session);
    await this.#during(loop, 'loopBytes');

    return loop.bytes;
  }

  bring(session: SessionId, bytes: number): void {
    this.#get(session).bytes += bytes;
  }

  async close(session: SessionId): Promise<void> {
    const isThere = this.#loops.has(session) || this.#opening.has(session);
    this.drop(session);
    if (isThere) await this.#gate.pass('closeLoop');
  }

  /** Takes it away at once; gives whose visit it was. */
  drop(session: SessionId): VisitId | null {
    const visit = this.#loops.get(session)?.visit ?? null;
    this.#opening.delete(session);
    this.#loops.delete(session);

    return visit;
  }

  #get(session: SessionId): FakeLoop {
    const loop = this.#loops.get(session);
    if (!loop) throw new GoneError('No such loop.');

    return loop;
  }

  async #during(loop: FakeLoop, method: FakeMethod): Promise<void> {
    await this.#gate.pass(method);
    if (this.#loops.get(loop.session) !== loop) throw new GoneError('The loop was closed.');
  }
}
