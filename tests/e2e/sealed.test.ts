import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Product } from '../harness/Product.ts';
import { eventually } from './people/eventually.ts';
import { Family } from './people/Family.ts';
import { hears, sees } from './people/familiar.ts';
import { Host } from './people/Host.ts';
import { bytesSent, received } from './people/mediaProbe.ts';
import type { Person } from './people/Person.ts';
import { UNABLE_TO_ENCRYPT } from './people/pretences.ts';
import { type Recognised, recognised } from './people/recognised.ts';
import { Tap } from './people/Tap.ts';

const AMINA = { hue: 0, pitch: 440 };
const SAM = { hue: 210, pitch: 1000 };
/** So many packets of everybody are a picture and a word at least. */
const ENOUGH = 100;

/** Amina and Sam in a visit whose server is tapped. */
class TappedVisit {
  readonly tap: Tap;
  readonly product: Product;
  readonly host: Host;
  readonly sam: Family;
  readonly both: readonly Person[];

  private constructor(tap: Tap, product: Product, host: Host, sam: Family) {
    this.tap = tap;
    this.product = product;
    this.host = host;
    this.sam = sam;
    this.both = [host.person, sam.person];
  }

  static async plan(): Promise<TappedVisit> {
    const tap = await Tap.make();
    const product = await Product.start({ env: tap.env });
    const host = await Host.signsIn(product.origin, AMINA);
    const links = await host.plans([{ name: 'Sam Hughes', role: 'child' }]);
    const sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', SAM);

    return new TappedVisit(tap, product, host, sam);
  }

  async begins(): Promise<void> {
    const { host, sam } = this;
    await host.enters();
    await (await sam.opensLink()).knocks();
    await host.admits('Sam Hughes');
    await sam.isInside();
  }

  async seeAndHearEachOther(): Promise<void> {
    const { host, sam, both } = this;
    await sees(sam.person, [host.person], both);
    await sees(host.person, [sam.person], both);
    await hears(sam.person, [host.person], both);
    await hears(host.person, [sam.person], both);
  }

  async seeAndHearNobody(): Promise<void> {
    for (const person of this.both) {
      await sees(person, [], this.both);
      await hears(person, [], this.both);
    }
  }

  /** What anybody could make of what was taken, when enough was taken of the pictures and the voices of two. */
  taken(): Promise<readonly Recognised[]> {
    return eventually(async () => {
      const taken = (await this.tap.taken()).filter(({ packets }) => packets.length >= ENOUGH);
      for (const kind of ['audio', 'video']) {
        expect(taken.filter((stream) => stream.kind === kind).length).toBeGreaterThanOrEqual(2);
      }
      return recognised(taken, this.both);
    });
  }

  async end(): Promise<void> {
    await Promise.all([this.host.close(), this.sam.close()]);
    await this.product.stop();
    await this.tap.close();
  }
}

const peopleIn = (found: readonly Recognised[], kind: 'audio' | 'video'): ReadonlySet<string> =>
  new Set(found.filter((stream) => stream.kind === kind).flatMap(({ people }) => people));

describe('a visit whose server is tapped', () => {
  let visit: TappedVisit;

  const nobodyIsFound = async (): Promise<void> => {
    const found = await visit.taken();
    expect(found.filter(({ people }) => people.length > 0)).toEqual([]);
  };

  beforeAll(async () => {
    visit = await TappedVisit.plan();
    await visit.begins();
  });

  afterAll(() => visit?.end());

  test('[SAFE-2] those in it see and hear each other', () => visit.seeAndHearEachOther());

  test('[SAFE-2] what goes through the server shows nobody and says nothing', nobodyIsFound);

  test('[SAFE-2] [JOIN-7] a page that was loaded anew sees, hears, is seen and is heard again', async () => {
    await visit.sam.page.reload();
    await visit.sam.isInside();
    await visit.seeAndHearEachOther();
  });

  test('[SAFE-2] [PRIV-3] so do two who go to a private room, and come back', async () => {
    const { host, sam } = visit;
    await visit.tap.beginsAnew();
    await host.page.getByRole('button', { name: /^Rooms/ }).click();
    await host.page.getByRole('button', { name: 'Open a private room' }).click();
    const dialog = host.page.getByRole('dialog');
    await dialog.getByLabel('Sam Hughes').check();
    await dialog.getByRole('button', { name: 'Open the room' }).click();
    await sam.page.getByRole('button', { name: 'Yes, go there' }).tap();
    await visit.seeAndHearEachOther();
    await nobodyIsFound();
    await host.page.getByRole('button', { name: 'Go back' }).click();
    await sam.page.getByRole('button', { name: 'Go back' }).tap();
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
    // Amina’s, sealed; nothing of Sam’s is there.
    expect(found.map(({ kind, people }) => ({ kind, people }))).toEqual([
      { kind: 'audio', people: [] },
      { kind: 'video', people: [] },
    ]);
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
