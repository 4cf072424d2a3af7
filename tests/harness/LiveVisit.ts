import { randomUUID } from 'node:crypto';
import { AMINA, HOST_IN_OFFICE, NOON, PEOPLE, STAFF_AMINA } from '@doorstep/shared/testing/personas.ts';
import { policyOf } from '@doorstep/shared/visit/authority/policy.ts';
import type { VisitCommand } from '@doorstep/shared/visit/commands.ts';
import type { RecordedEvent } from '@doorstep/shared/visit/events.ts';
import { replay } from '@doorstep/shared/visit/evolve.ts';
import type { CommandId, InvitationId, ParticipantId, SessionId, VisitId } from '@doorstep/shared/visit/ids.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { freshId } from '../../server/src/identity/credential.ts';
import type { VisitActor } from '../../server/src/visits/VisitActor.ts';
import { Device, type HowToConnect, type Seat } from './Device.ts';
import type { LiveServer } from './LiveServer.ts';

/** One visit on a live server, with the people of every test, each with a browser of their own. */
export class LiveVisit {
  readonly id: VisitId;
  readonly #server: LiveServer;

  private constructor(server: LiveServer, id: VisitId) {
    this.#server = server;
    this.id = id;
  }

  /** Planned, with its people and a link for each of the family. */
  static async plan(server: LiveServer, scheduledFor = NOON): Promise<LiveVisit> {
    const visit = new LiveVisit(server, freshId() as VisitId);
    await server.registry.plan({
      type: 'visit.plan',
      visit: visit.id,
      plan: { kind: 'homeVisit', purpose: 'To hear how Sam is getting on', scheduledFor, lengthMinutes: 45 },
      policy: policyOf({}),
      host: { participant: AMINA, staff: STAFF_AMINA, name: 'Amina Okafor' },
    });
    for (const person of PEOPLE) await visit.must({ type: 'roster.add', person });
    for (const { participant, staff } of PEOPLE) {
      if (staff === null) await visit.must({ type: 'invitation.issue', participant });
    }

    return visit;
  }

  /** … and under way: the host is inside, and so is everybody named. */
  static async begin(server: LiveServer, ...family: readonly ParticipantId[]) {
    const visit = await LiveVisit.plan(server);
    const host = await visit.connectHost();
    await host.command({ type: 'visit.start' });
    await host.command({ type: 'presence.enter' });
    const devices = new Map<ParticipantId, Device>();
    for (const participant of family) devices.set(participant, await visit.bringIn(host, participant));
    const deviceOf = (participant: ParticipantId): Device => {
      const device = devices.get(participant);
      if (device === undefined) throw new Error(`${participant} was not brought in`);

      return device;
    };

    return { visit, host, deviceOf };
  }

  async actor(): Promise<VisitActor> {
    const actor = await this.#server.registry.find(this.id);
    if (actor === null) throw new Error('No such visit');

    return actor;
  }

  log(): Promise<readonly RecordedEvent[]> {
    return this.#server.store.load(this.id);
  }

  /** Everything that could have changed: the log, and what each person sees. */
  async everything(): Promise<{ readonly log: readonly string[]; readonly views: readonly string[] }> {
    const log = await this.log();
    const actor = await this.actor();
    const sessions = [...(replay(log)?.sessions.values() ?? [])];
    const views = sessions.map(({ participant, id }): VisitView => actor.viewFor({ participant, session: id }));

    return { log: log.map((entry) => JSON.stringify(entry)), views: views.map((view) => JSON.stringify(view)) };
  }

  /** The host does this at their desk; a refusal is a broken test. */
  async must(command: VisitCommand): Promise<void> {
    const actor = await this.actor();
    const outcome = await actor.submit(HOST_IN_OFFICE, randomUUID() as CommandId, command);
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal}`);
  }

  /** The person's newest link. */
  async linkOf(participant: ParticipantId): Promise<InvitationId> {
    const link = [...(replay(await this.log())?.invitations.values() ?? [])]
      .filter((invitation) => invitation.participant === participant)
      .at(-1);
    if (link === undefined) throw new Error(`${participant} has no link`);

    return link.id;
  }

  /** Somebody of the family opens their link on a browser of their own, or on one that is given. */
  async seatOf(participant: ParticipantId, credential = this.#server.devices.fresh()): Promise<Seat> {
    const invitation = await this.linkOf(participant);
    const place = { visit: this.id, participant, invitation, identity: 'ownLink', staff: null } as const;
    const session = await this.#server.seats.take(credential, place);
    await this.#open(session, { participant, invitation, identity: 'ownLink', device: 'phone' });

    return { cookie: this.#cookie({ device: credential }), session };
  }

  /** The host comes from a signed-in browser. */
  hostSeat(): Promise<Seat> {
    return this.staffSeat(AMINA);
  }

  /** A professional of the visit comes from a browser on which they are signed in. */
  async staffSeat(participant: ParticipantId): Promise<Seat> {
    const person = replay(await this.log())?.participants.get(participant);
    const member = person?.staff ?? null;
    if (person === undefined || member === null) throw new Error(`${participant} does not sign in`);

    const credential = this.#server.devices.fresh();
    const profile = { id: member, name: person.name, team: 'North' };
    const staff = await this.#server.staffSessions.begin(profile, this.#server.clock.now());
    const place = { visit: this.id, participant, invitation: null, identity: 'signedIn', staff: member } as const;
    const session = await this.#server.seats.take(credential, place);
    await this.#open(session, { participant, invitation: null, identity: 'signedIn', device: 'computer' });

    return { cookie: this.#cookie({ device: credential, staff }), session };
  }

  async connectHost(): Promise<Device> {
    return this.connect(await this.hostSeat());
  }

  /** Connects, and waits for the first view. */
  async connect(seat: Seat, how: HowToConnect = {}): Promise<Device> {
    const device = await Device.connect(this.#server.url, seat, how);
    await device.until(() => true);

    return device;
  }

  /** Somebody of the family comes, knocks, and is let in. */
  async bringIn(host: Device, participant: ParticipantId): Promise<Device> {
    const device = await this.connect(await this.seatOf(participant));
    await device.command({ type: 'lobby.knock' });
    await host.command({ type: 'lobby.admit', session: device.seat.session });
    await device.until(({ screen }) => screen === 'room');

    return device;
  }

  async #open(
    session: SessionId,
    who: Omit<Extract<VisitCommand, { type: 'session.open' }>, 'type' | 'session'>,
  ): Promise<void> {
    const actor = await this.actor();
    const outcome = await actor.submitAsSystem({ type: 'session.open', session, ...who });
    if (!outcome.ok) throw new Error(`A session could not be opened: ${outcome.refusal}`);
  }

  #cookie(credentials: Readonly<Partial<Record<'device' | 'staff', string>>>): string {
    return Object.entries(credentials)
      .map(([name, credential]) => this.#server.cookies.give(name as 'device' | 'staff', credential).split(';')[0])
      .join('; ');
  }
}
