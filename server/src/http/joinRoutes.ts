import type { IncomingHttpHeaders } from 'node:http';
import { commandId } from '@doorstep/shared/protocol/commands.ts';
import { joinAnswer, joinRequest } from '@doorstep/shared/protocol/http.ts';
import { SYSTEM } from '@doorstep/shared/visit/actor.ts';
import type { Instant, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { Allowances } from '../gateway/Allowance.ts';
import { ANSWERS_EVERY_MS, Beat } from '../gateway/Beat.ts';
import type { Cookies } from '../identity/cookies.ts';
import type { DeviceCredentials } from '../identity/DeviceCredentials.ts';
import type { Doorkeeper } from '../identity/Doorkeeper.ts';
import type { InvitationTokens } from '../identity/InvitationTokens.ts';
import type { Seats } from '../identity/Seats.ts';
import type { App } from './app.ts';
import type { JoinAttempts } from './JoinAttempts.ts';
import { Refused } from './problems.ts';
import { leaveQuickly } from './quickExitRoute.ts';
import type { Visits } from './StaffVisits.ts';

export interface JoinRouteParts {
  readonly tokens: InvitationTokens;
  readonly seats: Seats;
  readonly visits: Visits;
  readonly cookies: Cookies;
  readonly devices: DeviceCredentials;
  readonly doorkeeper: Doorkeeper;
  readonly requests: Allowances<string>;
  readonly failures: Allowances<string>;
  readonly attempts: JoinAttempts;
  readonly now: () => Instant;
  readonly freshId: () => string;
  /** Resolves so many milliseconds later. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** A link that opens nothing is answered no sooner than this, whatever is the matter with it: the time tells nothing either. */
const CLOSED_TAKES_MS = 150;

/** A family's way in (JOIN-2). */
export function joinRoutes(app: App, parts: JoinRouteParts): void {
  const beat = new Beat(ANSWERS_EVERY_MS);
  app.post(
    '/api/join',
    {
      schema: { summary: 'Exchange a link for a place at the door', body: joinRequest, response: { 200: joinAnswer } },
    },
    async (request, reply) => {
      const { cookies, now, pause } = parts;
      const whose = countedBy(parts, request);
      const failures = parts.failures.of(whose, now());
      if (!parts.requests.of(whose, now()).take(now()) || !failures.allows(now())) throw new Refused('tooFast');

      const closed = pause(CLOSED_TAKES_MS);
      const given = cookies.read(request.headers.cookie, 'device');
      const device = given ?? parts.devices.fresh();
      const session = await beat.answer(() => exchange(parts, request.body, device, given !== null));
      if (session === null) {
        failures.take(now());
        await closed;
        throw new Refused('linkClosed');
      }
      reply.header('set-cookie', cookies.give('device', device));
      return { session };
    },
  );
}

/**
 * [PRIV-5] Who is known, by browser or by a link that was made here, is not put off for what others behind one address do, nor can they tell
 * from what is left to them that somebody else has come.
 */
function countedBy(
  { doorkeeper, tokens }: JoinRouteParts,
  { headers, body, ip }: { readonly headers: IncomingHttpHeaders; readonly body: Exchange; readonly ip: string },
): string {
  const claims = tokens.verify(body.token, { whenExpired: 'read' });

  return doorkeeper.browserOf(headers) ?? claims?.invitation ?? ip;
}

type Exchange = (typeof joinRequest)['_zod']['output'];

/**
 * The session for that link on that browser; null for every reason why there is none. A browser that we know may come with a
 * link that has run out: if it had its place before, it keeps it (SAFE-5), since a visit may last longer than anybody thought;
 * if not, the visit refuses it. Whoever left quickly while this was under way has left (CARE-5).
 */
async function exchange(
  { tokens, seats, visits, attempts, freshId, now }: JoinRouteParts,
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
  // Only whoever holds a link that works hears it, and only of that link.
  if (!outcome.ok && outcome.refusal === 'tooManyDevices') throw new Refused('tooManyDevices');
  if (!outcome.ok) return null;

  const seat = { visit, participant, session };
  if (asked.attempt === undefined || attempts.opened(asked.attempt, seat, now())) return session;

  await leaveQuickly({ visits, freshId }, seat);
  return null;
}
