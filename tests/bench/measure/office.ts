import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import type { Browser } from 'playwright';
import { requestsOf } from '../../e2e/people/requestsOf.ts';
import { Desk } from '../../harness/Desk.ts';
import { type Someone, someone } from './people.ts';

/** The host of a bench: signs in, plans a visit and enters it, by the pages and requests that people use. */
export class Office {
  readonly host: Someone;
  readonly #desk: Desk;
  #visit: VisitId | null = null;

  private constructor(origin: string, host: Someone) {
    this.host = host;
    this.#desk = new Desk(requestsOf(host.context, origin));
  }

  /** `pretence` is written into their page before its own scripts. */
  static async open(browser: Browser, origin: string, pretence: string | null = null): Promise<Office> {
    const office = new Office(origin, await someone(browser, origin));
    if (pretence !== null) await office.host.context.addInitScript(pretence);
    await office.host.page.setViewportSize({ width: 1366, height: 768 });
    await office.host.page.goto('/');
    await office.host.page.getByRole('button', { name: 'Sign in as Amina Okafor' }).click();
    await office.host.page.getByRole('heading', { name: 'Visits', exact: true }).waitFor();

    return office;
  }

  /** A visit with so many people of the family, already entered by the host. */
  async begin(names: readonly string[]): Promise<void> {
    this.#visit = await this.#desk.plan(names.map((name) => ({ name, role: 'parent' })));
    const { page } = this.host;
    await page.goto('about:blank');
    await page.goto(`/visit#${this.#visit}`);
    await page.getByRole('button', { name: /^Check camera and/ }).click();
    await page.getByRole('button', { name: /^(Start|Enter) the visit$/ }).click();
    await page.getByRole('button', { name: 'End for everyone' }).waitFor();
  }

  /** … whose own device cannot encrypt, which they accept: whoever comes then is seen and heard without. */
  async goesOnUnprotected(): Promise<void> {
    await this.host.page
      .getByRole('button', { name: /^Accept and go on/ })
      .first()
      .click();
    await this.host.page.getByText('This call is protected only as far as our server.').first().waitFor();
  }

  /** The link of somebody of the visit. */
  async linkFor(name: string): Promise<string> {
    if (this.#visit === null) throw new Error('No visit has begun');

    return this.#desk.linkFor(this.#visit, name);
  }

  /** The host opens a private room and goes there. */
  async waitsInPrivateRoom(): Promise<void> {
    const { page } = this.host;
    await page.getByRole('button', { name: /^Rooms/ }).click();
    await page.getByRole('button', { name: 'Open a private room' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('I go there now').check();
    await dialog.getByRole('button', { name: 'Open the room' }).click();
    await page.getByRole('button', { name: 'Go back', exact: true }).first().waitFor();
  }

  /** … and asks somebody to come. */
  async asks(name: string): Promise<void> {
    const { page } = this.host;
    const ask = page.getByRole('button', { name: `Ask ${name}`, exact: true });
    const more = page.locator('details').filter({ hasText: 'Ask somebody to come' }).last();
    await more.evaluate((details) => details.setAttribute('open', ''));
    await ask.click();
  }

  /** Lets them in and says when, in milliseconds since 1970: the moment of the click. */
  async admit(name: string): Promise<number> {
    const button = this.host.page.getByRole('button', { name: `Let in ${name}` });
    await button.waitFor();

    return button.evaluate((element: HTMLElement) => {
      const at = performance.timeOrigin + performance.now();
      element.click();

      return at;
    });
  }
}

/** Somebody of the family taps their link and goes through the check into the lobby. */
export async function knock(browser: Browser, link: string): Promise<Someone> {
  const guest = await someone(browser, new URL(link).origin);
  await guest.page.goto(link);
  await guest.page.getByRole('button', { name: 'Start', exact: true }).click();
  await guest.page.getByRole('button', { name: 'Next' }).click();
  await guest.page.getByRole('button', { name: /^Turn (on camera and sound|them on)$/ }).click();
  await guest.page.getByText('Step 1 of 7').waitFor();
  await guest.page.getByRole('button', { name: 'Go straight in' }).click();
  await guest.page.getByRole('button', { name: /^(Nobody else|Only me)$/ }).click();
  await guest.page.getByRole('heading', { name: /you are here$/ }).waitFor();

  return guest;
}
