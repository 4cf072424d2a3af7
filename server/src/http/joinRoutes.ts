import { commandId } from '@doorstep/shared/protocol/commands.ts';
import { joinAnswer, joinRequest, quickExitRequest } from '@doorstep/shared/protocol/http.ts';
import { SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Allowances } from '../gateway/Allowance.ts';
import type { Cookies } from '../identity/cookies.ts';
import { freshCredential } from '../identity/credential.ts';
import type { Doorkeeper } from '../identity/Doorkeeper.ts';
import type { InvitationTokens } from '../identity/InvitationTokens.ts';
import type { Seats } from '../identity/Seats.ts';
import type { App } from './app.ts';
import { Refused } from './problems.ts';
import type { Visits } from './StaffVisits.ts';

export interface JoinRouteParts {
  readonly tokens: InvitationTokens;
  readonly seats: Seats;
  readonly visits: Visits;
  readonly doorkeeper: Doorkeeper;
  readonly cookies: Cookies;
  readonly failures: Allowances<string>;
  readonly now: () => Instant;
  readonly freshId: () => string;
  /** Resolves so many milliseconds later. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** A link that opens nothing is answered no sooner than this, whatever is the matter with it: the time tells nothing either. */
const CLOSED_TAKES_MS = 150;

/** A family's way in and out (JOIN-2, CARE-5). */
export function joinRoutes(app: App, parts: JoinRouteParts): void {
  app.post(
    '/api/join',
    {
      schema: { summary: 'Exchange a link for a place at the door', body: joinRequest, response: { 200: joinAnswer } },
    },
    async (request, reply) => {
      const { failures, cookies, now, pause } = parts;
      if (!failures.of(request.ip, now()).allows(now())) throw new Refused('tooFast');

      const closed = pause(CLOSED_TAKES_MS);
      const given = cookies.read(request.headers.cookie, 'device');
      const device = given ?? freshCredential();
      const session = await exchange(parts, request.body, device, given !== null);
      if (session === null) {
        failures.of(request.ip, now()).take(now());
        await closed;
        throw new Refused('linkClosed');
      }
      reply.header('set-cookie', cookies.give('device', device));
      return { session };
    },
  );

  // In a scope of its own: a beacon cannot say that its text is JSON, and no other route takes text.
  app.register((beacons, _options, done) => {
    quickExitRoute(beacons as App, parts);
    done();
  });
}

type Exchange = (typeof joinRequest)['_zod']['output'];

/**
 * The session for that link on that browser; null for every reason why there is none. A browser that we know may come with a
 * link that has run out: if it had its place before, it keeps it (SAFE-5), since a visit may last longer than anybody thought;
 * if not, the visit refuses it.
 */
async function exchange(
  { tokens, seats, visits, freshId }: JoinRouteParts,
  asked: Exchange,
  device: string,
  isKnown: boolean,
): Promise<SessionId | null> {
  const claims = tokens.verify(asked.token, { whenExpired: isKnown ? 'read' : 'null' });
  const actor = claims === null ? null : await visits.find(claims.visit);
  if (claims === null || actor === null) return null;

  const { visit, participant, invitation } = claims;
  const place = { participant, invitation, identity: 'ownLink' } as const;
  const session = await seats.take(device, { ...place, visit, staff: null });
  const opening = { ...place, type: 'session.open', session, device: asked.device } as const;
  const outcome = await actor.submit(SYSTEM, commandId.parse(freshId()), opening);
  return outcome.ok ? session : null;
}

function quickExitRoute(app: App, { doorkeeper, visits, cookies, freshId }: JoinRouteParts): void {
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.post(
    '/api/join/quick-exit',
    { schema: { summary: 'Leave at once', body: quickExitRequest } },
    async (request, reply) => {
      const caller = await doorkeeper.identify(request.headers, request.body.session);
      if (caller !== null) {
        const { visit, participant, session } = caller;
        const actor = await visits.find(visit);
        // Refused where they are out already, which is what is wanted.
        const leave = { type: 'presence.leave', quickly: true } as const;
        await actor?.submit({ kind: 'person', participant, session }, commandId.parse(freshId()), leave);
      }
      return reply
        .header('set-cookie', cookies.expire('device'))
        .header('clear-site-data', '"cache", "storage"')
        .code(204)
        .send();
    },
  );
}
