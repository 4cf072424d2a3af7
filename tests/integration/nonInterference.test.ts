import { NOON } from '@doorstep/shared/testing/personas.ts';
import { type SidedStep, storyOfTwoSides } from '@doorstep/shared/testing/twoSides.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ManualClock } from '../../server/src/visits/ManualClock.ts';
import { LiveServer } from '../harness/LiveServer.ts';
import { SidedVisit } from '../harness/SidedVisit.ts';

/** Each is a whole visit over real sockets, twice. */
const STORIES = 100;
/** In milliseconds; only a machine that is busy with other tests takes most of it. */
const PATIENCE = 600_000;

let server: LiveServer;
const clock = new ManualClock(NOON);
beforeAll(async () => {
  server = await LiveServer.open({ clock, connectionsPerAddress: 1_000_000 });
});
afterAll(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

async function heardHere(story: readonly SidedStep[], isPlayed: (step: SidedStep) => boolean) {
  const visit = await SidedVisit.begin(server, clock);

  return visit.play(story, isPlayed);
}

test(
  `[PRIV-5] [SAFE-2] in ${STORIES} stories over real sockets, what the other side does changes no byte of what this side is sent`,
  async () => {
    await fc.assert(
      fc.asyncProperty(storyOfTwoSides, async (story) => {
        const both = await heardHere(story, () => true);
        const alone = await heardHere(story, ({ side }) => side === 'here');
        for (const [device, packets] of both) expect(packets, device).toEqual(alone.get(device));
      }),
      { numRuns: STORIES, endOnFailure: true },
    );
  },
  PATIENCE,
);
