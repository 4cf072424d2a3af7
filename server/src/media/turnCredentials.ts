import { createHmac } from 'node:crypto';
import type { IceServer } from '@doorstep/shared/protocol/media.ts';
import type { Instant, Millis } from '@doorstep/shared/visit/ids.ts';

/** Where the relay is and what it shares with this server. */
export interface TurnRelay {
  readonly urls: readonly string[];
  readonly secret: string;
}

/** How long credentials may be good for: long enough to connect, too short to be worth passing on. */
export const LONGEST_TURN_TTL: Millis = 10 * 60_000;

/**
 * Short-lived relay credentials as coturn's `use-auth-secret` checks them (draft-uberti-behave-turn-rest-00): the name is
 * `expiry:random`, expiry in seconds since 1970, so that a relay's log names nobody; the password is the base64 of the
 * HMAC-SHA1 of the name. Good for `ttl` milliseconds from `now`, ten minutes at most. `random` is fresh at every call,
 * without a colon. No relay, no credentials.
 */
export function turnCredentials(
  { urls, secret }: TurnRelay,
  { now, random, ttl = LONGEST_TURN_TTL }: { readonly now: Instant; readonly random: string; readonly ttl?: Millis },
): readonly IceServer[] {
  if (urls.length === 0) return [];

  const expiry = Math.floor((now + Math.min(ttl, LONGEST_TURN_TTL)) / 1000);
  const username = `${expiry}:${random}`;

  return [{ urls, username, credential: createHmac('sha1', secret).update(username).digest('base64') }];
}
