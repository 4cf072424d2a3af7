import { randomUUID } from 'node:crypto';
import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import { visitId } from '@doorstep/shared/protocol/commands.ts';
import { invitationLink, joinAnswer, type NewVisit } from '@doorstep/shared/protocol/http.ts';
import type { VisitId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { Browser } from './Browser.ts';
import type { Seat } from './Device.ts';

/** A member of staff at their desk, over HTTP: plans visits and has their links. */
export class Office {
  readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  /** Signs in as one of the demo staff. */
  static async signIn(origin: string, staff = 'amina-okafor'): Promise<Office> {
    const browser = new Browser(origin);
    await browser.post('/api/sign-in', { staff });

    return new Office(browser);
  }

  /** Plans a visit for now, with these people besides the one who plans it. */
  async plan(people: readonly Pick<NewVisit['people'][number], 'name' | 'role'>[]): Promise<VisitId> {
    const plan = { kind: 'homeVisit', purpose: 'To hear how things are', scheduledFor: Date.now(), lengthMinutes: 45 };
    const everybody = people.map((person) => ({ ...person, relationship: '', staff: null }));

    const { id } = (await this.browser.post('/api/visits', { plan, people: everybody })) as { readonly id: unknown };

    return visitId.parse(id);
  }

  /** The visit as its host prepares it. */
  async view(visit: VisitId): Promise<VisitView> {
    return (await this.browser.get(`/api/visits/${visit}`)) as VisitView;
  }

  /** Does this with the visit; a refusal is a broken test. */
  async command(visit: VisitId, command: ClientCommand): Promise<void> {
    const message = { commandId: randomUUID(), command };
    const answer = JSON.stringify(await this.browser.post(`/api/visits/${visit}/commands`, message));
    if (answer !== '{"ok":true}') throw new Error(`${command.type} was refused: ${answer}`);
  }

  /** The link of the person with that name; issued if they have none yet. */
  async linkFor(visit: VisitId, name: string): Promise<string> {
    const entry = await this.#rosterEntry(visit, name);
    if (entry.invitation === null) {
      await this.command(visit, { type: 'invitation.issue', participant: entry.participant });
    }
    const { invitation } = await this.#rosterEntry(visit, name);

    return invitationLink.parse(await this.browser.get(`/api/visits/${visit}/invitations/${invitation?.id}/link`)).url;
  }

  /** Takes one's own place in the visit, on this browser. */
  async takePlace(visit: VisitId): Promise<Seat> {
    const answer = await this.browser.post(`/api/visits/${visit}/session`, { device: 'computer' });

    return { session: joinAnswer.parse(answer).session, cookie: this.browser.cookie };
  }

  async #rosterEntry(visit: VisitId, name: string) {
    const view = await this.view(visit);
    const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
    const entry = roster.find((person) => person.name === name);
    if (entry === undefined) throw new Error(`${name} is not on the roster`);

    return entry;
  }
}
