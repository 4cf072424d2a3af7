import type { ParticipantId, RoomId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Gate, MediaPlan, Prepared } from '@doorstep/shared/visit/mediaPlanShape.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeMediaPlane } from './fake/FakeMediaPlane.ts';
import { ASIDE, DANA, DANA_TOO, MAIN, RAY, SAM, seat, VISIT } from './fake/FakeStage.ts';
import { CAPABILITIES, opus, SEATED_AT, vp8 } from './fake/parameters.ts';
import type { ProducerId } from './MediaPlane.ts';
import { placementsOf } from './placements.ts';
import { diff, isRestriction, type Step } from './steps.ts';

/** Device `dana-2` is Dana's second. */
const personOf = (session: SessionId) => session.split('-')[0] as ParticipantId;
const DEVICES = [DANA, DANA_TOO, SAM, RAY, 'amina-1' as SessionId];
/** A place at the door. */
const ready = (session: SessionId): Prepared => ({ session, participant: personOf(session) });

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
