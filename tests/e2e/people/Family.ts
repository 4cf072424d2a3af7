import type { Likeness } from './likeness.ts';
import type { DeviceOfPerson } from './Person.ts';
import { Person } from './Person.ts';

/** Somebody of the family with the link that was sent to them, doing what anybody would do with it. */
export class Family {
  readonly person: Person;
  readonly name: string;
  readonly link: string;

  private constructor(person: Person, name: string, link: string) {
    this.person = person;
    this.name = name;
    this.link = link;
  }

  static async with(
    link: string,
    name: string,
    likeness: Likeness,
    device: DeviceOfPerson = 'phone',
    program?: string,
  ): Promise<Family> {
    return new Family(await Person.at(new URL(link).origin, device, likeness, program), name, link);
  }

  get page() {
    return this.person.page;
  }

  /** Taps the link and presses Start: the first moment at which the server hears of it. */
  async opensLink(): Promise<this> {
    await this.page.goto(this.link);
    await this.page.getByRole('button', { name: 'Start', exact: true }).click();
    await this.page.getByText(`Hello ${this.name}`).waitFor();

    return this;
  }

  /** … through the camera check and, with nobody beside them, into the lobby. */
  async knocks(): Promise<this> {
    await this.isReady();
    await this.page.getByRole('button', { name: /^(Nobody else|Only me)$/ }).click();
    await this.waits();

    return this;
  }

  /** … through the camera check to the question who is with them. */
  async isReady(): Promise<this> {
    await this.page.getByRole('button', { name: 'Next' }).click();
    await this.page.getByRole('button', { name: /^Turn (on camera and sound|them on)$/ }).click();
    await this.page.getByText('Step 1 of 7').waitFor();
    await this.page.getByRole('button', { name: 'Go straight in' }).click();
    await this.page.getByRole('heading', { name: /^Who is (there )?with you\?$/ }).waitFor();

    return this;
  }

  async waits(): Promise<void> {
    await this.page.getByRole('heading', { name: /you are here$/ }).waitFor();
  }

  async isInside(): Promise<void> {
    await this.page.getByRole('button', { name: 'Leave', exact: true }).waitFor();
  }

  async switches(what: 'Camera' | 'Microphone'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${what}`) }).click();
  }

  close(): Promise<void> {
    return this.person.close();
  }
}
