import { commandId, invitationId, toVisitCommand, visitId } from '@doorstep/shared/protocol/commands.ts';
import {
  invitationLink,
  joinAnswer,
  newVisit,
  staffCommand,
  staffJoinRequest,
  visitSummary,
} from '@doorstep/shared/protocol/http.ts';
import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';
import { type Actor, SYSTEM } from '@doorstep/shared/visit/actor.ts';
import { attendance } from '@doorstep/shared/visit/attendance.ts';
import { recordOf } from '@doorstep/shared/visit/record.ts';
import * as z from 'zod/mini';
import type { EventStore } from '../events/EventStore.ts';
import type { Cookies } from '../identity/cookies.ts';
import type { DeviceCredentials } from '../identity/DeviceCredentials.ts';
import type { Seats } from '../identity/Seats.ts';
import type { StaffDesk } from '../identity/StaffDesk.ts';
import { unhurried } from '../visits/unhurried.ts';
import type { App } from './app.ts';
import type { FamilyLinks } from './FamilyLinks.ts';
import { Refused } from './problems.ts';
import type { StaffVisits } from './StaffVisits.ts';
import { requireStaff } from './staffRoutes.ts';

export interface VisitRouteParts {
  readonly store: Pick<EventStore, 'listFor'>;
  readonly staffVisits: StaffVisits;
  readonly desk: StaffDesk;
  readonly seats: Seats;
  readonly cookies: Cookies;
  readonly devices: DeviceCredentials;
  readonly links: FamilyLinks;
  readonly freshId: () => string;
}

const ofVisit = z.object({ visit: visitId });
const ofInvitation = z.object({ visit: visitId, invitation: invitationId });
const planned = z.object({ id: z.string() });

/** What staff do with visits from their pages. Each route finds out first who asks and what the visit is to them. */
export function visitRoutes(app: App, parts: VisitRouteParts): void {
  planningRoutes(app, parts);
  hostRoutes(app, parts);
  takingPlaceRoute(app, parts);
}

function planningRoutes(app: App, { store, staffVisits, desk }: VisitRouteParts): void {
  app.get(
    '/api/visits',
    { schema: { summary: 'My visits, the latest first', response: { 200: z.array(visitSummary) } } },
    async (request) => [...(await store.listFor((await requireStaff(desk, request)).id))],
  );

  app.post(
    '/api/visits',
    { schema: { summary: 'Plan a visit', body: newVisit, response: { 200: planned } } },
    async (request) => ({ id: await staffVisits.plan(request.body, await requireStaff(desk, request)) }),
  );

  app.get('/api/visits/:visit', { schema: { summary: 'A visit as I see it', params: ofVisit } }, async (request) => {
    const { actor, participant } = await staffVisits.open(request.params.visit, (await requireStaff(desk, request)).id);
    return actor.viewFor({ participant, session: null });
  });

  app.post(
    '/api/visits/:visit/commands',
    { schema: { summary: 'Do something with a visit', params: ofVisit, body: staffCommand } },
    async (request): Promise<CommandAnswer> => {
      const { id } = await requireStaff(desk, request);
      const { actor, participant } = await staffVisits.open(request.params.visit, id);
      const asker: Actor = { kind: 'person', participant, session: null };
      const command = staffVisits.named(toVisitCommand(request.body.command));
      return actor.submit(asker, request.body.commandId, command);
    },
  );
}

function hostRoutes(app: App, { staffVisits, desk, links }: VisitRouteParts): void {
  app.get(
    '/api/visits/:visit/invitations/:invitation/link',
    {
      schema: { summary: 'A family link, to copy or to show', params: ofInvitation, response: { 200: invitationLink } },
    },
    async (request) => {
      const { id } = await requireStaff(desk, request);
      const { visit } = await staffVisits.openAsHost(request.params.visit, id);
      const invitation = visit.invitations.get(request.params.invitation);
      if (invitation === undefined) throw new Refused('notFound');
      return links.show(visit.id, invitation);
    },
  );

  app.get(
    '/api/visits/:visit/attendance',
    { schema: { summary: 'Who was where and when', params: ofVisit } },
    async (request) => {
      const { id } = await requireStaff(desk, request);
      const { actor } = await staffVisits.openAsHost(request.params.visit, id);
      return unhurried(attendance(await actor.log()));
    },
  );

  app.get(
    '/api/visits/:visit/record',
    {
      schema: {
        summary: 'How long the child and parents were seen, what was done about unknown people, and who was kept apart',
        params: ofVisit,
      },
    },
    async (request) => {
      const { id } = await requireStaff(desk, request);
      const { actor } = await staffVisits.openAsHost(request.params.visit, id);
      return unhurried(recordOf(await actor.log()));
    },
  );
}

function takingPlaceRoute(app: App, { staffVisits, desk, seats, cookies, devices, freshId }: VisitRouteParts): void {
  app.post(
    '/api/visits/:visit/session',
    {
      schema: {
        summary: 'Take my place on this browser',
        params: ofVisit,
        body: staffJoinRequest,
        response: { 200: joinAnswer },
      },
    },
    async (request, reply) => {
      const { id: staff } = await requireStaff(desk, request);
      const { actor, visit, participant } = await staffVisits.open(request.params.visit, staff);
      const device = cookies.read(request.headers.cookie, 'device') ?? devices.fresh();
      const place = { participant, invitation: null, identity: 'signedIn' } as const;
      const session = await seats.take(device, { ...place, visit: visit.id, staff });

      const opening = { ...place, type: 'session.open', session, device: request.body.device } as const;
      const outcome = await actor.submit(SYSTEM, commandId.parse(freshId()), opening);
      if (!outcome.ok) throw new Refused(outcome.refusal);
      reply.header('set-cookie', cookies.give('device', device));
      return { session };
    },
  );
}
