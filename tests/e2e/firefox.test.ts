import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TappedVisit } from '../harness/TappedVisit.ts';
import { eventually } from './people/eventually.ts';
import { FIREFOX } from './people/firefox.ts';
import { isInCompany } from './people/flow.ts';

const EACH_OTHER = { pictures: 1, voices: 1 };
const SAFE = 'Only the people in this visit can see and hear you';

/** What is read aloud, in its order; the page is left as it was. */
async function safetyPictures(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: SAFE }).click();
  const pictures = page.getByRole('list', { name: /twelve pictures/i }).getByRole('listitem');
  await pictures.nth(11).waitFor();
  const names = await pictures.allInnerTexts();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  return names;
}

describe('a child in Firefox and a host in Chromium', () => {
  let visit: TappedVisit;

  /** By what is decoded and played, and by whose face and voice it is. */
  const meetEachOther = async (): Promise<void> => {
    await Promise.all([visit.host, visit.sam].map(({ page }) => isInCompany(page, EACH_OTHER)));
    await visit.seeAndHearEachOther();
  };
  const nobodyIsFound = async (): Promise<void> => {
    const found = await visit.taken();
    expect(found.filter(({ people }) => people.length > 0)).toEqual([]);
  };

  beforeAll(async () => {
    visit = await TappedVisit.plan(FIREFOX);
    await visit.begins();
  });

  afterAll(() => visit?.end());

  test('[SAFE-2] [JOIN-1] he comes by his link, and they see and hear each other', async () => {
    expect(await visit.sam.page.evaluate(() => navigator.userAgent)).toContain('Firefox/');
    await meetEachOther();
  });

  test('[SAFE-2] what goes through the server shows nobody and says nothing', nobodyIsFound);

  test('[SAFE-2] both screens say that nobody else sees and hears them, and show the same twelve pictures', () =>
    eventually(async () => {
      const pictures = await safetyPictures(visit.sam.page);
      expect(pictures).toHaveLength(12);
      expect(await safetyPictures(visit.host.page)).toEqual(pictures);
    }));

  test('[SAFE-2] [PRIV-3] they go to a private room, and come back', async () => {
    await visit.tap.beginsAnew();
    await visit.goApart();
    await meetEachOther();
    await visit.comeBack();
    await meetEachOther();
  });

  test('[SAFE-2] [JOIN-7] his page is loaded anew', async () => {
    await visit.sam.page.reload();
    await visit.sam.isInside();
    await meetEachOther();
  });

  test('[SAFE-2] after all that the server still has shown nobody and said nothing', nobodyIsFound);
});
