import type { Instant, ParticipantId, RoomId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Gate, MediaPlan, Prepared, Seat } from '@doorstep/shared/visit/mediaPlanShape.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { CAPABILITIES, opus, SEATED_AT, vp8 } from './fake/parameters.ts';
import type { Place, ProducerId } from './MediaPlane.ts';
import { consumerIdOf, producerIdOf, transportIdOf } from './MediaPlane.ts';
import { placementsOf } from './placements.ts';
import { diff, isRestriction, type Step } from './steps.ts';

const VISIT = 'visit-1' as VisitId;
const MAIN = 'main' as RoomId;
const ASIDE = 'aside' as RoomId;

/** Device `dana-2` is Dana's second. */
const personOf = (session: SessionId) => session.split('-')[0] as ParticipantId;
const DANA = 'dana-1' as SessionId;
const DANA_TOO = 'dana-2' as SessionId;
const SAM = 'sam-1' as SessionId;
const RAY = 'ray-1' as SessionId;
const DEVICES = [DANA, DANA_TOO, SAM, RAY, 'amina-1' as SessionId];

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

const gate = fc.constantFrom<Gate>('open', 'open', 'closed');
const receives = fc.nat(4).map(Boolean);
const whereabouts = fc.constantFrom<'main' | 'aside' | 'ready' | 'out'>(
  'main',
  'main',
  'main',
  'aside',
  'ready',
  'out',
);
const plans = fc
  .tuple(
    ...DEVICES.map((session) =>
      fc.record({ session: fc.constant(session), where: whereabouts, audio: gate, video: gate, receives }),
    ),
  )
  .map((devices): MediaPlan => {
    const seated = (where: string) =>
      devices
        .filter((each) => each.where === where)
        .map(({ session, audio, video, receives }) => ({ ...seat(session, audio, video), receives }));
    const prepared = devices.filter(({ where }) => where === 'ready').map(({ session }) => ready(session));
    return {
      rooms: [
        { room: MAIN, seats: seated('main'), prepared },
        { room: ASIDE, seats: seated('aside'), prepared: [] },
      ],
    };
  });
/** A plan, which devices then come, which of them receive, and whom somebody hears against all rules. */
const scenes = fc.array(
  fc.record({
    plan: plans,
    come: fc.subarray(DEVICES),
    receive: fc.subarray(DEVICES),
    stray: fc.option(fc.tuple(fc.constantFrom(...DEVICES), fc.nat(10))),
  }),
  { minLength: 2, maxLength: 5 },
);
type Scene = typeof scenes extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

async function perform(plane: FakeMediaPlane, step: Step): Promise<void> {
  const ref = (room: RoomId) => ({ visit: VISIT, room });
  if (step.step === 'closeConsumer') await plane.closeConsumer(step.consumer);
  if (step.step === 'pauseProducer') await plane.pauseProducer(step.producer);
  if (step.step === 'closePlace') await plane.closePlace(step.session);
  if (step.step === 'closeRoom') await plane.closeRoom(ref(step.room));
  if (step.step === 'openRoom') await plane.openRoom(ref(step.room));
  if (step.step === 'seat') plane.seat(step.session, step.at);
  if (step.step === 'resumeProducer') await plane.resumeProducer(step.producer);
  if (step.step === 'consume') await plane.consume(step.session, step.producer, step.priority);
  if (step.step === 'prioritise') await plane.prioritise(step.consumer, step.priority);
}

/** Devices take places where the plan has them and speak; then somebody is made to hear what they should not. */
async function come(plane: FakeMediaPlane, { plan, come: coming, receive, stray }: Scene): Promise<void> {
  for (const session of coming) {
    const placement = placementsOf(plan).get(session);
    if (!placement) continue;
    await plane.closePlace(session);
    await plane.openPlace({ visit: VISIT, room: placement.room }, session);
    if (receive.includes(session)) await plane.receive(session, CAPABILITIES);
    if (!placement.seat) continue;
    plane.seat(session, SEATED_AT);
    await plane.resumeProducer(await plane.produce(session, 'audio', opus(1)));
    await plane.resumeProducer(await plane.produce(session, 'video', vp8(2)));
  }
  const places = plane.inventory(VISIT).flatMap((room) => room.places);
  const producers: ProducerId[] = places.flatMap((each) => each.producers.map(({ id }) => id));
  const chosen = stray && producers[stray[1] % producers.length];
  if (stray && chosen && places.some(({ session }) => session === stray[0])) plane.plantConsumer(stray[0], chosen);
}

/** Written without `diff` and its parts: who hears whom although this plan forbids it. */
function forbidden(plane: FakeMediaPlane, { rooms }: MediaPlan): readonly string[] {
  return plane
    .flows()
    .filter(({ hearer, speaker, kind }) => {
      const room = rooms.find(({ seats }) => seats.some(({ session }) => session === hearer));
      const speaks = room?.seats.find(({ session }) => session === speaker);
      const isGivenNothing = room?.seats.some(({ session, receives }) => session === hearer && !receives);
      return isGivenNothing || !speaks || speaks[kind] === 'closed' || personOf(speaker) === personOf(hearer);
    })
    .map(({ hearer, speaker, kind }) => `${hearer} < ${speaker} (${kind})`);
}

describe('[ROST-1] whatever was before', () => {
  test('all steps together bring the SFU to the plan, restrictions first, and at no moment is a forbidden stream added', async () => {
    const seen = { restrictions: 0, permissions: 0, forbidden: 0, flows: 0 };

    await fc.assert(
      fc.asyncProperty(scenes, async (story) => {
        const plane = new FakeMediaPlane();
        for (const scene of story) {
          let before = forbidden(plane, scene.plan);
          seen.forbidden += before.length;
          const steps = diff(plane.inventory(VISIT), scene.plan);
          let permitted = false;
          for (const step of steps) {
            if (isRestriction(step)) seen.restrictions += 1;
            else seen.permissions += 1;
            expect(permitted && isRestriction(step)).toBe(false);
            permitted = !isRestriction(step);
            await perform(plane, step);

            const now = forbidden(plane, scene.plan);
            expect(now.filter((flow) => !before.includes(flow))).toEqual([]);
            if (permitted) expect(now).toEqual([]);
            before = now;
          }
          expect(forbidden(plane, scene.plan)).toEqual([]);
          expect(diff(plane.inventory(VISIT), scene.plan)).toEqual([]);
          seen.flows += plane.flows().length;
          await come(plane, scene);
        }
      }),
      { numRuns: 600 },
    );

    expect(seen.restrictions).toBeGreaterThan(500);
    expect(seen.permissions).toBeGreaterThan(500);
    expect(seen.forbidden).toBeGreaterThan(200);
    expect(seen.flows).toBeGreaterThan(200);
  });

  test('restrictions alone, in any order, leave nothing forbidden', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, fc.infiniteStream(fc.nat()), async (story, chance) => {
        const plane = new FakeMediaPlane();
        for (const scene of story) {
          const left = diff(plane.inventory(VISIT), scene.plan).filter(isRestriction);
          while (left.length > 0) {
            const [step] = left.splice(chance.next().value % left.length, 1);
            if (step) await perform(plane, step);
          }
          expect(forbidden(plane, scene.plan)).toEqual([]);
          for (const step of diff(plane.inventory(VISIT), scene.plan)) await perform(plane, step);
          await come(plane, scene);
        }
      }),
      { numRuns: 200 },
    );
  });
});
