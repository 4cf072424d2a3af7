import type { Likeness } from './likeness.ts';
import { Person } from './Person.ts';

/** A person of the family as they are entered in the plan. */
export interface Planned {
  readonly name: string;
  readonly role: 'child' | 'parent' | 'householdMember' | 'supporter' | 'interpreter';
  readonly relationship?: string;
}

/** Amina Okafor, social worker, at her desk in the demo authority. */
export class Host {
  readonly person: Person;
  readonly #origin: string;
  #visit = '';

  private constructor(person: Person, origin: string) {
    this.person = person;
    this.#origin = origin;
  }

  static async signsIn(origin: string, likeness: Likeness, name = 'Amina Okafor'): Promise<Host> {
    const host = new Host(await Person.at(origin, 'laptop', likeness), origin);
    await host.page.goto('/');
    await host.page.getByRole('button', { name: `Sign in as ${name}` }).click();
    await host.page.getByRole('heading', { name: 'Visits', exact: true }).waitFor();

    return host;
  }

  get page() {
    return this.person.page;
  }

  /** The id of the visit that was planned or opened last. */
  get visit(): string {
    return this.#visit;
  }

  /** Plans a visit for now, by the same request as the form sends, and returns each person's link by name. */
  async plans(people: readonly Planned[]): Promise<ReadonlyMap<string, string>> {
    const { id } = await this.#post('/api/visits', {
      plan: {
        kind: 'homeVisit',
        purpose: 'To hear how Sam is getting on',
        scheduledFor: Date.now(),
        lengthMinutes: 45,
      },
      people: people.map(({ name, role, relationship = '' }) => ({ name, role, relationship, staff: null })),
    });
    this.#visit = String(id);

    const links = new Map<string, string>();
    for (const { name } of people) links.set(name, await this.makesLinkFor(name));

    return links;
  }

  /** A new link for somebody of the visit. */
  async makesLinkFor(name: string): Promise<string> {
    const participant = (await this.#rosterEntry(name)).participant;
    await this.#post(`/api/visits/${this.#visit}/commands`, {
      commandId: crypto.randomUUID(),
      command: { type: 'invitation.issue', participant },
    });
    const { invitation } = await this.#rosterEntry(name);
    const { url } = await this.#get(`/api/visits/${this.#visit}/invitations/${invitation?.id}/link`);

    return String(url);
  }

  /** Goes in: the camera check, then the first time the start of the visit. */
  async enters(): Promise<this> {
    await this.page.goto(`/visit#${this.#visit}`);
    await this.page.getByRole('button', { name: /^Check camera and/ }).click();
    await this.page.getByRole('button', { name: /^(Start|Enter) the visit$/ }).click();
    await this.isInside();

    return this;
  }

  async isInside(): Promise<void> {
    await this.page.getByRole('button', { name: 'End for everyone' }).waitFor();
  }

  async admits(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Let in ${name}` }).click();
  }

  close(): Promise<void> {
    return this.person.close();
  }

  async #rosterEntry(name: string) {
    const view = (await this.#get(`/api/visits/${this.#visit}`)) as {
      console: { roster: { name: string; participant: string; invitation: { id: string } | null }[] };
    };
    const entry = view.console.roster.find((person) => person.name === name);
    if (entry === undefined) throw new Error(`${name} is not on the roster`);

    return entry;
  }

  async #get(path: string): Promise<Record<string, unknown>> {
    const response = await this.person.context.request.get(path);
    if (!response.ok()) throw new Error(`GET ${path}: ${response.status()} ${await response.text()}`);

    return await response.json();
  }

  async #post(path: string, data: object): Promise<Record<string, unknown>> {
    const response = await this.person.context.request.post(path, { data, headers: { origin: this.#origin } });
    if (!response.ok()) throw new Error(`POST ${path}: ${response.status()} ${await response.text()}`);

    return await response.json();
  }
}
