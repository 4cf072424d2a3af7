import type { LoopBackAnswer } from '@doorstep/shared/protocol/media.ts';
import type { SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { GoneError, type PlaceOffer, type PlaneLoop, type TransportId, transportIdOf } from '../MediaPlane.ts';
import { offerOf } from './parameters.ts';

interface FakeLoop extends PlaneLoop {
  readonly visit: VisitId;
  readonly connected: Set<TransportId>;
  flowing: boolean;
  bytes: number;
}

/** The loops of the fake SFU; synchronous, but for `begin`, which reserves one before it is there. */
export class FakeLoops {
  readonly #loops = new Map<SessionId, FakeLoop>();
  readonly #opening = new Map<SessionId, symbol>();
  #minted = 0;

  get all(): readonly FakeLoop[] {
    return [...this.#loops.values()];
  }

  has(session: SessionId): boolean {
    return this.#loops.has(session) || this.#opening.has(session);
  }

  /** Reserves a loop while `work` is under way, and opens it then unless it was closed meanwhile. */
  async open(visit: VisitId, session: SessionId, work: Promise<void>): Promise<PlaceOffer> {
    const mark = Symbol();
    this.#opening.set(session, mark);
    try {
      await work;
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

  get(session: SessionId): FakeLoop {
    const loop = this.#loops.get(session);
    if (!loop) throw new GoneError('No such loop.');

    return loop;
  }

  find(session: SessionId, transport: TransportId): FakeLoop | undefined {
    const loop = this.#loops.get(session);

    return loop?.send === transport || loop?.receive === transport ? loop : undefined;
  }

  back(loop: FakeLoop): LoopBackAnswer {
    loop.flowing = true;
    this.#minted += 1;

    return { producer: `loop-producer-${this.#minted}`, consumer: `loop-consumer-${this.#minted}`, rtpParameters: {} };
  }

  drop(session: SessionId): void {
    this.#opening.delete(session);
    this.#loops.delete(session);
  }
}
