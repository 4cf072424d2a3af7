import { randomUUID } from 'node:crypto';
import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import { visitId } from '@doorstep/shared/protocol/commands.ts';
import { invitationLink, type NewVisit } from '@doorstep/shared/protocol/http.ts';
import type { InvitationId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';

/** How a signed-in browser asks for JSON and sends it, whatever kind of browser it is; a refusal is a broken test. */
export interface Requests {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
}

/** A person of the family as they are entered in the plan. */
export type Planned = Pick<Person, 'name' | 'role'> & Partial<Pick<Person, 'relationship' | 'speech'>>;
type Person = NewVisit['people'][number];

/** The desk of a member of staff, over HTTP: plans visits and has their links. */
export class Desk {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Plans a visit for now, with these people besides the one who plans it. */
  async plan(people: readonly Planned[]): Promise<VisitId> {
    const purpose = 'To hear how Sam is getting on';
    const plan = { kind: 'homeVisit', purpose, scheduledFor: Date.now(), lengthMinutes: 45 };
    const everybody = people.map((person) => ({ relationship: '', ...person, staff: null }));

    const { id } = (await this.#requests.post('/api/visits', { plan, people: everybody })) as { readonly id: unknown };

    return visitId.parse(id);
  }

  /** The visit as its host prepares it. */
  async view(visit: VisitId): Promise<VisitView> {
    return (await this.#requests.get(`/api/visits/${visit}`)) as VisitView;
  }

  /** Does this with the visit; a refusal is a broken test. */
  async command(visit: VisitId, command: ClientCommand): Promise<void> {
    const message = { commandId: randomUUID(), command };
    const answer = JSON.stringify(await this.#requests.post(`/api/visits/${visit}/commands`, message));
    if (answer !== '{"ok":true}') throw new Error(`${command.type} was refused: ${answer}`);
  }

  /** The link of the person with that name; issued if they have none yet. */
  async linkFor(visit: VisitId, name: string): Promise<string> {
    const { invitation } = await this.#rosterEntry(visit, name);

    return invitation === null ? this.newLinkFor(visit, name) : this.#link(visit, invitation.id);
  }

  /** A new link for the person with that name; the one that they had stops working. */
  async newLinkFor(visit: VisitId, name: string): Promise<string> {
    const { participant } = await this.#rosterEntry(visit, name);
    await this.command(visit, { type: 'invitation.issue', participant });
    const { invitation } = await this.#rosterEntry(visit, name);
    if (invitation === null) throw new Error(`${name} was given no link`);

    return this.#link(visit, invitation.id);
  }

  async #link(visit: VisitId, invitation: InvitationId): Promise<string> {
    const path = `/api/visits/${visit}/invitations/${invitation}/link`;

    return invitationLink.parse(await this.#requests.get(path)).url;
  }

  async #rosterEntry(visit: VisitId, name: string) {
    const view = await this.view(visit);
    const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
    const entry = roster.find((person) => person.name === name);
    if (entry === undefined) throw new Error(`${name} is not on the roster`);

    return entry;
  }
}
