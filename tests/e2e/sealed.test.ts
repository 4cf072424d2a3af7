import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TappedVisit } from '../harness/TappedVisit.ts';
import { eventually } from './people/eventually.ts';
import type { Family } from './people/Family.ts';
import type { Host } from './people/Host.ts';
import { bytesSent, received } from './people/mediaProbe.ts';
import { UNABLE_TO_ENCRYPT, WITH_STREAMS_ONLY } from './people/pretences.ts';
import { type Recognised, recognised } from './people/recognised.ts';

const peopleIn = (found: readonly Recognised[], kind: 'audio' | 'video'): ReadonlySet<string> =>
  new Set(found.filter((stream) => stream.kind === kind).flatMap(({ people }) => people));

describe.each([
  { phone: 'browsers of today', pretence: null },
  { phone: 'a child’s phone whose browser is older', pretence: WITH_STREAMS_ONLY },
])('a visit whose server is tapped, with $phone', ({ pretence }) => {
  let visit: TappedVisit;

  const nobodyIsFound = async (): Promise<void> => {
    const found = await visit.taken();
    expect(found.filter(({ people }) => people.length > 0)).toEqual([]);
  };

  beforeAll(async () => {
    visit = await TappedVisit.plan();
    if (pretence !== null) await visit.sam.person.context.addInitScript(pretence);
    await visit.begins();
  });

  afterAll(() => visit?.end());

  test('[SAFE-2] those in it see and hear each other', () => visit.seeAndHearEachOther());

  test('[SAFE-2] what goes through the server shows nobody and says nothing', nobodyIsFound);

  test('[SAFE-2] both are shown the same twelve pictures, and that they were compared, until a page is opened anew', async () => {
    const { host, sam } = visit;
    const pictures = async ({ page }: Host | Family): Promise<readonly string[]> => {
      const shown = await page
        .getByRole('list', { name: /twelve pictures/i })
        .getByRole('listitem')
        .allInnerTexts();
      expect(shown).toHaveLength(12);
      return shown;
    };
    await host.page.getByRole('button', { name: 'Only the people in this visit can see and hear you' }).click();
    const dialog = host.page.getByRole('dialog');
    await sam.page.getByRole('button', { name: 'Only the people in this visit can see and hear you' }).tap();
    const before = await eventually(() => pictures(host));
    await dialog.getByRole('button', { name: 'Begin to compare' }).click();
    const same = dialog.getByRole('button', { name: 'They are the same' });
    await same.waitFor();
    await eventually(async () => {
      expect(await pictures(host)).toEqual(await pictures(sam));
      expect(await pictures(host)).not.toEqual(before);
    });
    await same.click();
    await dialog.getByText(/^Compared at .*: they are the same\.$/).waitFor();
    await sam.page.getByText(/^Checked at .*: they were the same\.$/).waitFor();
    await sam.page.reload();
    await sam.isInside();
    await dialog.getByText('Compare once more.').waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  });

  test('[SAFE-2] [JOIN-7] a page that was loaded anew sees, hears, is seen and is heard again', async () => {
    await visit.sam.page.reload();
    await visit.sam.isInside();
    await visit.seeAndHearEachOther();
  });

  test('[SAFE-2] [PRIV-3] so do two who go to a private room, and come back', async () => {
    await visit.tap.beginsAnew();
    await visit.goApart();
    await visit.seeAndHearEachOther();
    await nobodyIsFound();
    await visit.comeBack();
    await visit.seeAndHearEachOther();
  });

  test('[SAFE-2] after all that the server still has shown nobody and said nothing', nobodyIsFound);
});

describe('the same with a child’s browser that cannot encrypt', () => {
  let visit: TappedVisit;
  const isOnScreen = (one: Host | Family, words: string): Promise<void> => one.page.getByText(words).first().waitFor();

  beforeAll(async () => {
    visit = await TappedVisit.plan();
    await visit.sam.person.context.addInitScript(UNABLE_TO_ENCRYPT);
    await visit.begins();
  });

  afterAll(() => visit?.end());

  test('[SAFE-2] nothing flows either way before the host has accepted that', async () => {
    await isOnScreen(visit.host, 'Sam Hughes’s phone cannot lock the call.');
    await isOnScreen(visit.sam, 'Nobody can see or hear you now');
    await visit.seeAndHearNobody();
    const bytes = [visit.host, visit.sam].map(async ({ page }) =>
      (await received(page)).reduce((sum, { bytesReceived }) => sum + bytesReceived, 0),
    );
    expect(await Promise.all(bytes)).toEqual([0, 0]);
    expect(await bytesSent(visit.sam.page)).toBe(0);
  });

  test('[SAFE-2] nor does the server get to see or hear anybody before that', async () => {
    const found = await recognised(await visit.tap.taken(), visit.both);
    // Amina’s, sealed, however often she began to send; Sam has sent nothing.
    expect(await bytesSent(visit.sam.page)).toBe(0);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['audio', 'video']));
    expect(found.flatMap(({ people }) => people)).toEqual([]);
  });

  test('[SAFE-2] when the host has accepted it, they see and hear each other, and every screen says so', async () => {
    await visit.host.page
      .getByRole('button', { name: /^Accept and go on/ })
      .first()
      .click();
    await visit.seeAndHearEachOther();
    await isOnScreen(visit.host, 'This call is protected only as far as our server.');
    await isOnScreen(visit.sam, 'Your phone or computer cannot lock this call all the way.');
  });

  test('[SAFE-2] what goes through the server then is what its screens say: whoever holds it sees and hears both', async () => {
    await visit.tap.beginsAnew();
    const everybody = visit.both.map(({ likeness }) => `hue ${likeness.hue}`);
    await eventually(async () => {
      const found = await visit.taken();
      expect([...peopleIn(found, 'video')].sort()).toEqual(everybody);
      expect([...peopleIn(found, 'audio')].sort()).toEqual(everybody);
    });
  });
});
