import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ASIDE, DANA, FakeCaller, MAIN, RAY, SAM } from './fake/FakeCaller.ts';
import { opus, SEATED_AT, vp8 } from './fake/parameters.ts';
import { consumerIdOf, GoneError, type MediaPlane } from './MediaPlane.ts';

/** The part of the contract that is about producers and consumers. */
export function mediaStreamsContract(name: string, start: () => Promise<MediaPlane>): void {
  describe(`streams of a media plane: ${name}`, () => {
    let plane: MediaPlane;
    let caller: FakeCaller;

    beforeEach(async () => {
      ({ plane, caller } = await FakeCaller.before(start));
    });

    afterEach(() => plane.close());

    test('a producer begins paused; a pause is told at once, a resume when it is done', async () => {
      await caller.sit(DANA);
      const id = await plane.produce(DANA, 'audio', opus(1001));
      expect(caller.placeOf(DANA).producers).toEqual([{ id, kind: 'audio', paused: true }]);

      const resuming = plane.resumeProducer(id);
      expect(caller.placeOf(DANA).producers[0]?.paused).toBe(true);
      await resuming;
      expect(caller.placeOf(DANA).producers[0]?.paused).toBe(false);

      const pausing = plane.pauseProducer(id);
      expect(caller.placeOf(DANA).producers[0]?.paused).toBe(true);
      await pausing;
    });

    test('a resume that a pause overtakes comes to nothing', async () => {
      await caller.sit(DANA);
      const id = await plane.produce(DANA, 'audio', opus(1001));
      await Promise.all([plane.resumeProducer(id), plane.pauseProducer(id)]);

      expect(caller.placeOf(DANA).producers[0]?.paused).toBe(true);
    });

    test('a place has one producer of each kind, even when it asks twice at once', async () => {
      await caller.sit(DANA);
      const both = await Promise.allSettled([
        plane.produce(DANA, 'audio', opus(1001)),
        plane.produce(DANA, 'audio', opus(1002)),
      ]);
      await plane.produce(DANA, 'video', vp8(1003));

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(caller.placeOf(DANA).producers.map(({ kind }) => kind)).toEqual(['audio', 'video']);
      expect(plane.counts().producers).toBe(2);
    });

    test('parameters of another kind are refused, and nothing else changes', async () => {
      await caller.sit(DANA);
      await expect(plane.produce(DANA, 'audio', vp8(1001))).rejects.not.toThrow(GoneError);
      await plane.produce(DANA, 'audio', opus(1001));
      expect(plane.counts().producers).toBe(1);
    });

    test('a consumer begins paused and says whose it is, and on which transport it comes', async () => {
      const { producer, offer } = await caller.conversation();

      const transport = caller.placeOf(SAM).receive;
      expect(offer).toMatchObject({ producer, transport, session: DANA, kind: 'audio' });
      expect(caller.placeOf(SAM).consumers).toEqual([
        { id: offer.id, kind: 'audio', from: { session: DANA, producer }, priority: 200, paused: true },
      ]);
    });

    test('a consumer is resumed and given another priority', async () => {
      const { consumer } = await caller.conversation();
      await plane.resumeConsumer(consumer);
      await plane.prioritise(consumer, 50);
      await plane.preferLayer(consumer, 0);

      expect(caller.placeOf(SAM).consumers).toMatchObject([{ id: consumer, priority: 50, paused: false }]);
    });

    test('[SAFE-2] a key frame is asked for a picture, and for a sound it does nothing', async () => {
      const { consumer } = await caller.conversation();
      const picture = consumerIdOf((await plane.consume(SAM, await plane.produce(DANA, 'video', vp8(1003)), 200)).id);
      await plane.resumeConsumer(picture);
      const before = caller.placeOf(SAM).consumers;
      await plane.requestKeyFrame(picture);
      await plane.requestKeyFrame(consumer);
      expect(caller.placeOf(SAM).consumers).toEqual(before);

      await plane.closeConsumer(picture);
      await expect(plane.requestKeyFrame(picture)).rejects.toThrow(GoneError);
    });

    test('nothing is consumed before it is known what the device can receive', async () => {
      const { producer } = await caller.conversation();
      await plane.openPlace(MAIN, RAY);
      plane.seat(RAY, SEATED_AT);

      await expect(plane.consume(RAY, producer, 200)).rejects.toThrow();
    });

    test('nothing is consumed across rooms', async () => {
      const { producer } = await caller.conversation();
      await plane.openRoom(ASIDE);
      await caller.sit(RAY, ASIDE);

      await expect(plane.consume(RAY, producer, 200)).rejects.toThrow();
      expect(caller.placeOf(RAY, ASIDE).consumers).toEqual([]);
    });

    test('a closed producer takes its consumers along, and their devices are told', async () => {
      const { producer, consumer } = await caller.conversation();
      const closing = plane.closeProducer(producer);
      expect(caller.placeOf(DANA).producers).toEqual([]);
      expect(caller.placeOf(SAM).consumers).toEqual([]);
      await closing;

      expect(caller.closed).toEqual([{ session: SAM, consumer }]);
    });

    test('a closed consumer is gone at once, and its device is told', async () => {
      const { consumer } = await caller.conversation();
      const closing = plane.closeConsumer(consumer);
      expect(caller.placeOf(SAM).consumers).toEqual([]);
      await closing;

      expect(caller.closed).toEqual([{ session: SAM, consumer }]);
      expect(caller.placeOf(DANA).producers).toHaveLength(1);
    });

    test('what is consumed when its producer closes comes to nothing', async () => {
      const { producer } = await caller.conversation();
      await caller.sit(RAY);
      const consuming = Promise.allSettled([plane.consume(RAY, producer, 200)]);
      await plane.closeProducer(producer);

      await consuming;
      await plane.resumeProducer(await plane.produce(RAY, 'audio', opus(3001)));
      expect(caller.placeOf(RAY).consumers).toEqual([]);
    });
  });
}
