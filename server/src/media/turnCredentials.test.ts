import type { Instant } from '@doorstep/shared/visit/ids.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_TURN_TTL, turnCredentials } from './turnCredentials.ts';

const RELAY = { urls: ['turns:turn.example:443?transport=tcp'], secret: 'north' };
const NOON = 1_796_040_000_000 as Instant;

test('are what coturn computes from the shared secret', () => {
  // printf '1796040600:k3y' | openssl dgst -sha1 -hmac north -binary | base64
  expect(turnCredentials(RELAY, { now: NOON, random: 'k3y' })).toEqual([
    { urls: RELAY.urls, username: '1796040600:k3y', credential: 'PRJgZuUbdaEaJ4XcRnd3ez/OVZQ=' },
  ]);
});

test('never last longer than ten minutes, and end when asked', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 10 * LONGEST_TURN_TTL }), (start, ttl) => {
      const [server] = turnCredentials(RELAY, { now: start as Instant, random: 'r', ttl });
      const expiry = Number(server?.username.split(':')[0]) * 1000;

      expect(expiry).toBeLessThanOrEqual(start + Math.min(ttl, LONGEST_TURN_TTL));
      expect(expiry).toBeGreaterThan(start + Math.min(ttl, LONGEST_TURN_TTL) - 1000);
    }),
  );
});

test('are different for each that asks', () => {
  const credentials = ['a', 'b'].map((random) => turnCredentials(RELAY, { now: NOON, random })[0]?.credential);
  expect(new Set(credentials).size).toBe(2);
});

test('without a relay there are none', () => {
  expect(turnCredentials({ urls: [], secret: '' }, { now: NOON, random: 'r' })).toEqual([]);
});
