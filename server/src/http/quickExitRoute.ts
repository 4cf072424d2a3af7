import { commandId } from '@doorstep/shared/protocol/commands.ts';
import { quickExitRequest } from '@doorstep/shared/protocol/http.ts';
import type { Instant } from '@doorstep/shared/visit/ids.ts';
import type { Cookies } from '../identity/cookies.ts';
import type { Doorkeeper } from '../identity/Doorkeeper.ts';
import type { App } from './app.ts';
import type { JoinAttempts, TakenSeat } from './JoinAttempts.ts';
import type { Visits } from './StaffVisits.ts';

interface Leaver {
  readonly visits: Visits;
  readonly freshId: () => string;
}

export interface QuickExitParts extends Leaver {
  readonly doorkeeper: Doorkeeper;
  readonly cookies: Cookies;
  readonly attempts: JoinAttempts;
  readonly now: () => Instant;
}

/**
 * A family's way out (CARE-5): the place that the page names is left, and this browser is forgotten, whatever place it names.
 * Answers the same to everybody.
 */
export function quickExitRoute(app: App, parts: QuickExitParts): void {
  const { doorkeeper, cookies, attempts, now } = parts;
  app.post(
    '/api/join/quick-exit',
    { schema: { summary: 'Leave at once', body: quickExitRequest } },
    async ({ body: { session, attempt }, headers }, reply) => {
      const seat = session === undefined ? null : await doorkeeper.identify(headers, session);
      if (seat !== null) await leaveQuickly(parts, seat);
      const tried = attempt === undefined ? null : attempts.left(attempt, now());
      if (tried !== null) await leaveQuickly(parts, tried);

      return reply
        .header('set-cookie', cookies.expire('device'))
        .header('clear-site-data', '"cache", "storage"')
        .code(204)
        .send();
    },
  );
}

/** Refused where they are out already, which is what is wanted. */
export async function leaveQuickly(
  { visits, freshId }: Leaver,
  { visit, participant, session }: TakenSeat,
): Promise<void> {
  const actor = await visits.find(visit);
  const leave = { type: 'presence.leave', quickly: true } as const;
  await actor?.submit({ kind: 'person', participant, session }, commandId.parse(freshId()), leave);
}
