import type { Locator } from 'playwright';
import { Family } from '../e2e/people/Family.ts';
import { Host } from '../e2e/people/Host.ts';
import { type Company, meets, type Somebody } from '../e2e/people/meeting.ts';
import { CHROMIUM } from '../e2e/people/Person.ts';
import { PRIYA } from '../e2e/people/priya.ts';
import { requestsOf } from '../e2e/people/requestsOf.ts';
import { Desk } from './Desk.ts';
import type { PhoneNetwork } from './PhoneNetwork.ts';
import { Product } from './Product.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent', relationship: 'mother' },
  { name: 'Sam Hughes', role: 'child' },
] as const;

/** What the child has on. */
export interface Switches {
  readonly Microphone: 'On' | 'Off';
  readonly Camera: 'On' | 'Off';
}
export const ALL_ON: Switches = { Microphone: 'On', Camera: 'On' };

const onlyWith = (...others: readonly Somebody[]): Company => ({ sees: others, hears: others });

/**
 * A visit with four real devices and two rooms: the host and the mother in the main room, a colleague in the blue one, and the child, on a
 * phone, who can be in either.
 */
export class TwoRooms {
  readonly product: Product;
  readonly amina: Host & Somebody;
  readonly priya: Host & Somebody;
  readonly dana: Family;
  readonly sam: Family;

  private constructor(parts: Pick<TwoRooms, 'product' | 'amina' | 'priya' | 'dana' | 'sam'>) {
    this.product = parts.product;
    this.amina = parts.amina;
    this.priya = parts.priya;
    this.dana = parts.dana;
    this.sam = parts.sam;
  }

  /** The child is in the main room. Where a network is given, their phone is in it. Resolves to nothing half begun. */
  static async begin(network: PhoneNetwork | null = null): Promise<TwoRooms> {
    const opened: (() => Promise<unknown>)[] = [];
    try {
      const product = await Product.start(network === null ? {} : { host: network.serverAddress });
      opened.push(() => product.stop());
      const amina = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
      opened.push(() => amina.close());
      const links = await amina.plans(PEOPLE);
      const desk = new Desk(requestsOf(amina.person.context, product.origin));
      await desk.command(amina.visit, { type: 'roster.add', person: PRIYA });
      const link = (name: string): string => links.get(name) ?? '';
      const priya = await Host.signsIn(product.origin, { hue: 60, pitch: 1700 }, PRIYA.name);
      opened.push(() => priya.close());
      const dana = await Family.with(link('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 });
      opened.push(() => dana.close());
      const phone = network?.browser ?? CHROMIUM;
      const sam = await Family.with(link('Sam Hughes'), 'Sam Hughes', { hue: 210, pitch: 1000 }, 'phone', phone);
      opened.push(() => sam.close());
      const rooms = new TwoRooms({
        product,
        amina: Object.assign(amina, { name: 'Amina Okafor' }),
        priya: Object.assign(priya, { name: PRIYA.name }),
        dana,
        sam,
      });
      await rooms.#gather();
      return rooms;
    } catch (error) {
      for (const close of opened.reverse()) await close().catch(() => {});
      throw error;
    }
  }

  get everybody(): readonly Somebody[] {
    return [this.amina, this.priya, this.dana, this.sam];
  }

  /** A room’s card in the host’s panel. */
  card(heading: 'Blue room' | 'Main room'): Locator {
    const { page } = this.amina;

    return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
  }

  /** What says on the child’s screen that they are in the blue room, or on the way there. */
  get band(): Locator {
    return this.sam.page.getByRole('region', { name: 'blue room' });
  }

  /** `justBefore` is done when he is asked already, and has not said yes. */
  async samIsAskedAndSaysYes(justBefore = async (): Promise<void> => {}): Promise<void> {
    await this.card('Blue room').getByRole('button', { name: 'Ask Sam Hughes' }).click();
    const yes = this.sam.page.getByRole('button', { name: 'Yes, go there' });
    await yes.waitFor();
    await justBefore();
    await yes.tap();
  }

  async samIsCalledBack(): Promise<void> {
    await this.card('Blue room').getByRole('button', { name: 'Call Sam Hughes back' }).click();
  }

  /** Waits until the child is with one of them and the mother with the other, and each gets exactly what the others have on. */
  async areInTwoRooms({ Microphone, Camera }: Switches, within?: number): Promise<void> {
    const { amina, priya, dana, sam } = this;
    await Promise.all([
      this.#meet(sam, onlyWith(priya), within),
      this.#meet(priya, { sees: Camera === 'On' ? [sam] : [], hears: Microphone === 'On' ? [sam] : [] }, within),
      this.#meet(amina, onlyWith(dana), within),
      this.#meet(dana, onlyWith(amina), within),
    ]);
  }

  /** Waits until the child is back with the host and the mother, and the colleague alone. */
  async areBack({ Microphone, Camera }: Switches, within?: number): Promise<void> {
    const { amina, priya, dana, sam } = this;
    const seen = Camera === 'On' ? [sam] : [];
    const heard = Microphone === 'On' ? [sam] : [];
    await Promise.all([
      this.#meet(sam, onlyWith(amina, dana), within),
      this.#meet(amina, { sees: [dana, ...seen], hears: [dana, ...heard] }, within),
      this.#meet(dana, { sees: [amina, ...seen], hears: [amina, ...heard] }, within),
      this.#meet(priya, onlyWith(), within),
    ]);
  }

  /** … and the child nowhere. */
  async areWithoutSam(): Promise<void> {
    const { amina, priya, dana, sam } = this;
    await Promise.all([
      this.#meet(sam, onlyWith()),
      this.#meet(priya, onlyWith()),
      this.#meet(amina, onlyWith(dana)),
      this.#meet(dana, onlyWith(amina)),
    ]);
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.amina, this.priya, this.dana, this.sam].map((one) => one.close()));
    await this.product.stop();
  }

  #meet(who: Somebody, company: Company, within?: number): Promise<void> {
    return meets(who.person.page, company, this.everybody, within);
  }

  async #gather(): Promise<void> {
    const { amina, priya, dana, sam } = this;
    await amina.enters();
    await priya.page.goto(`/visit#${amina.visit}`);
    await priya.page.getByRole('button', { name: 'Check camera and enter' }).click();
    await priya.page.getByRole('button', { name: 'Enter the visit' }).click();
    for (const one of [dana, sam]) {
      await (await one.opensLink()).knocks();
      await amina.admits(one.name);
      await one.isInside();
    }
    await amina.page.getByRole('button', { name: /^Rooms/ }).click();
    await amina.page.getByRole('button', { name: 'Open a private room' }).click();
    const dialog = amina.page.getByRole('dialog');
    await dialog.getByLabel(PRIYA.name).check();
    await dialog.getByLabel('I go there now').uncheck();
    await dialog.getByRole('button', { name: 'Open the room' }).click();
    await priya.page.getByRole('button', { name: 'Go there' }).click();
    await this.card('Blue room').getByText('Ask somebody to come').click();
    await this.areBack(ALL_ON);
  }
}
