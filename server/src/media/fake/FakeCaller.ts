import type { ConsumerOffer } from '@doorstep/shared/protocol/media.ts';
import type { RoomId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import {
  type ConsumerId,
  consumerIdOf,
  type MediaPlane,
  type Place,
  type ProducerId,
  type RoomRef,
} from '../MediaPlane.ts';
import { CAPABILITIES, opus, SEATED_AT } from './parameters.ts';

export const VISIT = 'visit-1' as VisitId;
export const MAIN: RoomRef = { visit: VISIT, room: 'main' as RoomId };
export const ASIDE: RoomRef = { visit: VISIT, room: 'aside' as RoomId };
export const ELSEWHERE: RoomRef = { visit: 'visit-2' as VisitId, room: 'main' as RoomId };
export const DANA = 'dana-1' as SessionId;
export const SAM = 'sam-1' as SessionId;
export const RAY = 'ray-1' as SessionId;

/** Asks a media plane for things as the reconciler would, and keeps what it tells of closed consumers. */
export class FakeCaller {
  readonly closed: { readonly session: SessionId; readonly consumer: ConsumerId }[] = [];
  readonly #plane: MediaPlane;

  constructor(plane: MediaPlane) {
    this.#plane = plane;
    plane.listen({
      consumerClosed: (_ref, session, consumer) => this.closed.push({ session, consumer }),
      loopLost: () => {},
      roomLost: () => {},
      levels: () => {},
    });
  }

  /** In front of a plane that has just been started and has the main room open. */
  static async before(
    start: () => Promise<MediaPlane>,
  ): Promise<{ readonly plane: MediaPlane; readonly caller: FakeCaller }> {
    const plane = await start();
    const caller = new FakeCaller(plane);
    await plane.openRoom(MAIN);

    return { plane, caller };
  }

  placeOf(session: SessionId, { visit, room }: RoomRef = MAIN): Place {
    const open = this.#plane.inventory(visit).find((each) => each.room === room);
    const place = open?.places.find((each) => each.session === session);
    if (!place) throw new Error(`${session} has no place.`);
    return place;
  }

  /** Gives this device a seated place that can receive. */
  async sit(session: SessionId, ref: RoomRef = MAIN): Promise<void> {
    await this.#plane.openPlace(ref, session);
    this.#plane.seat(session, SEATED_AT);
    await this.#plane.receive(session, CAPABILITIES);
  }

  /** Dana speaks, Sam hears her. */
  async conversation(): Promise<{ producer: ProducerId; offer: ConsumerOffer; consumer: ConsumerId }> {
    await this.sit(DANA);
    await this.sit(SAM);
    const producer = await this.#plane.produce(DANA, 'audio', opus(1001));
    const offer = await this.#plane.consume(SAM, producer, 200);

    return { producer, offer, consumer: consumerIdOf(offer.id) };
  }
}
