import type { RoomId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AUDIO_ONLY, CAPABILITIES, DTLS, opus, vp8 } from './fake/parameters.ts';
import {
  type ConsumerId,
  consumerIdOf,
  GoneError,
  type MediaPlane,
  type Place,
  producerIdOf,
  type RoomRef,
  transportIdOf,
} from './MediaPlane.ts';

const VISIT = 'visit-1' as VisitId;
const MAIN: RoomRef = { visit: VISIT, room: 'main' as RoomId };
const ASIDE: RoomRef = { visit: VISIT, room: 'aside' as RoomId };
const ELSEWHERE: RoomRef = { visit: 'visit-2' as VisitId, room: 'main' as RoomId };
const DANA = 'dana-1' as SessionId;
const SAM = 'sam-1' as SessionId;
const RAY = 'ray-1' as SessionId;

/** What every media plane promises, whatever it is made of. `start` gives an empty one. */
export function mediaPlaneContract(name: string, start: () => Promise<MediaPlane>): void {
  describe(`media plane contract: ${name}`, () => {
    let plane: MediaPlane;
    let closed: { session: SessionId; consumer: ConsumerId }[];

    beforeEach(async () => {
      plane = await start();
      closed = [];
      plane.listen({
        consumerClosed: (_ref, session, consumer) => closed.push({ session, consumer }),
        roomLost: () => {},
        levels: () => {},
      });
      await plane.openRoom(MAIN);
    });

    afterEach(() => plane.close());

    const placeOf = (session: SessionId, { visit, room }: RoomRef = MAIN): Place => {
      const place = plane
        .inventory(visit)
        .find((open) => open.room === room)
        ?.places.find((each) => each.session === session);
      if (!place) throw new Error(`${session} has no place.`);
      return place;
    };

    const sit = async (session: SessionId, ref: RoomRef = MAIN): Promise<void> => {
      await plane.openPlace(ref, session);
      plane.seat(session);
      await plane.receive(session, CAPABILITIES);
    };

    /** Dana speaks, Sam hears her. */
    const conversation = async () => {
      await sit(DANA);
      await sit(SAM);
      const producer = await plane.produce(DANA, 'audio', opus(1001));
      const offer = await plane.consume(SAM, producer, 200);
      return { producer, offer, consumer: consumerIdOf(offer.id) };
    };

    test('an open room is listed; opening and closing twice does nothing', async () => {
      await plane.openRoom(MAIN);
      expect(plane.inventory(VISIT)).toEqual([{ room: 'main', places: [] }]);

      await plane.closeRoom(MAIN);
      await plane.closeRoom(MAIN);
      expect(plane.inventory(VISIT)).toEqual([]);
      expect(plane.visits()).toEqual([]);
    });

    test('rooms of two visits may have the same id and know nothing of each other', async () => {
      await plane.openRoom(ELSEWHERE);
      await sit(DANA, ELSEWHERE);

      expect(new Set(plane.visits())).toEqual(new Set([MAIN.visit, ELSEWHERE.visit]));
      expect(plane.inventory(VISIT)).toEqual([{ room: 'main', places: [] }]);
      await plane.closeRoom(MAIN);
      expect(placeOf(DANA, ELSEWHERE).seated).toBe(true);
    });

    test('a place is a transport each way, offered to its device, and not a seat', async () => {
      const offer = await plane.openPlace(MAIN, DANA);

      expect(placeOf(DANA)).toEqual({
        session: DANA,
        room: 'main',
        send: offer.send.id,
        receive: offer.receive.id,
        seated: false,
        receiving: false,
        producers: [],
        consumers: [],
      });
      expect(offer.send.id).not.toBe(offer.receive.id);
    });

    test('a session has one place at most, even when it asks twice at once', async () => {
      const both = await Promise.allSettled([plane.openPlace(MAIN, DANA), plane.openPlace(MAIN, DANA)]);

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(plane.counts().transports).toBe(2);
      await expect(plane.openPlace(MAIN, DANA)).rejects.toThrow();
    });

    test('there is no place in a room that is not open', async () => {
      await expect(plane.openPlace(ASIDE, DANA)).rejects.toThrow(GoneError);
      const opening = plane.openPlace(MAIN, DANA);
      await plane.closeRoom(MAIN);
      await expect(opening).rejects.toThrow(GoneError);
      expect(plane.counts()).toMatchObject({ rooms: 0, transports: 0 });
    });

    test('[JOIN-3] a place that is not seated neither produces nor consumes', async () => {
      const { producer } = await conversation();
      await plane.openPlace(MAIN, RAY);
      await plane.receive(RAY, CAPABILITIES);

      await expect(plane.produce(RAY, 'audio', opus(3001))).rejects.toThrow();
      await expect(plane.consume(RAY, producer, 200)).rejects.toThrow();
      expect(placeOf(RAY)).toMatchObject({ producers: [], consumers: [] });
    });

    test('[JOIN-3] what warms a transport up is nobody’s, and needs no seat', async () => {
      await plane.openPlace(MAIN, RAY);
      await expect(plane.warmUp(RAY)).rejects.toThrow();
      await plane.receive(RAY, CAPABILITIES);

      const offer = await plane.warmUp(RAY);
      expect(offer).toMatchObject({ session: null, kind: 'audio' });
      expect(placeOf(RAY).consumers).toEqual([{ id: offer.id, kind: 'audio', from: null, priority: 1, paused: true }]);
      await plane.resumeConsumer(consumerIdOf(offer.id));
      expect(plane.counts()).toMatchObject({ producers: 0, consumers: 1 });
    });

    test('a device must be able to receive both Opus and VP8', async () => {
      await plane.openPlace(MAIN, DANA);
      await expect(plane.receive(DANA, AUDIO_ONLY)).rejects.toThrow();
      expect(placeOf(DANA).receiving).toBe(false);
      await plane.receive(DANA, CAPABILITIES);
      expect(placeOf(DANA).receiving).toBe(true);
    });

    test('a producer begins paused; a pause is told at once, a resume when it is done', async () => {
      await sit(DANA);
      const id = await plane.produce(DANA, 'audio', opus(1001));
      expect(placeOf(DANA).producers).toEqual([{ id, kind: 'audio', paused: true }]);

      const resuming = plane.resumeProducer(id);
      expect(placeOf(DANA).producers[0]?.paused).toBe(true);
      await resuming;
      expect(placeOf(DANA).producers[0]?.paused).toBe(false);

      const pausing = plane.pauseProducer(id);
      expect(placeOf(DANA).producers[0]?.paused).toBe(true);
      await pausing;
    });

    test('a resume that a pause overtakes comes to nothing', async () => {
      await sit(DANA);
      const id = await plane.produce(DANA, 'audio', opus(1001));
      await Promise.all([plane.resumeProducer(id), plane.pauseProducer(id)]);

      expect(placeOf(DANA).producers[0]?.paused).toBe(true);
    });

    test('a place has one producer of each kind, even when it asks twice at once', async () => {
      await sit(DANA);
      const both = await Promise.allSettled([
        plane.produce(DANA, 'audio', opus(1001)),
        plane.produce(DANA, 'audio', opus(1002)),
      ]);
      await plane.produce(DANA, 'video', vp8(1003));

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(placeOf(DANA).producers.map(({ kind }) => kind)).toEqual(['audio', 'video']);
      expect(plane.counts().producers).toBe(2);
    });

    test('parameters of another kind are refused, and nothing else changes', async () => {
      await sit(DANA);
      await expect(plane.produce(DANA, 'audio', vp8(1001))).rejects.not.toThrow(GoneError);
      await plane.produce(DANA, 'audio', opus(1001));
      expect(plane.counts().producers).toBe(1);
    });

    test('a consumer begins paused and says whose it is', async () => {
      const { producer, offer } = await conversation();

      expect(offer).toMatchObject({ producer, session: DANA, kind: 'audio' });
      expect(placeOf(SAM).consumers).toEqual([
        { id: offer.id, kind: 'audio', from: { session: DANA, producer }, priority: 200, paused: true },
      ]);
    });

    test('a consumer is resumed and given another priority', async () => {
      const { consumer } = await conversation();
      await plane.resumeConsumer(consumer);
      await plane.prioritise(consumer, 50);
      await plane.preferLayer(consumer, 0);

      expect(placeOf(SAM).consumers).toMatchObject([{ id: consumer, priority: 50, paused: false }]);
    });

    test('nothing is consumed before it is known what the device can receive', async () => {
      const { producer } = await conversation();
      await plane.openPlace(MAIN, RAY);
      plane.seat(RAY);

      await expect(plane.consume(RAY, producer, 200)).rejects.toThrow();
    });

    test('nothing is consumed across rooms', async () => {
      const { producer } = await conversation();
      await plane.openRoom(ASIDE);
      await sit(RAY, ASIDE);

      await expect(plane.consume(RAY, producer, 200)).rejects.toThrow();
      expect(placeOf(RAY, ASIDE).consumers).toEqual([]);
    });

    test('a closed producer takes its consumers along, and their devices are told', async () => {
      const { producer, consumer } = await conversation();
      const closing = plane.closeProducer(producer);
      expect(placeOf(DANA).producers).toEqual([]);
      expect(placeOf(SAM).consumers).toEqual([]);
      await closing;

      expect(closed).toEqual([{ session: SAM, consumer }]);
    });

    test('a closed consumer is gone at once, and its device is told', async () => {
      const { consumer } = await conversation();
      const closing = plane.closeConsumer(consumer);
      expect(placeOf(SAM).consumers).toEqual([]);
      await closing;

      expect(closed).toEqual([{ session: SAM, consumer }]);
      expect(placeOf(DANA).producers).toHaveLength(1);
    });

    test('a closed place takes everything along and tells those who heard it, not itself', async () => {
      const { consumer } = await conversation();
      const back = await plane.produce(SAM, 'audio', opus(2001));
      await plane.consume(DANA, back, 200);

      const closing = plane.closePlace(DANA);
      expect(plane.inventory(VISIT)[0]?.places.map(({ session }) => session)).toEqual([SAM]);
      expect(placeOf(SAM).consumers).toEqual([]);
      await closing;
      expect(closed).toEqual([{ session: SAM, consumer }]);
      expect(plane.counts()).toMatchObject({ rooms: 1, transports: 2, producers: 1, consumers: 0 });
    });

    test('a closed room takes its places along', async () => {
      await conversation();
      await plane.closeRoom(MAIN);

      expect(plane.counts()).toMatchObject({ rooms: 0, transports: 0, producers: 0, consumers: 0 });
      await plane.openRoom(MAIN);
      await sit(DANA);
      expect(closed).toEqual([]);
    });

    test('closing and pausing what is not there does nothing; anything else is GoneError', async () => {
      await plane.closePlace(DANA);
      await plane.closeProducer(producerIdOf('none'));
      await plane.pauseProducer(producerIdOf('none'));
      await plane.closeConsumer(consumerIdOf('none'));

      await expect(plane.receive(DANA, CAPABILITIES)).rejects.toThrow(GoneError);
      await expect(plane.warmUp(DANA)).rejects.toThrow(GoneError);
      await expect(plane.produce(DANA, 'audio', opus(1001))).rejects.toThrow(GoneError);
      await expect(plane.resumeProducer(producerIdOf('none'))).rejects.toThrow(GoneError);
      await expect(plane.consume(DANA, producerIdOf('none'), 1)).rejects.toThrow(GoneError);
      await expect(plane.resumeConsumer(consumerIdOf('none'))).rejects.toThrow(GoneError);
      await expect(plane.preferLayer(consumerIdOf('none'), 0)).rejects.toThrow(GoneError);
      await expect(plane.prioritise(consumerIdOf('none'), 1)).rejects.toThrow(GoneError);
      await expect(plane.connect(DANA, transportIdOf('none'), DTLS)).rejects.toThrow(GoneError);
      expect(() => plane.seat(DANA)).toThrow(GoneError);
    });

    test('a transport is known with its own place only', async () => {
      await sit(DANA);
      await sit(SAM);

      await expect(plane.connect(DANA, placeOf(SAM).send, DTLS)).rejects.toThrow(GoneError);
      await expect(plane.restartIce(DANA, placeOf(SAM).receive)).rejects.toThrow(GoneError);
    });

    test('what is under way when its place closes comes to nothing', async () => {
      const { producer } = await conversation();
      const consuming = plane.consume(SAM, producer, 200);
      const producing = plane.produce(SAM, 'audio', opus(2001));
      const outcomes = Promise.allSettled([consuming, producing]);
      await plane.closePlace(SAM);

      for (const outcome of await outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'GoneError' } });
      }
      expect(plane.counts()).toMatchObject({ transports: 2, producers: 1, consumers: 0 });
    });

    test('what is consumed when its producer closes comes to nothing', async () => {
      const { producer } = await conversation();
      await sit(RAY);
      const consuming = Promise.allSettled([plane.consume(RAY, producer, 200)]);
      await plane.closeProducer(producer);

      await consuming;
      await plane.resumeProducer(await plane.produce(RAY, 'audio', opus(3001)));
      expect(placeOf(RAY).consumers).toEqual([]);
    });

    test('a transport connects once, and restarts ICE with fresh credentials', async () => {
      await sit(DANA);
      const { send } = placeOf(DANA);
      await plane.connect(DANA, send, DTLS);

      await expect(plane.connect(DANA, send, DTLS)).rejects.not.toThrow(GoneError);
      const first = await plane.restartIce(DANA, send);
      expect(await plane.restartIce(DANA, send)).not.toEqual(first);
    });

    test('a plane in order finds no strays', async () => {
      await conversation();
      expect(await plane.strays()).toEqual([]);
      expect(await plane.strays()).toEqual([]);
    });

    test('counts are of everything there is', async () => {
      const { producer } = await conversation();
      await plane.resumeProducer(producer);
      await plane.warmUp(SAM);

      expect(plane.counts()).toEqual({ rooms: 1, transports: 4, producers: 1, consumers: 2, workerDeaths: 0 });
    });
  });
}
