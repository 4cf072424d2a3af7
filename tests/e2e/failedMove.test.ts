import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PhoneNetwork } from '../harness/PhoneNetwork.ts';
import { ALL_ON, TwoRooms } from '../harness/TwoRooms.ts';
import { streamsNow } from './people/meeting.ts';
import { CHROMIUM } from './people/Person.ts';

/** A path is looked for again and again, with pauses in between. */
const FOUND_WITHIN = 45_000;

describe('a move that does not come about', () => {
  let network: PhoneNetwork;
  let rooms: TwoRooms;

  const reads = (words: string | RegExp): Promise<void> => rooms.sam.page.getByText(words).first().waitFor();
  const hostReads = (room: 'Blue room' | 'Main room', words: string): Promise<void> =>
    rooms.card(room).getByRole('listitem').filter({ hasText: 'Sam Hughes' }).getByText(words).waitFor();
  /** Words in the place of the faces, and no face. */
  const isOnHold = async (where: string): Promise<void> => {
    await reads(where);
    await reads('Nobody can see or hear you now.');
    expect(await rooms.sam.page.getByRole('figure').count()).toBe(1);
    await rooms.sam.page.getByRole('button', { name: 'Please phone me instead' }).waitFor();
  };
  const onlyPagesComeThrough = (): Promise<void> => network.letsThroughOnly(Number(new URL(rooms.product.origin).port));

  beforeAll(async () => {
    network = await PhoneNetwork.lay(CHROMIUM);
    rooms = await TwoRooms.begin(network);
  });

  afterAll(async () => {
    await rooms?.close();
    await network?.close();
  });

  test('[PRIV-3] no path to the room for sound and picture: words, nothing of the child in either room, and the host knows', async () => {
    await rooms.samIsAskedAndSaysYes(onlyPagesComeThrough);
    await reads('Moving to the blue room …');
    // Of each other at most, and nothing of him.
    const streams = await Promise.all([rooms.amina, rooms.dana].map(({ page }) => streamsNow(page)));
    for (const count of streams) expect(count).toBeLessThanOrEqual(2);
    await isOnHold('We are still bringing you to the blue room.');
    expect(await rooms.band.innerText()).not.toMatch(/You are in/);
    await hostReads('Blue room', 'Not there: no sound or picture reaches them');
    await rooms.priya.page.getByText('Sam Hughes cannot hear us').waitFor();
    await rooms.areWithoutSam();
  });

  test('[PRIV-3] … and as soon as there is one he is there, without a touch', async () => {
    await network.letsThrough();
    await rooms.areInTwoRooms(ALL_ON, FOUND_WITHIN);
    await reads('You are in the blue room with Priya Shah.');
  });

  test('[PRIV-3] [ROST-2] called back while his phone is dumb: he is in neither room until it is not, and the host knows', async () => {
    await network.fallsSilent();
    await rooms.samIsCalledBack();
    await rooms.card('Main room').getByText('Sam Hughes').waitFor();
    expect(await streamsNow(rooms.priya.page)).toBe(0);
    await reads('The internet stopped. We are getting you back.');
    await hostReads('Main room', 'Connection lost: not there');
    await rooms.areWithoutSam();
    await network.letsThrough();
    await rooms.areBack(ALL_ON, FOUND_WITHIN);
    expect(await rooms.band.count()).toBe(0);
  });

  test('[PRIV-7] whoever does not want to wait goes back by one tap', async () => {
    await rooms.samIsAskedAndSaysYes(onlyPagesComeThrough);
    await isOnHold('We are still bringing you to the blue room.');
    await rooms.sam.page.getByRole('button', { name: 'Go back' }).tap();
    await rooms.band.waitFor({ state: 'detached' });
    await isOnHold('We are still bringing you back.');
    await rooms.areWithoutSam();
    await network.letsThrough();
    await rooms.areBack(ALL_ON, FOUND_WITHIN);
  });
});
