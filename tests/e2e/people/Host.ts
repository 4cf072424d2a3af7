import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import { Desk, type Planned } from '../../harness/Desk.ts';
import type { Likeness } from './likeness.ts';
import { CHROMIUM, Person } from './Person.ts';
import { requestsOf } from './requestsOf.ts';

/** Amina Okafor, social worker, at her desk in the demo authority. */
export class Host {
  readonly person: Person;
  readonly #desk: Desk;
  #visit: VisitId | null = null;

  private constructor(person: Person, origin: string) {
    this.person = person;
    this.#desk = new Desk(requestsOf(person.context, origin));
  }

  /** `program` is started as their browser. */
  static async signsIn(
    origin: string,
    likeness: Likeness,
    name = 'Amina Okafor',
    program: string = CHROMIUM,
  ): Promise<Host> {
    const host = new Host(await Person.at(origin, 'laptop', likeness, program), origin);
    await host.page.goto('/');
    await host.page.getByRole('button', { name: `Sign in as ${name}` }).click();
    await host.page.getByRole('heading', { name: 'Visits', exact: true }).waitFor();

    return host;
  }

  get page() {
    return this.person.page;
  }

  /** The id of the visit that was planned last. */
  get visit(): VisitId {
    if (this.#visit === null) throw new Error('No visit has been planned');

    return this.#visit;
  }

  /** Plans a visit for now, by the same requests as the pages send, and returns each person's link by name. */
  async plans(people: readonly Planned[]): Promise<ReadonlyMap<string, string>> {
    this.#visit = await this.#desk.plan(people);
    const links = new Map<string, string>();
    for (const { name } of people) links.set(name, await this.makesLinkFor(name));

    return links;
  }

  /** A new link for somebody of the visit. */
  makesLinkFor(name: string): Promise<string> {
    return this.#desk.newLinkFor(this.visit, name);
  }

  /** Goes in: the camera check, then the first time the start of the visit. */
  async enters(): Promise<this> {
    await this.page.goto(`/visit#${this.visit}`);
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

  /** Everything that the roster has about somebody, and what can be done for them. */
  async looksAt(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `${name} more`, exact: true }).click();
  }

  /** … unless it is there already. */
  async opens(name: string): Promise<void> {
    const closed = this.page.getByRole('button', { name: `${name} more`, exact: true, expanded: false });
    if ((await closed.count()) > 0) await closed.click();
  }

  close(): Promise<void> {
    return this.person.close();
  }
}
