import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_ON, type Switches, TwoRooms } from '../harness/TwoRooms.ts';
import { eventually } from './people/eventually.ts';
import { streamsNow } from './people/meeting.ts';

const TRIPS = 20;

/** In some trips the child’s microphone is off, in some the camera, in one both. */
const switchesOn = (trip: number): Switches => ({
  Microphone: trip % 4 === 2 ? 'Off' : 'On',
  Camera: trip % 5 === 4 ? 'Off' : 'On',
});

async function timed(goes: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await goes();

  return Math.round(performance.now() - began);
}

/** In the worker that seals and opens: what nothing holds on to is gone in a moment. More often would leave it no time for frames. */
const clearsMemoryAllTheTime = (page: Page): Promise<unknown> => {
  expect(page.workers()).not.toEqual([]);

  return Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        const { gc } = globalThis;
        if (gc === undefined) throw new Error('This browser was not told to let its memory be cleared');
        setInterval(() => void gc(), 40);
      }),
    ),
  );
};

describe('to another room and back, again and again', () => {
  let rooms: TwoRooms;

  const standsAt = async (what: keyof Switches): Promise<string> => {
    const words = await rooms.sam.page.getByRole('button', { name: new RegExp(`^${what}`) }).innerText();
    return words.includes('Off') ? 'Off' : 'On';
  };
  const turns = async (wanted: Switches): Promise<void> => {
    for (const what of ['Microphone', 'Camera'] as const) {
      if ((await standsAt(what)) !== wanted[what]) await rooms.sam.switches(what);
    }
  };
  const isAt = (wanted: Switches): Promise<void> =>
    eventually(async () => {
      expect({ Microphone: await standsAt('Microphone'), Camera: await standsAt('Camera') }).toEqual(wanted);
    });

  /** Nothing of him comes to those he has left at the very moment at which his own screen says that he is elsewhere. */
  const goesThere = async (): Promise<void> => {
    await rooms.samIsAskedAndSaysYes();
    await rooms.band.waitFor();
    // Those two have each other's; on a busy machine one of them may miss a moment of it.
    for (const streams of await Promise.all([rooms.amina, rooms.dana].map(({ page }) => streamsNow(page))))
      expect(streams).toBeLessThanOrEqual(2);
  };
  const comesBack = async (by: 'himself' | 'the host'): Promise<void> => {
    if (by === 'himself') await rooms.sam.page.getByRole('button', { name: 'Go back' }).tap();
    else await rooms.samIsCalledBack();
    await rooms.band.waitFor({ state: 'detached' });
    expect(await streamsNow(rooms.priya.page)).toBe(0);
  };

  beforeAll(async () => {
    rooms = await TwoRooms.begin();
  });

  afterAll(() => rooms?.close());

  test('[PRIV-3] twenty round trips: wholly there and wholly back each time, with microphone and camera as they were', async () => {
    const took: string[] = [];
    let switches = ALL_ON;
    for (let trip = 1; trip <= TRIPS; trip += 1) {
      // In every other trip it is in the private room that he turns them.
      const isTurnedThere = trip % 2 === 1;
      const before = isTurnedThere ? switches : switchesOn(trip);
      switches = switchesOn(trip);
      await turns(before);
      const there = await timed(async () => {
        await goesThere();
        await isAt(before);
        await rooms.areInTwoRooms(before);
      });
      await turns(switches);
      const back = await timed(async () => {
        await comesBack(trip % 3 === 0 ? 'the host' : 'himself');
        await isAt(switches);
        await rooms.areBack(switches);
      });
      took.push(`${there} + ${back}`);
    }
    console.info(`There and back, with everything looked at, in ms: ${took.join(', ')}`);
  });

  test('[SAFE-2] [PRIV-3] every stream that is begun flows, also when the browser clears its memory at that moment', async () => {
    for (const { person } of rooms.everybody) await clearsMemoryAllTheTime(person.page);
    for (const _trip of [1, 2, 3]) {
      await goesThere();
      await rooms.areInTwoRooms(ALL_ON);
      await comesBack('himself');
      await rooms.areBack(ALL_ON);
    }
  });
});
