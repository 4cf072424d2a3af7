import { commandId } from '@doorstep/shared/protocol/commands.ts';
import { joinAnswer, joinRequest, quickExitRequest } from '@doorstep/shared/protocol/http.ts';
import { SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Allowances } from '../gateway/Allowance.ts';
import type { Cookies } from '../identity/cookies.ts';
import { freshCredential } from '../identity/credential.ts';
import type { Doorkeeper } from '../identity/Doorkeeper.ts';
import type { InvitationClaims, InvitationTokens } from '../identity/InvitationTokens.ts';
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

/** The session for that link on that browser; null for every reason why there is none. */
async function exchange(
  parts: JoinRouteParts,
  asked: Exchange,
  device: string,
  isKnown: boolean,
): Promise<SessionId | null> {
  const { tokens, seats, visits, freshId } = parts;
  const claims = tokens.verify(asked.token) ?? (isKnown ? await comesBack(parts, asked.token, device) : null);
  const actor = claims === null ? null : await visits.find(claims.visit);
  if (claims === null || actor === null) return null;

  const session = await seats.take(device, placeOf(claims));
  const { participant, invitation } = claims;
  const opening = {
    type: 'session.open',
    session,
    participant,
    invitation,
    identity: 'ownLink',
    device: asked.device,
  } as const;
  const outcome = await actor.submit(SYSTEM, commandId.parse(freshId()), opening);
  return outcome.ok ? session : null;
}

const placeOf = ({ visit, participant, invitation }: InvitationClaims) =>
  ({ visit, participant, invitation, identity: 'ownLink', staff: null }) as const;

/**
 * A browser that had its place before the link ran out and loads its page again keeps the place (SAFE-5): a visit may last
 * longer than anybody thought. The link alone opens nothing any more.
 */
async function comesBack(
  { tokens, seats, visits }: JoinRouteParts,
  token: string,
  device: string,
): Promise<InvitationClaims | null> {
  const claims = tokens.verify(token, { whenExpired: 'read' });
  const actor = claims === null ? null : await visits.find(claims.visit);
  if (claims === null || actor === null) return null;

  const session = await seats.take(device, placeOf(claims));
  return actor.knows({ participant: claims.participant, session }) ? claims : null;
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
