import { visitId } from '@doorstep/shared/protocol/commands.ts';
import { lineRequest } from '@doorstep/shared/protocol/http.ts';
import type { LoopRequest } from '@doorstep/shared/protocol/media.ts';
import type { MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { StaffId } from '@doorstep/shared/visit/ids.ts';
import type { Visit } from '@doorstep/shared/visit/visit.ts';
import * as z from 'zod/mini';
import type { Cookies } from '../identity/cookies.ts';
import type { Seats } from '../identity/Seats.ts';
import type { StaffDesk } from '../identity/StaffDesk.ts';
import type { App } from './app.ts';
import { Refused } from './problems.ts';
import type { StaffVisits } from './StaffVisits.ts';
import { requireStaff } from './staffRoutes.ts';

type LineAnswer = MediaAnswer<LoopRequest['type']>;

export interface LineRouteParts {
  readonly staffVisits: StaffVisits;
  readonly desk: StaffDesk;
  readonly seats: Pick<Seats, 'ofStaff'>;
  readonly cookies: Cookies;
  /** Where lines are measured. */
  readonly lines: {
    requestAtDesk(staff: StaffId, page: string, request: LoopRequest): Promise<LineAnswer>;
  };
}

/**
 * [JOIN-4] A professional of a visit measures their line before they go in, without taking a place: nobody is told, and nothing is kept.
 * `visitEnded` when there is nothing to go into; a browser that is inside this visit just now is `alreadyInside`, so that the call has the line.
 */
export function lineRoute(app: App, { staffVisits, desk, seats, cookies, lines }: LineRouteParts): void {
  app.post(
    '/api/visits/:visit/line',
    { schema: { summary: 'Measure my line', params: z.object({ visit: visitId }), body: lineRequest } },
    async (request): Promise<LineAnswer> => {
      const { id: staff } = await requireStaff(desk, request);
      const { visit } = await staffVisits.open(request.params.visit, staff);
      if (visit.phase.is === 'ended') throw new Refused('visitEnded');

      const { page, request: asked } = request.body;
      const device = cookies.read(request.headers.cookie, 'device');
      const places = device === null ? [] : await seats.ofStaff(device, staff);
      if (asked.type === 'openLoop' && places.some(({ session }) => isInside(visit, session)))
        return { ok: false, refusal: 'alreadyInside' };
      return lines.requestAtDesk(staff, page, asked);
    },
  );
}

function isInside(visit: Visit, id: Parameters<Visit['sessions']['get']>[0]): boolean {
  const session = visit.sessions.get(id);

  return session?.standing.is === 'seated' && session.connection.is === 'connected';
}
