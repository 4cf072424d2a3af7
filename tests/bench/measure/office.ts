import type { Browser } from 'playwright';
import { type Someone, someone } from './people.ts';

/** The host of a bench: signs in, plans a visit and enters it, by the pages and requests that people use. */
export class Office {
  readonly #origin: string;
  readonly host: Someone;
  #visit = '';

  private constructor(origin: string, host: Someone) {
    this.#origin = origin;
    this.host = host;
  }

  static async open(browser: Browser, origin: string): Promise<Office> {
    const office = new Office(origin, await someone(browser, origin));
    await office.host.page.setViewportSize({ width: 1366, height: 768 });
    await office.host.page.goto('/');
    await office.host.page.getByRole('button', { name: 'Sign in as Amina Okafor' }).click();
    await office.host.page.getByRole('heading', { name: 'Visits', exact: true }).waitFor();

    return office;
  }

  /** A visit with so many people of the family, already entered by the host. */
  async begin(names: readonly string[]): Promise<void> {
    const people = names.map((name) => ({ name, role: 'parent', relationship: '', staff: null }));
    const plan = { kind: 'homeVisit', purpose: 'Bench', scheduledFor: Date.now(), lengthMinutes: 60 };
    const { id } = await this.#post('/api/visits', { plan, people });
    this.#visit = String(id);
    const { page } = this.host;
    await page.goto('about:blank');
    await page.goto(`/visit#${this.#visit}`);
    await page.getByRole('button', { name: /^Check camera and/ }).click();
    await page.getByRole('button', { name: /^(Start|Enter) the visit$/ }).click();
    await page.getByRole('button', { name: 'End for everyone' }).waitFor();
  }

  async linkFor(name: string): Promise<string> {
    const participant = (await this.#entry(name)).participant;
    const command = { type: 'invitation.issue', participant };
    await this.#post(`/api/visits/${this.#visit}/commands`, { commandId: crypto.randomUUID(), command });
    const { invitation } = await this.#entry(name);
    const response = await this.host.context.request.get(
      `/api/visits/${this.#visit}/invitations/${invitation.id}/link`,
    );

    return (await response.json()).url;
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

  async #entry(name: string) {
    const response = await this.host.context.request.get(`/api/visits/${this.#visit}`);
    const view = await response.json();
    const entry = view.console.roster.find((person: { name: string }) => person.name === name);
    if (entry === undefined) throw new Error(`${name} is not on the roster`);

    return entry;
  }

  async #post(path: string, data: object) {
    const response = await this.host.context.request.post(path, { data, headers: { origin: this.#origin } });
    if (!response.ok()) throw new Error(`POST ${path}: ${response.status()} ${await response.text()}`);

    return response.json();
  }
}

/** Somebody of the family taps their link and goes through the check into the lobby. */
export async function knock(browser: Browser, link: string): Promise<Someone> {
  const guest = await someone(browser, new URL(link).origin);
  await guest.page.goto(link);
  await guest.page.getByRole('button', { name: 'Start', exact: true }).click();
  await guest.page.getByRole('button', { name: 'Next' }).click();
  await guest.page.getByRole('button', { name: /^Turn (on camera and sound|them on)$/ }).click();
  await guest.page.getByRole('button', { name: 'I am ready' }).click();
  await guest.page.getByRole('heading', { name: /you are here$/ }).waitFor();

  return guest;
}
