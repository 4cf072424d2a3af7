import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ASIDE, DANA, ELSEWHERE, FakeCaller, MAIN, RAY, SAM, VISIT } from './fake/FakeCaller.ts';
import { AUDIO_ONLY, CAPABILITIES, DTLS, opus, SEATED_AT, vp8 } from './fake/parameters.ts';
import { consumerIdOf, GoneError, type MediaPlane, producerIdOf, transportIdOf } from './MediaPlane.ts';
import { mediaLoopsContract } from './mediaLoopsContract.ts';
import { mediaStreamsContract } from './mediaStreamsContract.ts';

/** What every media plane promises, whatever it is made of. `start` gives an empty one. */
export function mediaPlaneContract(name: string, start: () => Promise<MediaPlane>): void {
  mediaStreamsContract(name, start);
  mediaLoopsContract(name, start);

  describe(`rooms and places of a media plane: ${name}`, () => {
    let plane: MediaPlane;
    let caller: FakeCaller;

    beforeEach(async () => {
      ({ plane, caller } = await FakeCaller.before(start));
    });

    afterEach(() => plane.close());

    test('an open room is listed; opening and closing twice does nothing', async () => {
      await plane.openRoom(MAIN);
      expect(plane.inventory(VISIT)).toEqual([{ room: 'main', places: [] }]);

      await plane.closeRoom(MAIN);
      await plane.closeRoom(MAIN);
      expect(plane.inventory(VISIT)).toEqual([]);
      expect(plane.visits()).toEqual([]);
    });

    test('a room that is asked for twice at once opens once, and not at all when it is closed meanwhile', async () => {
      await Promise.all([plane.openRoom(ELSEWHERE), plane.openRoom(ELSEWHERE)]);
      expect(plane.counts().rooms).toBe(2);

      const opening = Promise.allSettled([plane.openRoom(ASIDE)]);
      await plane.closeRoom(ASIDE);
      expect(await opening).toMatchObject([{ status: 'rejected', reason: { name: 'GoneError' } }]);
      expect(plane.inventory(VISIT)).toEqual([{ room: 'main', places: [] }]);
    });

    test('rooms of two visits may have the same id and know nothing of each other', async () => {
      await plane.openRoom(ELSEWHERE);
      await caller.sit(DANA, ELSEWHERE);

      expect(new Set(plane.visits())).toEqual(new Set([MAIN.visit, ELSEWHERE.visit]));
      expect(plane.inventory(VISIT)).toEqual([{ room: 'main', places: [] }]);
      await plane.closeRoom(MAIN);
      expect(caller.placeOf(DANA, ELSEWHERE).seatedAt).toBe(SEATED_AT);
    });

    test('a place is a transport each way, offered to its device, and not a seat', async () => {
      const offer = await plane.openPlace(MAIN, DANA);

      expect(caller.placeOf(DANA)).toEqual({
        session: DANA,
        room: 'main',
        send: offer.send.id,
        receive: offer.receive.id,
        seatedAt: null,
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

    test('[JOIN-3] a place that is not seated neither produces nor consumes; its device’s own loop is no part of it', async () => {
      const { producer } = await caller.conversation();
      await plane.openPlace(MAIN, RAY);
      await plane.receive(RAY, CAPABILITIES);

      await expect(plane.produce(RAY, 'audio', opus(3001))).rejects.toThrow();
      await expect(plane.consume(RAY, producer, 200)).rejects.toThrow();
      await plane.openLoop(VISIT, RAY);
      await plane.loopBack(RAY, vp8(3002), CAPABILITIES);
      expect(caller.placeOf(RAY)).toMatchObject({ producers: [], consumers: [] });
    });

    test('[JOIN-3] what warms a transport up is nobody’s, and needs no seat', async () => {
      await plane.openPlace(MAIN, RAY);
      await expect(plane.warmUp(RAY)).rejects.toThrow();
      await plane.receive(RAY, CAPABILITIES);

      const offer = await plane.warmUp(RAY);
      expect(offer).toMatchObject({ session: null, kind: 'audio' });
      expect(caller.placeOf(RAY).consumers).toEqual([
        { id: offer.id, kind: 'audio', from: null, priority: 1, paused: true },
      ]);
      await plane.resumeConsumer(consumerIdOf(offer.id));
      expect(plane.counts()).toMatchObject({ producers: 0, consumers: 1 });
    });

    test('a device must be able to receive both Opus and VP8', async () => {
      await plane.openPlace(MAIN, DANA);
      await expect(plane.receive(DANA, AUDIO_ONLY)).rejects.toThrow();
      expect(caller.placeOf(DANA).receiving).toBe(false);
      await plane.receive(DANA, CAPABILITIES);
      expect(caller.placeOf(DANA).receiving).toBe(true);
    });

    test('a closed place takes everything along and tells those who heard it, not itself', async () => {
      const { consumer } = await caller.conversation();
      const back = await plane.produce(SAM, 'audio', opus(2001));
      await plane.consume(DANA, back, 200);

      const closing = plane.closePlace(DANA);
      expect(plane.inventory(VISIT)[0]?.places.map(({ session }) => session)).toEqual([SAM]);
      expect(caller.placeOf(SAM).consumers).toEqual([]);
      await closing;
      expect(caller.closed).toEqual([{ session: SAM, consumer }]);
      expect(plane.counts()).toMatchObject({ rooms: 1, transports: 2, producers: 1, consumers: 0 });
    });

    test('a closed room takes its places along', async () => {
      await caller.conversation();
      await plane.closeRoom(MAIN);

      expect(plane.counts()).toMatchObject({ rooms: 0, transports: 0, producers: 0, consumers: 0 });
      await plane.openRoom(MAIN);
      await caller.sit(DANA);
      expect(caller.closed).toEqual([]);
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
      await expect(plane.requestKeyFrame(consumerIdOf('none'))).rejects.toThrow(GoneError);
      await expect(plane.prioritise(consumerIdOf('none'), 1)).rejects.toThrow(GoneError);
      await expect(plane.connect(DANA, transportIdOf('none'), DTLS)).rejects.toThrow(GoneError);
      expect(() => plane.seat(DANA, SEATED_AT)).toThrow(GoneError);
    });

    test('a transport is known with its own place only', async () => {
      await caller.sit(DANA);
      await caller.sit(SAM);

      await expect(plane.connect(DANA, caller.placeOf(SAM).send, DTLS)).rejects.toThrow(GoneError);
      await expect(plane.restartIce(DANA, caller.placeOf(SAM).receive)).rejects.toThrow(GoneError);
    });

    test('what is under way when its place closes comes to nothing', async () => {
      const { producer } = await caller.conversation();
      const consuming = plane.consume(SAM, producer, 200);
      const producing = plane.produce(SAM, 'audio', opus(2001));
      const outcomes = Promise.allSettled([consuming, producing]);
      await plane.closePlace(SAM);

      for (const outcome of await outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'GoneError' } });
      }
      expect(plane.counts()).toMatchObject({ transports: 2, producers: 1, consumers: 0 });
    });

    test('a transport connects once, and restarts ICE with fresh credentials', async () => {
      await caller.sit(DANA);
      const { send } = caller.placeOf(DANA);
      await plane.connect(DANA, send, DTLS);

      await expect(plane.connect(DANA, send, DTLS)).rejects.not.toThrow(GoneError);
      const first = await plane.restartIce(DANA, send);
      expect(await plane.restartIce(DANA, send)).not.toEqual(first);
    });

    test('a plane in order finds no strays', async () => {
      await caller.conversation();
      expect(await plane.strays()).toEqual([]);
      expect(await plane.strays()).toEqual([]);
    });

    test('counts are of everything there is', async () => {
      const { producer } = await caller.conversation();
      await plane.resumeProducer(producer);
      await plane.warmUp(SAM);

      expect(plane.counts()).toEqual({
        rooms: 1,
        transports: 4,
        producers: 1,
        consumers: 2,
        loops: 0,
        workerDeaths: 0,
      });
    });
  });
}
