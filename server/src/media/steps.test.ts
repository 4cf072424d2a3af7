import type { Instant, ParticipantId, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Gate, MediaPlan, Prepared, Seat } from '@doorstep/shared/visit/mediaPlanShape.ts';
import { describe, expect, test } from 'vitest';
import { SEATED_AT } from './fake/parameters.ts';
import type { Place } from './MediaPlane.ts';
import { consumerIdOf, producerIdOf, transportIdOf } from './MediaPlane.ts';
import { diff, type Step } from './steps.ts';

const MAIN = 'main' as RoomId;
const ASIDE = 'aside' as RoomId;

/** Device `dana-2` is Dana's second. */
const personOf = (session: SessionId) => session.split('-')[0] as ParticipantId;
const DANA = 'dana-1' as SessionId;
const DANA_TOO = 'dana-2' as SessionId;
const SAM = 'sam-1' as SessionId;
const RAY = 'ray-1' as SessionId;

const seat = (session: SessionId, audio: Gate = 'open', video: Gate = 'open'): Seat => ({
  session,
  participant: personOf(session),
  since: SEATED_AT,
  audio,
  video,
  receives: true,
  audioPriority: 255,
  videoPriority: 100,
});
/** A place at the door. */
const ready = (session: SessionId): Prepared => ({ session, participant: personOf(session) });
const planOf = (...seats: readonly Seat[]): MediaPlan => ({ rooms: [{ room: MAIN, seats, prepared: [] }] });

const place = (session: SessionId, parts: Partial<Place> = {}): Place => ({
  session,
  room: MAIN,
  send: transportIdOf(`${session}-send`),
  receive: transportIdOf(`${session}-receive`),
  seatedAt: SEATED_AT,
  receiving: true,
  producers: [],
  consumers: [],
  ...parts,
});
const audioOf = (session: SessionId, paused = false) => ({
  id: producerIdOf(`${session}-audio`),
  kind: 'audio' as const,
  paused,
});
const hearing = (session: SessionId, priority = 255) => ({
  id: consumerIdOf(`${session}-heard`),
  kind: 'audio' as const,
  from: { session, producer: producerIdOf(`${session}-audio`) },
  priority,
  paused: false,
});
const names = (steps: readonly Step[]) => steps.map(({ step }) => step);

describe('the difference between the SFU and a plan', () => {
  test('is nothing when both are empty', () => {
    expect(diff([], { rooms: [] })).toEqual([]);
    expect(diff([], { rooms: [{ room: MAIN, seats: [], prepared: [] }] })).toEqual([]);
  });

  test('opens a room for whoever is seated or made ready in it, and closes one for nobody', () => {
    expect(diff([], planOf(seat(DANA)))).toEqual([{ step: 'openRoom', room: MAIN }]);
    expect(diff([], { rooms: [{ room: MAIN, seats: [], prepared: [ready(DANA)] }] })).toHaveLength(1);
    expect(diff([{ room: MAIN, places: [] }], { rooms: [] })).toEqual([{ step: 'closeRoom', room: MAIN }]);
  });

  test('[JOIN-3] a device made ready keeps its place and gets nothing else', () => {
    const actual = [
      { room: MAIN, places: [place(DANA, { producers: [audioOf(DANA)] }), place(RAY, { seatedAt: null })] },
    ];
    const plan = { rooms: [{ room: MAIN, seats: [seat(DANA)], prepared: [ready(RAY)] }] };

    expect(diff(actual, plan)).toEqual([]);
  });

  test('a device that is admitted keeps its transports, is seated, and hears from then on', () => {
    const actual = [
      { room: MAIN, places: [place(DANA, { producers: [audioOf(DANA)] }), place(RAY, { seatedAt: null })] },
    ];

    expect(diff(actual, planOf(seat(DANA), seat(RAY)))).toEqual([
      { step: 'seat', session: RAY, room: MAIN, at: SEATED_AT },
      { step: 'consume', session: RAY, speaker: DANA, producer: 'dana-1-audio', priority: 255 },
    ]);
  });

  test('a device sent back to waiting, moved or put out loses its place', () => {
    const actual = [{ room: MAIN, places: [place(DANA), place(RAY)] }];
    const back = { rooms: [{ room: MAIN, seats: [seat(DANA)], prepared: [ready(RAY)] }] };
    const moved = { rooms: [...planOf(seat(DANA)).rooms, { room: ASIDE, seats: [seat(RAY)], prepared: [] }] };

    expect(diff(actual, back)).toEqual([{ step: 'closePlace', session: RAY }]);
    expect(diff(actual, planOf(seat(DANA)))).toEqual([{ step: 'closePlace', session: RAY }]);
    expect(diff(actual, moved)).toEqual([
      { step: 'closePlace', session: RAY },
      { step: 'openRoom', room: ASIDE },
    ]);
  });

  test('[PRIV-3] whoever went and is back in the room by now joins anew: what was theirs belongs to the time before', () => {
    const actual = [{ room: MAIN, places: [place(RAY)] }];
    const back = { ...seat(RAY), since: (SEATED_AT + 1) as Instant };

    expect(diff(actual, planOf(seat(RAY)))).toEqual([]);
    expect(diff(actual, planOf(back))).toEqual([{ step: 'closePlace', session: RAY }]);
  });

  test('those who stay stop hearing one who goes before that one’s place is closed', () => {
    const places = [place(DANA, { consumers: [hearing(RAY)] }), place(RAY, { producers: [audioOf(RAY)] })];

    expect(names(diff([{ room: MAIN, places }], planOf(seat(DANA))))).toEqual(['closeConsumer', 'closePlace']);
  });

  test('[FLOOR-2] a closed gate pauses at the SFU, an open one resumes', () => {
    const speaking = [{ room: MAIN, places: [place(DANA, { producers: [audioOf(DANA)] })] }];
    const muted = [{ room: MAIN, places: [place(DANA, { producers: [audioOf(DANA, true)] })] }];

    expect(names(diff(speaking, planOf(seat(DANA, 'closed'))))).toEqual(['pauseProducer']);
    expect(names(diff(muted, planOf(seat(DANA))))).toEqual(['resumeProducer']);
    expect(diff(muted, planOf(seat(DANA, 'closed')))).toEqual([]);
  });

  test('one person’s two devices do not hear each other', () => {
    const places = [place(DANA, { producers: [audioOf(DANA)] }), place(DANA_TOO)];

    expect(diff([{ room: MAIN, places }], planOf(seat(DANA), seat(DANA_TOO)))).toEqual([]);
  });

  test('a device that has not said what it can receive is not given anything yet', () => {
    const places = [place(DANA, { producers: [audioOf(DANA)] }), place(SAM, { receiving: false })];

    expect(diff([{ room: MAIN, places }], planOf(seat(DANA), seat(SAM)))).toEqual([]);
  });

  test('a stream is consumed once, with the plan’s priority', () => {
    const twice = { ...hearing(DANA), id: consumerIdOf('again') };
    const doubled = [place(DANA, { producers: [audioOf(DANA)] }), place(SAM, { consumers: [hearing(DANA), twice] })];
    const other = [place(DANA, { producers: [audioOf(DANA)] }), place(SAM, { consumers: [hearing(DANA, 1)] })];
    const plan = planOf(seat(DANA), seat(SAM));

    expect(diff([{ room: MAIN, places: doubled }], plan)).toEqual([
      { step: 'closeConsumer', session: SAM, consumer: 'again' },
    ]);
    expect(diff([{ room: MAIN, places: other }], plan)).toEqual([
      { step: 'prioritise', session: SAM, consumer: 'dana-1-heard', priority: 255 },
    ]);
  });

  test('a device that a plan names twice is nowhere', () => {
    const twice = { rooms: [{ room: MAIN, seats: [seat(DANA), seat(SAM), seat(DANA)], prepared: [] }] };

    expect(diff([{ room: MAIN, places: [place(DANA), place(SAM)] }], twice)).toEqual([
      { step: 'closePlace', session: DANA },
    ]);
  });
});
