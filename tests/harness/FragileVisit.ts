import type { Locator, Page } from 'playwright';
import { Family } from '../e2e/people/Family.ts';
import { type Company, timeUntil } from '../e2e/people/flow.ts';
import { Host } from '../e2e/people/Host.ts';
import { CHROMIUM, type Person } from '../e2e/people/Person.ts';
import { PhoneNetwork } from './PhoneNetwork.ts';
import { Product } from './Product.ts';

const PEOPLE = [
  { name: 'Dana Hughes', role: 'parent' },
  { name: 'Sam Hughes', role: 'child' },
] as const;

/** What comes to each of the three. */
export const WITH_TWO_OTHERS: Company = { pictures: 2, voices: 2 };

/**
 * The whole product with three real devices in a visit: the host's and Dana's on networks that do not break, and Sam's phone on one that does.
 */
export class FragileVisit {
  readonly network: PhoneNetwork;
  readonly product: Product;
  readonly host: Host;
  readonly dana: Family;
  readonly sam: Family;
  /** Of each there may be more than one in the course of things; this is the newest. */
  danasPage: Page;
  samsPage: Page;

  private constructor(parts: Pick<FragileVisit, 'network' | 'product' | 'host' | 'dana' | 'sam'>) {
    this.network = parts.network;
    this.product = parts.product;
    this.host = parts.host;
    this.dana = parts.dana;
    this.sam = parts.sam;
    this.danasPage = parts.dana.page;
    this.samsPage = parts.sam.page;
  }

  /** All three are inside, and see and hear each other. Resolves to nothing half begun: what was opened is closed when something fails. */
  static async begin(): Promise<FragileVisit> {
    const opened: (() => Promise<unknown>)[] = [];
    try {
      const network = await PhoneNetwork.lay(CHROMIUM);
      opened.push(() => network.close());
      const product = await Product.start({ host: network.serverAddress });
      opened.push(() => product.stop());
      const host = await Host.signsIn(product.origin, { hue: 0, pitch: 440 });
      opened.push(() => host.close());
      const links = await host.plans(PEOPLE);
      const link = (name: string): string => links.get(name) ?? '';
      const dana = await Family.with(link('Dana Hughes'), 'Dana Hughes', { hue: 120, pitch: 700 });
      opened.push(() => dana.close());
      const likeness = { hue: 210, pitch: 1000 };
      const sam = await Family.with(link('Sam Hughes'), 'Sam Hughes', likeness, 'phone', network.browser);
      opened.push(() => sam.close());
      const visit = new FragileVisit({ network, product, host, dana, sam });
      await visit.#gather();
      return visit;
    } catch (error) {
      for (const close of opened.reverse()) await close().catch(() => {});
      throw error;
    }
  }

  get pages(): readonly Page[] {
    return [this.host.page, this.danasPage, this.samsPage];
  }

  get everybody(): readonly Person[] {
    return [this.host.person, this.dana.person, this.sam.person];
  }

  /** How many milliseconds it takes from now until pictures and voices come between all. */
  timeUntilTogether(within?: number): Promise<number> {
    return timeUntil(
      this.pages.map((page) => [page, WITH_TWO_OTHERS] as const),
      within,
    );
  }

  /** How Sam stands on the host's screen. */
  samsTile(): Locator {
    return this.host.page.locator('figure', { hasText: 'Sam Hughes' });
  }

  /** Everywhere but on the phone itself it is said that Sam's line is lost. */
  async samIsShownAsLost(within: number): Promise<void> {
    const danasView = this.danasPage.locator('figure', { hasText: 'Sam Hughes' });
    await Promise.all([
      this.samsTile().getByText('Connection lost', { exact: true }).waitFor({ timeout: within }),
      danasView.getByText('Lost for a moment', { exact: true }).waitFor({ timeout: within }),
    ]);
  }

  /** Dana's link is opened in another tab, which goes straight to the seat. */
  async danaComesAgain(): Promise<void> {
    this.danasPage = await comesAgain(this.dana);
  }

  async samComesAgain(): Promise<void> {
    this.samsPage = await comesAgain(this.sam);
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.host, this.dana, this.sam].map((one) => one.close()));
    await this.product.stop();
    await this.network.close();
  }

  async #gather(): Promise<void> {
    await this.host.enters();
    for (const one of [this.dana, this.sam]) {
      await (await one.opensLink()).knocks();
      await this.host.admits(one.name);
      await one.isInside();
    }
    await this.timeUntilTogether();
  }
}

async function comesAgain({ person, link }: Family): Promise<Page> {
  const page = await person.context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).waitFor();

  return page;
}
