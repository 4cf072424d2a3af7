import { expect } from 'vitest';
import { eventually } from '../e2e/people/eventually.ts';
import { Family } from '../e2e/people/Family.ts';
import { hears, sees } from '../e2e/people/familiar.ts';
import { Host } from '../e2e/people/Host.ts';
import { CHROMIUM, type Person } from '../e2e/people/Person.ts';
import { type Recognised, recognised } from '../e2e/people/recognised.ts';
import { Tap } from '../e2e/people/Tap.ts';
import { Product } from './Product.ts';

const AMINA = { hue: 0, pitch: 440 };
const SAM = { hue: 210, pitch: 1000 };
/** So many packets of everybody are a picture and a word at least. */
const ENOUGH = 100;

/** Amina and Sam in a visit whose server is tapped. */
export class TappedVisit {
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

  /** `phone` is the program of Sam’s browser. */
  static async plan(phone: string = CHROMIUM): Promise<TappedVisit> {
    const tap = await Tap.make();
    const product = await Product.start({ env: tap.env });
    const host = await Host.signsIn(product.origin, AMINA);
    const links = await host.plans([{ name: 'Sam Hughes', role: 'child' }]);
    const sam = await Family.with(links.get('Sam Hughes') ?? '', 'Sam Hughes', SAM, 'phone', phone);

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

  /** Both go to a private room; each says so. */
  async goApart(): Promise<void> {
    const { host, sam } = this;
    await host.page.getByRole('button', { name: /^Rooms/ }).click();
    await host.page.getByRole('button', { name: 'Open a private room' }).click();
    const dialog = host.page.getByRole('dialog');
    await dialog.getByLabel('Sam Hughes').check();
    await dialog.getByRole('button', { name: 'Open the room' }).click();
    await sam.page.getByRole('button', { name: 'Yes, go there' }).click();
  }

  async comeBack(): Promise<void> {
    for (const { page } of [this.host, this.sam]) await page.getByRole('button', { name: 'Go back' }).click();
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
