import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ASIDE, DANA, ELSEWHERE, FakeCaller, MAIN, RAY, SAM, VISIT } from './fake/FakeCaller.ts';
import { AUDIO_ONLY, CAPABILITIES, DTLS, opus, SEATED_AT, vp8 } from './fake/parameters.ts';
import { consumerIdOf, GoneError, type MediaPlane, producerIdOf } from './MediaPlane.ts';

/** The part of the contract that is about loops: a device's own picture, there and back. */
export function mediaLoopsContract(name: string, start: () => Promise<MediaPlane>): void {
  describe(`loops of a media plane: ${name}`, () => {
    let plane: MediaPlane;
    let caller: FakeCaller;

    beforeEach(async () => {
      ({ plane, caller } = await FakeCaller.before(start));
    });

    afterEach(() => plane.close());

    const flowing = async (session = RAY) => {
      await plane.openLoop(VISIT, session);
      return plane.loopBack(session, vp8(3001), CAPABILITIES);
    };

    test('[JOIN-4] a loop is a transport each way, with or without a place, and in no room', async () => {
      const offer = await plane.openLoop(VISIT, RAY);

      expect(plane.loops(VISIT)).toEqual([{ session: RAY, send: offer.send.id, receive: offer.receive.id }]);
      expect(plane.loops(ELSEWHERE.visit)).toEqual([]);
      expect(plane.inventory(VISIT)).toEqual([{ room: 'main', places: [] }]);
      expect(plane.counts()).toMatchObject({ loops: 1, rooms: 1, transports: 0, producers: 0, consumers: 0 });
    });

    test('a visit with nothing but a loop is listed', async () => {
      await plane.openLoop(ELSEWHERE.visit, RAY);
      expect(new Set(plane.visits())).toEqual(new Set([VISIT, ELSEWHERE.visit]));

      await plane.closeLoop(RAY);
      expect(plane.visits()).toEqual([VISIT]);
    });

    test('[JOIN-4] its transports connect, each once, and only for its own device', async () => {
      const { send, receive } = await plane.openLoop(VISIT, RAY).then(() => loopOf(plane));
      await plane.connect(RAY, send, DTLS);
      await plane.connect(RAY, receive, DTLS);

      await expect(plane.connect(RAY, send, DTLS)).rejects.not.toThrow(GoneError);
      await caller.sit(SAM);
      await expect(plane.connect(SAM, send, DTLS)).rejects.toThrow(GoneError);
      await expect(plane.restartIce(SAM, send)).rejects.toThrow(GoneError);
    });

    test('[JOIN-4] it carries one picture of one layer, and no sound', async () => {
      await plane.openLoop(VISIT, RAY);
      const layers = { ...vp8(3001), encodings: [{ ssrc: 1 }, { ssrc: 2 }] };

      await expect(plane.loopBack(RAY, opus(3001), CAPABILITIES)).rejects.not.toThrow(GoneError);
      await plane.closeLoop(RAY);
      await plane.openLoop(VISIT, RAY);
      await expect(plane.loopBack(RAY, layers, CAPABILITIES)).rejects.not.toThrow(GoneError);
      await expect(plane.loopBack(RAY, vp8(3001), AUDIO_ONLY)).rejects.not.toThrow(GoneError);
      await plane.closeLoop(RAY);
      await flowing();
      await expect(plane.loopBack(RAY, vp8(3002), CAPABILITIES)).rejects.not.toThrow(GoneError);
      expect(await plane.loopBytes(RAY)).toBe(0);
    });

    test('[JOIN-3] nobody can be given what is in a loop, not even by its ids', async () => {
      const looped = await flowing();
      const producer = producerIdOf(looped.producer);
      const consumer = consumerIdOf(looped.consumer);
      await caller.sit(DANA);

      await expect(plane.consume(DANA, producer, 200)).rejects.toThrow(GoneError);
      await expect(plane.resumeProducer(producer)).rejects.toThrow(GoneError);
      await expect(plane.resumeConsumer(consumer)).rejects.toThrow(GoneError);
      await expect(plane.preferLayer(consumer, 0)).rejects.toThrow(GoneError);
      await expect(plane.requestKeyFrame(consumer)).rejects.toThrow(GoneError);
      await expect(plane.prioritise(consumer, 255)).rejects.toThrow(GoneError);
      await expect(plane.loopBack(DANA, vp8(1001), CAPABILITIES)).rejects.toThrow(GoneError);
      expect(caller.placeOf(DANA).consumers).toEqual([]);
    });

    test('[JOIN-3] a loop gives its device nothing of a room', async () => {
      const { producer } = await caller.conversation();
      await plane.openPlace(MAIN, RAY);
      await plane.receive(RAY, CAPABILITIES);
      await flowing();

      await expect(plane.consume(RAY, producer, 200)).rejects.toThrow();
      await expect(plane.produce(RAY, 'video', vp8(3002))).rejects.toThrow();
      expect(caller.placeOf(RAY)).toMatchObject({ seatedAt: null, producers: [], consumers: [] });
    });

    test('[JOIN-3] being seated ends the loop at that moment, and none begins after', async () => {
      await plane.openPlace(MAIN, RAY);
      await flowing();
      plane.seat(RAY, SEATED_AT);

      expect(plane.loops(VISIT)).toEqual([]);
      await expect(plane.openLoop(VISIT, RAY)).rejects.not.toThrow(GoneError);
      await expect(plane.loopBytes(RAY)).rejects.toThrow(GoneError);
      expect(plane.counts()).toMatchObject({ loops: 0, producers: 0, consumers: 0 });
    });

    test('[JOIN-3] being seated while a loop is being opened or begins to flow leaves none', async () => {
      await plane.openPlace(MAIN, RAY);
      const opening = Promise.allSettled([plane.openLoop(VISIT, RAY)]);
      plane.seat(RAY, SEATED_AT);
      expect(await opening).toMatchObject([{ status: 'rejected', reason: { name: 'GoneError' } }]);

      await plane.openPlace(MAIN, SAM);
      await plane.openLoop(VISIT, SAM);
      const beginning = Promise.allSettled([plane.loopBack(SAM, vp8(2001), CAPABILITIES)]);
      plane.seat(SAM, SEATED_AT);
      expect(await beginning).toMatchObject([{ status: 'rejected', reason: { name: 'GoneError' } }]);
      expect(plane.counts().loops).toBe(0);
    });

    test('a session has one loop at most, even when it asks twice at once', async () => {
      const both = await Promise.allSettled([plane.openLoop(VISIT, RAY), plane.openLoop(VISIT, RAY)]);

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(plane.loops(VISIT)).toHaveLength(1);
    });

    test('a loop counts from the moment in which it is asked for', async () => {
      const opening = plane.openLoop(VISIT, RAY);
      expect(plane.counts().loops).toBe(1);
      await opening;
      expect(plane.counts().loops).toBe(1);
    });

    test('a closed loop is gone at once and tells nobody; closing none does nothing', async () => {
      await flowing();
      const closing = plane.closeLoop(RAY);
      expect(plane.loops(VISIT)).toEqual([]);
      await closing;
      await plane.closeLoop(RAY);

      await expect(plane.loopBack(RAY, vp8(3001), CAPABILITIES)).rejects.toThrow(GoneError);
      expect(caller.closed).toEqual([]);
      await plane.openLoop(VISIT, RAY);
      expect(plane.counts().loops).toBe(1);
    });

    test('a loop that is closed while it is being opened comes to nothing', async () => {
      const opening = Promise.allSettled([plane.openLoop(VISIT, RAY)]);
      await plane.closeLoop(RAY);

      expect(await opening).toMatchObject([{ status: 'rejected', reason: { name: 'GoneError' } }]);
      expect(plane.counts().loops).toBe(0);
    });

    test('loops and rooms close without each other', async () => {
      await plane.openPlace(MAIN, RAY);
      await flowing();
      await plane.openRoom(ASIDE);
      await plane.closeRoom(MAIN);
      expect(plane.loops(VISIT)).toHaveLength(1);
      await plane.closeLoop(RAY);

      expect(plane.inventory(VISIT)).toEqual([{ room: 'aside', places: [] }]);
    });

    test('a loop is no stray', async () => {
      await flowing();
      expect(await plane.strays()).toEqual([]);
      expect(await plane.strays()).toEqual([]);
    });
  });
}

function loopOf(plane: MediaPlane) {
  const [loop] = plane.loops(VISIT);
  if (!loop) throw new Error('There is no loop.');

  return loop;
}
