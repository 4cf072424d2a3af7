import { NOON } from '@doorstep/shared/testing/personas.ts';
import { storyOfTwoSides } from '@doorstep/shared/testing/sidedStories.ts';
import { isToldHere, type SidedStep, type Story } from '@doorstep/shared/testing/twoSides.ts';
import { alike } from '@doorstep/shared/testing/twoTellings.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ManualClock } from '../../server/src/visits/ManualClock.ts';
import { LiveServer } from '../harness/LiveServer.ts';
import { SidedVisit } from '../harness/SidedVisit.ts';

/** Each is a whole visit over real sockets, twice. */
const STORIES = 100;
/**
 * A story is compared until the two sides lawfully learn of each other, on the average over nine tenths of it. By Hoeffding’s inequality
 * less than half of a hundred has a chance of one in 10¹⁵, unless the comparison has stopped comparing.
 */
const COMPARED = 0.5;
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

async function heardHere({ sides, steps }: Story, isPlayed: (step: SidedStep, visit: Visit) => boolean) {
  const visit = await SidedVisit.begin(server, sides, clock);

  return visit.play(steps, isPlayed);
}

test(
  `[PRIV-5] [SAFE-2] in ${STORIES} stories over real sockets, what the other side does changes no byte of what this side is sent`,
  async () => {
    const shares: number[] = [];
    await fc.assert(
      fc.asyncProperty(storyOfTwoSides, async (story) => {
        const both = await heardHere(story, () => true);
        const alone = await heardHere(story, (step, visit) => isToldHere(step, visit, story.sides));
        const until = alike(both, alone);
        shares.push(until / both.length);
        expect(both.slice(0, until)).toEqual(alone.slice(0, until));
      }),
      { numRuns: STORIES, endOnFailure: true },
    );
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(COMPARED);
  },
  PATIENCE,
);
